package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"klacht/rapport/scherm"
)

// Exit codes; afsluitcode is the only place that picks one.
const (
	codeGedaan     = 0
	codeMislukt    = 1
	codeAanroep    = 2
	codeTeLaat     = 3
	codeAfgebroken = 130
)

// aanroepfout is a wrong call: the command did nothing. The reader is also told which --help helps.
type aanroepfout struct {
	wat string
	tip string // what to do; may be empty
}

func (f *aanroepfout) Error() string          { return f.wat }
func (f *aanroepfout) Tip() string            { return f.tip }
func (f *aanroepfout) VerkeerdeAanroep() bool { return true }

// verkeerd makes an aanroepfout without a tip of its own.
func verkeerd(vorm string, waarden ...any) *aanroepfout {
	return &aanroepfout{wat: fmt.Sprintf(vorm, waarden...)}
}

// metTip adds what to do.
func (f *aanroepfout) metTip(vorm string, waarden ...any) *aanroepfout {
	f.tip = fmt.Sprintf(vorm, waarden...)
	return f
}

// ontbreekt is the wrong call in which a flag is missing that can't be asked for.
func ontbreekt(vlag, waarde string) *aanroepfout {
	return verkeerd("--%s ontbreekt", vlag).metTip("geef --%s %s", vlag, waarde)
}

// mislukt is an error of a command itself with a tip.
type mislukt struct {
	err error
	tip string
}

func (f *mislukt) Error() string { return f.err.Error() }
func (f *mislukt) Unwrap() error { return f.err }
func (f *mislukt) Tip() string   { return f.tip }

// errTeLaat ends `status --exitcode` when something is overdue. It has been said on the screen: no message follows.
var errTeLaat = errors.New("er is iets te laat")

// isAanroepfout reports whether err, of whatever package, says that the call was wrong rather than the facts.
func isAanroepfout(err error) bool {
	var f interface{ VerkeerdeAanroep() bool }
	return errors.As(err, &f) && f.VerkeerdeAanroep()
}

// losseFouten takes errors.Join apart, which is how a command hands over several problems after showing the rest.
// An error that wraps several but has a text of its own stays whole.
func losseFouten(err error) []error {
	if err == nil {
		return nil
	}
	bundel, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	delen := bundel.Unwrap()
	teksten := make([]string, len(delen))
	for i, deel := range delen {
		teksten[i] = deel.Error()
	}
	if err.Error() != strings.Join(teksten, "\n") {
		return []error{err}
	}
	var alle []error
	for _, deel := range delen {
		alle = append(alle, losseFouten(deel)...)
	}
	return alle
}

// afsluitcode is the exit code that belongs to err. An interrupt comes first, then a wrong call; a failure comes before
// "something is overdue", because what could not be read may be overdue as well.
func afsluitcode(err error) int {
	code := codeGedaan
	for _, f := range losseFouten(err) {
		switch {
		case errors.Is(f, context.Canceled):
			return codeAfgebroken
		case isAanroepfout(f):
			code = codeAanroep
		case errors.Is(f, errTeLaat):
			if code == codeGedaan {
				code = codeTeLaat
			}
		case code != codeAanroep:
			code = codeMislukt
		}
	}
	return code
}

// meldFouten writes what went wrong and what to do. The pad is the command that ran, such as "klacht termijn".
func meldFouten(s *scherm.Scherm, pad string, err error) {
	afgebroken := false
	for _, f := range losseFouten(err) {
		switch {
		case errors.Is(f, context.Canceled):
			afgebroken = true
			continue
		case errors.Is(f, errTeLaat):
			continue
		}
		s.Alinea("klacht: " + scherm.Regel(zin(f)))
		if tip := tipBij(pad, f); tip != "" {
			s.Alinea("klacht: tip: " + scherm.Regel(tip))
		}
	}
	if afgebroken {
		s.Alinea("klacht: afgebroken")
	}
}

// tipBij is what to do about err: what an error of whatever package advises with a method Tip, and for a wrong call the help.
func tipBij(pad string, err error) string {
	var tip string
	var gever interface{ Tip() string }
	if errors.As(err, &gever) {
		tip = gever.Tip()
	}
	if !isAanroepfout(err) || strings.Contains(tip, "--help") {
		return tip
	}
	hulp := fmt.Sprintf("zie %s --help", pad)
	if tip == "" {
		return hulp
	}
	return tip + "; " + hulp
}

// zin is the message of err, with the system's English for the common errors put into Dutch.
func zin(err error) string {
	tekst := err.Error()
	var (
		pad          *fs.PathError
		schakel      *os.LinkError // of a rename
		engels, waar string
		oorzaak      error
	)
	switch {
	case errors.As(err, &pad):
		engels, waar, oorzaak = pad.Error(), pad.Path, pad.Err
	case errors.As(err, &schakel):
		engels, waar, oorzaak = schakel.Error(), schakel.Old+" → "+schakel.New, schakel.Err
	default:
		return tekst
	}
	nederlands := oorzaak.Error()
	for _, v := range []struct {
		fout error
		zin  string
	}{
		{fs.ErrNotExist, "bestaat niet"},
		{fs.ErrExist, "bestaat al"},
		{fs.ErrPermission, "geen toestemming"},
		{syscall.ENOSPC, "de schijf is vol"},
		{syscall.EISDIR, "is een map"},
		{syscall.EINVAL, "die naam mag hier niet"},
		{fs.ErrInvalid, "die naam mag hier niet"},
		{syscall.ENAMETOOLONG, "de naam is te lang"},
		{syscall.ENOTDIR, geenMapIn(waar) + " is geen map"},
	} {
		if errors.Is(oorzaak, v.fout) {
			nederlands = v.zin
			break
		}
	}
	return strings.Replace(tekst, engels, waar+": "+nederlands, 1)
}

// geenMapIn is the part of a path that stands where a folder should be, but is none.
func geenMapIn(pad string) string {
	for deel := pad; ; deel = filepath.Dir(deel) {
		if info, err := os.Stat(deel); err == nil && !info.IsDir() {
			return deel
		}
		if deel == filepath.Dir(deel) {
			return "een deel van het pad"
		}
	}
}

// waarschuw says something that the reader should know but that fails nothing.
func (om omgeving) waarschuw(vorm string, waarden ...any) {
	om.foutscherm().Alinea("klacht: let op: " + scherm.Regel(fmt.Sprintf(vorm, waarden...)))
}
