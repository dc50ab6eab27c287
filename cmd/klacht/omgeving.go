package main

import (
	"context"
	"io"
	"os"
	"os/user"
	"runtime"
	"time"

	"golang.org/x/term"

	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// omgeving is all that a command knows of the machine it runs on. Tests make their own.
type omgeving struct {
	in        io.Reader
	uit, fout io.Writer // data goes to uit, everything said about it (errors, warnings, questions) to fout
	klok      func() time.Time
	getenv    func(string) string
	account   func() string                         // who is logged in, "" where the system doesn't tell
	open      func(pad string) error                // opens a file with the program that the system has for it; nil where nobody would see it
	geheim    func(context.Context) (string, error) // reads a line that isn't shown while it is typed; nil where nobody types
	werkmap   string                                // absolute, "" where the system doesn't tell

	vraagbaar bool // in and fout are terminals: a question reaches someone who can answer
	terminal  bool // uit is a terminal
	breedte   int  // columns of that terminal
	kleur     bool // that terminal may be given colours

	foutbreedte int // columns of the terminal that fout is, 0 where it is none
	voortgang   *voortgang
}

const gewoneBreedte = 80

// nieuweOmgeving describes this process. It never asks the terminal anything: one that doesn't answer would stall every command.
func nieuweOmgeving(klok func() time.Time) omgeving {
	om := omgeving{
		in: os.Stdin, uit: os.Stdout, fout: os.Stderr,
		klok: klok, getenv: os.Getenv, account: accountnaam,
		vraagbaar: term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())),
		terminal:  term.IsTerminal(int(os.Stdout.Fd())),
		breedte:   gewoneBreedte,
	}
	if om.terminal && heeftBureaublad(os.Getenv) {
		om.open = openMetSysteem
	}
	if om.vraagbaar {
		om.geheim = leesGeheim(os.Stdin)
	}
	om.werkmap, _ = os.Getwd()
	if breedte, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && breedte > 0 {
		om.breedte = breedte
	}
	if fd := int(os.Stderr.Fd()); term.IsTerminal(fd) {
		om.foutbreedte = gewoneBreedte
		if breedte, _, err := term.GetSize(fd); err == nil && breedte > 0 {
			om.foutbreedte = breedte
		}
	}
	om.kleur = om.terminal && magKleur(os.Getenv)
	return om
}

// magKleur follows https://no-color.org: NO_COLOR counts when it is not empty.
func magKleur(getenv func(string) string) bool {
	return getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// accountnaam is the full name of the account where it has one, else its short name.
func accountnaam() string {
	if runtime.GOOS == "windows" {
		// The full name would be asked of the domain controller, which takes seconds when it is out of reach.
		return os.Getenv("USERNAME")
	}
	wie, err := user.Current()
	if err != nil {
		return os.Getenv("USER")
	}
	if wie.Name != "" {
		return wie.Name
	}
	return wie.Username
}

// vandaag is the day it is now in Amsterdam.
func (om omgeving) vandaag() werkdagen.Datum { return werkdagen.Dag(om.klok()) }

// onderbreekbaar reads from r until ctx ends, so that an interrupt also ends a command that waits for input.
type onderbreekbaar struct {
	ctx    context.Context
	r      io.Reader
	lopend chan gelezen // the read under way, nil when there is none
	rest   []byte       // read, but more than the caller had room for
}

type gelezen struct {
	p   []byte
	err error
}

func (o *onderbreekbaar) Read(p []byte) (int, error) {
	if len(o.rest) > 0 {
		n := copy(p, o.rest)
		o.rest = o.rest[n:]
		return n, nil
	}
	if err := o.ctx.Err(); err != nil {
		return 0, err
	}
	if o.lopend == nil {
		lopend, buf := make(chan gelezen, 1), make([]byte, len(p))
		go func() {
			n, err := o.r.Read(buf)
			lopend <- gelezen{buf[:n], err}
		}()
		o.lopend = lopend
	}
	select {
	case <-o.ctx.Done():
		return 0, o.ctx.Err()
	case g := <-o.lopend:
		o.lopend = nil
		n := copy(p, g.p)
		o.rest = g.p[n:]
		return n, g.err
	}
}

// onthouder remembers the first error of w, so that a full disk behind `klacht … > bestand` is noticed in one place.
type onthouder struct {
	w   io.Writer
	err error
}

func (o *onthouder) Write(p []byte) (int, error) {
	if o.err != nil {
		return 0, o.err
	}
	n, err := o.w.Write(p)
	o.err = err
	return n, err
}

// foutscherm is what goes with om.fout. Scripts compare messages whole: only on a terminal are they wrapped.
func (om omgeving) foutscherm() *scherm.Scherm { return scherm.Nieuw(om.fout, om.foutbreedte, false) }

// scherm is what goes with om.uit; what it can't write, draai reports.
func (om omgeving) scherm() *scherm.Scherm {
	breedte := 0
	if om.terminal {
		breedte = om.breedte
	}
	return scherm.Nieuw(om.uit, breedte, om.kleur)
}
