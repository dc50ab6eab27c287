package bericht

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// drie are messages that each kind of place is to give back, byte for byte.
var drie = []string{
	"From: een@example.nl\nSubject: een\n\nEerste.\n",
	"From: twee@example.nl\nSubject: twee\n\nBeste,\nFrom nu af aan: niet meer.\n>From here.\n\nGroet\n",
	"From: drie@example.nl\nSubject: drie\n\nDerde.\n",
}

const scheiding = "From jan@example.nl Fri Nov 20 16:40:05 2026\n"

// alsMbox puts messages behind one another as mboxrd does.
func alsMbox(berichten ...string) string {
	var b strings.Builder
	for _, s := range berichten {
		b.WriteString(scheiding)
		for regel := range strings.Lines(s) {
			if strings.HasPrefix(strings.TrimLeft(regel, ">"), "From ") {
				b.WriteByte('>')
			}
			b.WriteString(regel)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// gevonden lists what Berichten gives, an error as its text.
func gevonden(fsys fs.FS, pad string) (waar, inhoud []string) {
	for b, err := range Berichten(fsys, pad) {
		w := b.String()
		if b.Vlaggen != "" {
			w += " " + b.Vlaggen
		}
		if err != nil {
			w += ": " + err.Error()
		} else {
			inhoud = append(inhoud, string(b.Inhoud))
		}
		waar = append(waar, w)
	}
	return waar, inhoud
}

func bestand(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// TestAllePlaatsen finds the same three messages in every kind of place, and says where.
func TestAllePlaatsen(t *testing.T) {
	fsys := fstest.MapFS{
		"inbox":               bestand(alsMbox(drie...)),
		"crlf.mbox":           bestand(strings.ReplaceAll(alsMbox(drie...), "\n", "\r\n")),
		"los.eml":             bestand(drie[0]),
		"Maildir/cur/1.a:2,S": bestand(drie[0]), "Maildir/cur/2.a;2,RT": bestand(drie[1]), "Maildir/new/0.a": bestand(drie[2]),
		"Maildir/tmp/9.a": bestand("half"), "Maildir/cur/.verborgen": bestand("x"), "Maildir/dovecot.index": bestand("x"),
		"Maildir/.Verzonden/cur/5": bestand(drie[0]), "Maildir/.Verzonden/new/6": bestand(drie[1]),
		"map/a.eml": bestand(drie[0]), "map/b/c/d.txt": bestand(drie[1]), "map/z.EML": bestand(drie[2]),
		"map/Thumbs.db": bestand("x"), "map/.DS_Store": bestand("x"), "map/x.msf": bestand("x"), "map/~$a.doc": bestand("x"),
		"gemengd/1.mbox": bestand(alsMbox(drie[0], drie[1])), "gemengd/2/cur/a": bestand(drie[2]), "gemengd/2/new/.keep": bestand(""),
		"gemengd/3.pdf": bestand("%PDF-1.7"), "gemengd/4.txt": bestand("Zomaar: een tekst.\n\nZonder kop."),
	}
	for _, g := range []struct {
		pad  string
		waar []string
		crlf bool
	}{
		{"inbox", []string{"inbox, bericht 1", "inbox, bericht 2", "inbox, bericht 3"}, false},
		{"crlf.mbox", []string{"crlf.mbox, bericht 1", "crlf.mbox, bericht 2", "crlf.mbox, bericht 3"}, true},
		{"Maildir", []string{"Maildir/cur/1.a:2,S S", "Maildir/cur/2.a;2,RT RT", "Maildir/new/0.a"}, false},
		{"map", []string{"map/a.eml", "map/b/c/d.txt", "map/z.EML"}, false},
		{"gemengd/", []string{"gemengd/1.mbox, bericht 1", "gemengd/1.mbox, bericht 2", "gemengd/2/cur/a",
			"gemengd/3.pdf: dit is geen e-mailbericht", "gemengd/4.txt: dit is geen e-mailbericht"}, false},
	} {
		t.Run(g.pad, func(t *testing.T) {
			waar, inhoud := gevonden(fsys, g.pad)
			if diff := cmp.Diff(g.waar, waar); diff != "" {
				t.Errorf("where (-want +got):\n%s", diff)
			}
			want := strings.Join(drie, "|")
			if g.crlf {
				want = strings.ReplaceAll(want, "\n", "\r\n")
			}
			if diff := cmp.Diff(want, strings.Join(inhoud, "|")); diff != "" {
				t.Errorf("content (-want +got):\n%s", diff)
			}
		})
	}
	if waar, _ := gevonden(fsys, "los.eml"); !cmp.Equal(waar, []string{"los.eml"}) {
		t.Error(waar)
	}
	if waar, _ := gevonden(fsys, "Maildir/.Verzonden"); len(waar) != 2 {
		t.Error(waar)
	}
	for _, err := range Berichten(fsys, "weg.eml") {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Error(err)
		}
	}
	// Whoever has seen enough stops.
	for _, pad := range []string{"inbox", "Maildir", "map", "gemengd"} {
		for range Berichten(fsys, pad) {
			break
		}
	}
}

func TestMbox(t *testing.T) {
	const een, twee = "From: een@example.nl\n\nEen.\n", "From: twee@example.nl\n\nTwee.\n"
	metLengte := func(n int, tekst string) string {
		return fmt.Sprintf("From: x@example.nl\nContent-Length: %d\n\n%s", n, tekst)
	}
	lang := "Citaat:\n\nFrom piet@example.nl Fri Nov 20 16:40:05 2026\nFrom: piet@example.nl\n>From hier.\n"
	for _, g := range []struct {
		naam, mbox string
		want       []string
	}{
		{"zonder lege regel ertussen", scheiding + een + scheiding + twee, []string{een, twee}},
		{"zonder regeleinde aan het eind", scheiding + een + "\n" + scheiding + "From: a@example.nl\n\nb", []string{een, "From: a@example.nl\n\nb"}},
		{"Thunderbird", "From - Fri Nov 20 16:40:05 2026\n" + een + "\nFrom - \n" + twee, []string{een, twee}},
		{"Thunderbird, From alleen", "From \n" + een + "\nFrom \n" + twee, []string{een, twee}},
		{"zin die met From begint", scheiding + "From: a@example.nl\n\nx\n\nFrom 12:30 on it was dark\nand cold.\n", []string{"From: a@example.nl\n\nx\n\nFrom 12:30 on it was dark\nand cold.\n"}},
		{"lege regels vooraan", "\n\n" + scheiding + een, []string{een}},
		{"eerst de lengte, letterlijk From", scheiding + metLengte(len(lang), lang) + "\n" + scheiding + twee, []string{metLengte(len(lang), lang), twee}},
		{"de lengte van de laatste", scheiding + metLengte(len(lang), lang), []string{metLengte(len(lang), lang)}},
		{"lengte te groot", scheiding + metLengte(1000, "Een.\n") + "\n" + scheiding + twee, []string{metLengte(1000, "Een.\n"), twee}},
		{"lengte te groot, daarna niet meer geloofd",
			scheiding + metLengte(90, "Een.\n") + "\n" + scheiding + metLengte(len(lang), lang) + "\n" + scheiding + twee,
			[]string{metLengte(90, "Een.\n"), metLengte(len(lang), "Citaat:\n"), "From: piet@example.nl\n>From hier.\n", twee}},
		{"lengte te klein", scheiding + metLengte(2, "Een.\n") + "\n" + scheiding + twee, []string{metLengte(2, "Een.\n"), twee}},
		{"From zonder >", scheiding + "From: a@example.nl\n\n>>From x\n>From y\n> From z\n", []string{"From: a@example.nl\n\n>From x\nFrom y\n> From z\n"}},
	} {
		t.Run(g.naam, func(t *testing.T) {
			_, inhoud := gevonden(fstest.MapFS{"postvak": bestand(g.mbox)}, "postvak")
			if diff := cmp.Diff(g.want, inhoud); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// herhaald is a file of one block over and over, which is never in memory.
type herhaald struct {
	blok  []byte
	groot int64
	plek  int64
}

func (h *herhaald) Open(string) (fs.File, error) { return &herhaald{h.blok, h.groot, 0}, nil }
func (h *herhaald) Close() error                 { return nil }
func (h *herhaald) Stat() (fs.FileInfo, error)   { return h, nil }
func (h *herhaald) Name() string                 { return "postvak" }
func (h *herhaald) Size() int64                  { return h.groot }
func (h *herhaald) Mode() fs.FileMode            { return 0o600 }
func (h *herhaald) ModTime() time.Time           { return time.Time{} }
func (h *herhaald) IsDir() bool                  { return false }
func (h *herhaald) Sys() any                     { return nil }
func (h *herhaald) Read(p []byte) (int, error) {
	if h.plek >= h.groot {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && h.plek < h.groot {
		k := copy(p[n:min(int64(len(p)), int64(n)+h.groot-h.plek)], h.blok[h.plek%int64(len(h.blok)):])
		n, h.plek = n+k, h.plek+int64(k)
	}
	return n, nil
}

// A mailbox of any size is read message by message: half a gigabyte here, with a message of 1.4 MB in memory.
func TestMboxNooitInHetGeheel(t *testing.T) {
	blok := []byte(scheiding + "From: a@example.nl\nContent-Length: 1441792\n\n" + strings.Repeat("Klacht van een klant.\n", 1<<16) + "\n")
	n := 0
	var geheugen runtime.MemStats
	for b, err := range Berichten(&herhaald{blok: blok, groot: 512 << 20}, "postvak") {
		if n++; err != nil || b.Nummer != n || len(b.Inhoud) < 1<<20 && n < 370 {
			t.Fatalf("message %d: %d bytes, %v", n, len(b.Inhoud), err)
		}
		if n == 300 {
			runtime.ReadMemStats(&geheugen)
		}
	}
	if n != 373 || geheugen.HeapAlloc > 64<<20 {
		t.Errorf("%d messages, %d MiB in use", n, geheugen.HeapAlloc>>20)
	}
}

func TestMboxTeGrootBericht(t *testing.T) {
	mbox := scheiding + drie[0] + "\n" + scheiding + "From: groot@example.nl\n\n" + strings.Repeat("x", maxBericht) + "\n\n" + scheiding + drie[2]
	waar, inhoud := gevonden(fstest.MapFS{"postvak": bestand(mbox)}, "postvak")
	if diff := cmp.Diff([]string{"postvak, bericht 1", "postvak, bericht 2: het bericht is groter dan 100 MiB", "postvak, bericht 3"}, waar); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{drie[0], drie[2]}, inhoud); diff != "" {
		t.Error(diff)
	}
}

// Fifty folders within one another are walked through, and no more.
func TestMapTeDiep(t *testing.T) {
	waar, _ := gevonden(fstest.MapFS{strings.Repeat("a/", 60) + "x.eml": bestand(drie[0])}, "a")
	if len(waar) != 1 || !strings.HasSuffix(waar[0], ": hier zitten meer dan 50 mappen in elkaar; wat dieper zit, is niet gelezen") {
		t.Error(waar)
	}
}

// Whatever an mbox holds, every byte of a line comes out once and in order, but for the lines that separate messages and >.
func FuzzMbox(f *testing.F) {
	f.Add([]byte(alsMbox(drie...)))
	f.Add([]byte(strings.ReplaceAll(alsMbox(drie...), "\n", "\r\n")))
	f.Add([]byte(scheiding + "From: x@example.nl\nContent-Length: 90\n\nx\n\n" + scheiding + "From: y@example.nl\nContent-Length: 5\n\nx\n"))
	f.Add([]byte("From \nSubject: x\n\nFrom - \nSubject: y\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m := 0
		for _, inhoud := range alleInhoud(b) {
			m += len(inhoud)
			if len(inhoud) > len(b) {
				t.Errorf("a message of %d bytes out of %d", len(inhoud), len(b))
			}
		}
		if m > len(b) {
			t.Errorf("%d bytes out of %d", m, len(b))
		}
		if bytes.HasPrefix(b, []byte(scheiding+"From: ")) && m == 0 && len(b) > len(scheiding)+10 {
			t.Error("no message in an mbox")
		}
	})
}

func alleInhoud(b []byte) [][]byte {
	var uit [][]byte
	for bron, err := range Berichten(fstest.MapFS{"postvak": bestand(string(b))}, "postvak") {
		if err == nil {
			uit = append(uit, bron.Inhoud)
		}
	}
	return uit
}
