package dossier

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestBewaarBestand(t *testing.T) {
	map_ := t.TempDir()
	pad := filepath.Join(map_, "rapport.pdf")
	inhoud := func() string {
		t.Helper()
		b, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	if err := BewaarBestand(pad, []byte("een"), false); err != nil || inhoud() != "een" {
		t.Fatalf("een nieuw bestand: %v", err)
	}
	var fout *Fout
	if err := BewaarBestand(pad, []byte("twee"), false); !errors.As(err, &fout) || fout.Wat != pad+" bestaat al" || inhoud() != "een" {
		t.Errorf("wat er al staat: %v, en er staat nu %q", err, inhoud())
	}
	if err := BewaarBestand(pad, []byte("twee"), true); err != nil || inhoud() != "twee" {
		t.Errorf("vervangen: %v, en er staat nu %q", err, inhoud())
	}
	onder := filepath.Join(map_, "onder")
	if err := os.Mkdir(onder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, vervangen := range []bool{false, true} {
		if err := BewaarBestand(onder, []byte("x"), vervangen); !errors.As(err, &fout) || fout.Wat != onder+" is een map" {
			t.Errorf("over een map heen, vervangen %v: %v", vervangen, err)
		}
	}
	if err := BewaarBestand(filepath.Join(map_, "weg", "rapport.pdf"), nil, true); !errors.As(err, &fout) {
		t.Errorf("in een map die er niet is: %v", err)
	}
	namen, err := os.ReadDir(map_)
	if err != nil || len(namen) != 2 {
		t.Errorf("er staat meer dan het bestand en de map: %v %v", namen, err)
	}
}

// Whatever step fails, the old file is there or the new one, whole.
func TestBewaarBestandOpEenLastigeSchijf(t *testing.T) {
	for _, vervangen := range []bool{false, true} {
		for stap := 1; ; stap++ {
			onder := nieuweSchijf(t)
			if vervangen {
				if err := bewaarBestand(onder, "r.pdf", "r.pdf", []byte("oud"), false); err != nil {
					t.Fatal(err)
				}
			}
			l := &lastigeSchijf{onder: onder, faal: stap, fout: errGecrasht}
			err := bewaarBestand(l, "r.pdf", "r.pdf", []byte("nieuw"), vervangen)
			b, leesfout := leesOfNiets(onder, "r.pdf", 100)
			staat := string(b)
			heel := staat == "nieuw" || vervangen && staat == "oud" || !vervangen && b == nil
			if leesfout != nil || !heel || err == nil && staat != "nieuw" {
				t.Errorf("vervangen %v, stap %d (%v): er staat %q (%v)", vervangen, stap, err, staat, leesfout)
			}
			if !l.geraakt() {
				break
			}
		}
	}
}
