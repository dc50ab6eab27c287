package post

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"

	"klacht/dossier"
)

// keuring looks up each field that a template names, whether this or that
// dossier would come there or not. What it can't follow it leaves to filling in.
type keuring struct {
	boom  *parse.Tree
	vars  map[string]reflect.Type // nil: a type that isn't known
	fout  *dossier.Leesfout       // the first
	tekst bool                    // .Tekst or .Vraag is used
}

var brieftype = reflect.TypeFor[*Brief]()

func keur(t *template.Template) *keuring {
	k := &keuring{}
	for _, deel := range t.Templates() {
		if deel.Tree == nil {
			continue
		}
		k.boom = deel.Tree
		k.vars = map[string]reflect.Type{"$": nil}
		var punt reflect.Type
		if deel.Name() == t.Name() {
			punt = brieftype
			k.vars["$"] = punt
		}
		k.lijst(deel.Root, punt)
	}
	return k
}

func (k *keuring) lijst(l *parse.ListNode, punt reflect.Type) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			k.pijp(n.Pipe, punt)
		case *parse.TemplateNode:
			k.pijp(n.Pipe, punt)
		case *parse.IfNode:
			k.tak(&n.BranchNode, punt, punt)
		case *parse.WithNode:
			k.tak(&n.BranchNode, punt, k.pijp(n.Pipe, punt))
		case *parse.RangeNode:
			k.tak(&n.BranchNode, punt, nil)
		}
	}
}

func (k *keuring) tak(n *parse.BranchNode, punt, binnen reflect.Type) {
	k.pijp(n.Pipe, punt)
	k.lijst(n.List, binnen)
	k.lijst(n.ElseList, punt)
}

// pijp gives the type of what a pipeline gives, nil when it isn't known.
func (k *keuring) pijp(p *parse.PipeNode, punt reflect.Type) reflect.Type {
	if p == nil {
		return nil
	}
	var soort reflect.Type
	for _, c := range p.Cmds {
		for _, a := range c.Args {
			soort = k.waarde(a, punt)
		}
		if len(c.Args) > 1 {
			soort = nil // what a function gives
		}
	}
	if len(p.Cmds) > 1 {
		soort = nil
	}
	for _, v := range p.Decl {
		k.vars[v.Ident[0]] = soort
	}
	return soort
}

func (k *keuring) waarde(n parse.Node, punt reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return punt
	case *parse.FieldNode:
		return k.velden(n, punt, n.Ident)
	case *parse.VariableNode:
		return k.velden(n, k.vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		return k.velden(n, k.waarde(n.Node, punt), n.Field)
	case *parse.PipeNode:
		return k.pijp(n, punt)
	}
	return nil
}

func (k *keuring) velden(n parse.Node, t reflect.Type, namen []string) reflect.Type {
	for _, naam := range namen {
		if t == nil {
			return nil
		}
		if t == brieftype && (naam == "Tekst" || naam == "Vraag") {
			k.tekst = true
		}
		volgende, ok := veld(t, naam)
		if !ok {
			k.meld(n, naam)
			return nil
		}
		t = volgende
	}
	return t
}

// veld gives the type of a field of t, or of what a method of t gives.
func veld(t reflect.Type, naam string) (reflect.Type, bool) {
	if m, ok := t.MethodByName(naam); ok && m.Type.NumIn() == 1 {
		return m.Type.Out(0), true
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil, false
	}
	f, ok := t.FieldByName(naam)
	return f.Type, ok && f.IsExported()
}

func (k *keuring) meld(n parse.Node, naam string) {
	if k.fout != nil {
		return
	}
	k.fout = &dossier.Leesfout{Wat: fmt.Sprintf("het veld .%s bestaat niet", naam), Raad: raadVelden}
	plaats, _ := k.boom.ErrorContext(n)
	if delen := strings.Split(plaats, ":"); len(delen) >= 3 {
		k.fout.Regel, _ = strconv.Atoi(delen[len(delen)-2])
	}
}
