package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A subject or name pasted from elsewhere stays one line and steers no terminal; a text keeps its lines.
func TestEenRegelBlijftEenRegel(t *testing.T) {
	const geplakt, wil = "\x1b[31mRood\u202e en\tover\r\nde regel\xff\n", "[31mRood\u202e en over de regel\ufffd"
	k := nieuwKantoor(t)
	d := k.dossier("nieuw", "--onderwerp", geplakt, "--categorie", "overig", "--klager", geplakt, "--omschrijving", "een\r\ntwee\n")
	if d.Onderwerp != wil || d.Klager.Naam != wil || d.Omschrijving != "een\ntwee" {
		t.Errorf("new: %q, %q, %q", d.Onderwerp, d.Klager.Naam, d.Omschrijving)
	}
	k.goed("wijzig", "1", "--onderwerp", "Anders", "--klager", "Anders", "--omschrijving", "drie\r\nvier")
	d = k.dossier("wijzig", "1", "--onderwerp", geplakt, "--klager", geplakt)
	if d.Onderwerp != wil || d.Klager.Naam != wil || d.Omschrijving != "drie\nvier" {
		t.Errorf("changed: %q, %q, %q", d.Onderwerp, d.Klager.Naam, d.Omschrijving)
	}
	tekst, err := os.ReadFile(filepath.Join(k.pad, "2026", "K2026-0001", "klacht.yaml"))
	if err != nil || strings.ContainsAny(string(tekst), "\x1b\r") {
		t.Errorf("%v\n%q", err, tekst)
	}
	if uit := k.goed("toon", "1"); strings.ContainsAny(uit, "\x1b\u202e") {
		t.Errorf("%q", uit)
	}
}

func TestOpEenRegel(t *testing.T) {
	for _, g := range []struct{ in, wil string }{
		{"", ""},
		{" Factuur \n", "Factuur"},
		{"een\r\ntwee\rdrie\tvier\u2028vijf", "een twee drie vier vijf"},
		{"\x1b[2J\x00klacht\u009b", "[2Jklacht"},
		{"Familie 👨\u200d👩\u200d👧", "Familie 👨\u200d👩\u200d👧"},
		{"క్\u200cష", "క్\u200cష"},
		{"\u200b\u200d\u00ad ", ""},
		{"a\xff", "a\ufffd"},
	} {
		if kreeg := opEenRegel(g.in); kreeg != g.wil {
			t.Errorf("%q: got %q, want %q", g.in, kreeg, g.wil)
		}
	}
}

func TestSamengesteldTekenBlijftHeel(t *testing.T) {
	const wil = "Rani 👨\u200d👩\u200d👧 క్\u200cష"
	k := nieuwKantoor(t)
	if d := k.dossier("nieuw", "--onderwerp", wil, "--categorie", "overig", "--klager", wil); d.Onderwerp != wil || d.Klager.Naam != wil {
		t.Errorf("new: %q, %q", d.Onderwerp, d.Klager.Naam)
	}
	if d := k.dossier("wijzig", "1", "--onderwerp", "Over "+wil); d.Onderwerp != "Over "+wil {
		t.Errorf("changed: %q", d.Onderwerp)
	}
}
