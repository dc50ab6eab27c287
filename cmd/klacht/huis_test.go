package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pakketten says who may import whom within the project; nothing else.
var pakketten = map[string][]string{
	"klacht/cmd/klacht":         {"klacht/dossier", "klacht/dossier/register", "klacht/post", "klacht/rapport", "klacht/rapport/scherm", "klacht/werkdagen"},
	"klacht/post":               {"klacht/dossier", "klacht/post/bericht", "klacht/werkdagen"},
	"klacht/post/bericht":       {},
	"klacht/rapport":            {"klacht/dossier", "klacht/rapport/scherm", "klacht/rapport/statistiek", "klacht/werkdagen"},
	"klacht/rapport/scherm":     {},
	"klacht/rapport/statistiek": {},
	"klacht/dossier":            {"klacht/werkdagen"},
	"klacht/dossier/register":   {"klacht/dossier", "klacht/werkdagen"},
	"klacht/werkdagen":          {},
}

// enkeleInvoer are modules that one package alone, or one file alone, imports.
var enkeleInvoer = map[string]string{
	"github.com/rickar/cal/v2":    "werkdagen/feestdagen.go",
	"github.com/rickar/cal/v2/nl": "werkdagen/feestdagen.go",
	"gopkg.in/yaml.v3":            "dossier/blad_yaml.go",
	"codeberg.org/go-pdf/fpdf":    "rapport/pdf.go",

	"github.com/arran4/golang-ical": "rapport/ics.go",
}

func TestPakkettenImporterenVolgensDeTabel(t *testing.T) {
	uit, err := exec.Command("go", "list", "-json=ImportPath,Imports", "klacht/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	gezien := 0
	for dec := json.NewDecoder(strings.NewReader(string(uit))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		gezien++
		mag, bekend := pakketten[p.ImportPath]
		if !bekend {
			t.Errorf("package %s is not in the table", p.ImportPath)
		}
		for _, i := range p.Imports {
			if strings.HasPrefix(i, "klacht/") && !slices.Contains(mag, i) {
				t.Errorf("%s imports %s, which the table does not allow", p.ImportPath, i)
			}
		}
	}
	if gezien != len(pakketten) {
		t.Errorf("%d packages, the table has %d", gezien, len(pakketten))
	}
}

// broncode gives every Go file of the project that is no test, by its path.
func broncode(t *testing.T) map[string]*ast.File {
	t.Helper()
	wortel := filepath.Join("..", "..")
	bestanden := map[string]*ast.File{}
	err := filepath.WalkDir(wortel, func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(pad, ".go") || strings.HasSuffix(pad, "_test.go") {
			return err
		}
		boom, err := parser.ParseFile(token.NewFileSet(), pad, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(wortel, pad)
		bestanden[filepath.ToSlash(rel)] = boom
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bestanden
}

func TestKlokEnUitgangAlleenInMain(t *testing.T) {
	verboden := map[string]bool{"time.Now": true, "time.Since": true, "time.Until": true, "os.Exit": true, "os.Args": true, "log.Fatal": true}
	for pad, boom := range broncode(t) {
		if pad == "cmd/klacht/main.go" {
			continue
		}
		ast.Inspect(boom, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pakket, ok := s.X.(*ast.Ident); ok && verboden[pakket.Name+"."+s.Sel.Name] {
				t.Errorf("%s uses %s.%s; only main.go may", pad, pakket.Name, s.Sel.Name)
			}
			return true
		})
	}
}

func TestGeenInitEnEnkeleInvoer(t *testing.T) {
	for pad, boom := range broncode(t) {
		for _, d := range boom.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init()", pad)
			}
		}
		for _, i := range boom.Imports {
			naam, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if waar := enkeleInvoer[naam]; waar != "" && waar != pad {
				t.Errorf("%s imports %s; only %s may", pad, naam, waar)
			}
		}
	}
}
