package dossier

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestZelfdeBerichtNietTweeKeer(t *testing.T) {
	m := nieuweMap(t)
	registreer := func(bericht, id string) error {
		a := aanmelding("x")
		a.Bericht, a.BerichtID = []byte(bericht), id
		_, err := m.Registreer(context.Background(), a, nu)
		return err
	}
	metFout(t, registreer("een", "1@example.org"), "")
	metFout(t, registreer("anders onderweg", "1@example.org"), "dit bericht is al geregistreerd: het staat in K2026-0001")
	metFout(t, registreer("een", "2@example.org"), "")
	metFout(t, registreer("zonder id", ""), "")
	metFout(t, registreer("zonder id", ""), "dit bericht is al geregistreerd: het staat in K2026-0003")
	metFout(t, registreer("ook zonder id", ""), "")

	// The same text as an attachment is no message.
	a := aanmelding("x")
	a.Bijlagen = []Bijlage{bijlageMet("mail.eml", "als bijlage")}
	if _, err := m.Registreer(context.Background(), a, nu); err != nil {
		t.Fatal(err)
	}
	metFout(t, registreer("als bijlage", ""), "")
}

// An unreadable record in which a longer id stands kept another message out.
func TestOnleesbaarDossierMetLangereBerichtID(t *testing.T) {
	const id = "1@mail.example"
	for _, tt := range []struct {
		tekst string
		dat   bool
	}{
		{"bericht_id: 1@mail.example", true},
		{"bericht_id: \"1@mail.example\"\n", true},
		{"{bericht_id: '1@mail.example', wat: ontvangen}", true},
		{"<1@mail.example>", true},
		{"1@mail.example", true},
		{"11@mail.example en 1@mail.example", true},
		{"bericht_id: 11@mail.example\n", false},
		{"bericht_id: 1@mail.example.org\n", false},
		{"bericht_id: a.1@mail.example\n", false},
		{"bericht_id: é1@mail.example\n", false},
		{"bericht_id: 1@mail.examples\n", false},
		{"", false},
	} {
		m := nieuweMap(t)
		legNeer(t, m, Nummer{2026, 1}, "id: x\nonderwerp: {\n"+tt.tekst)
		a := aanmelding("x")
		a.Bericht, a.BerichtID = []byte("x"), id
		wil := ""
		if tt.dat {
			wil = "dit bericht is al geregistreerd: het staat in K2026-0001"
		}
		_, err := m.Registreer(context.Background(), a, nu)
		metFout(t, err, wil)
	}
}

// schijfMetTolk tells of every record that is read, and of the folder's slot.
type schijfMetTolk struct {
	schijf
	mu   sync.Mutex
	meld func(wat string)
}

func (s *schijfMetTolk) zeg(wat string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.meld(wat)
}

func (s *schijfMetTolk) lees(naam string, grens int64) ([]byte, error) {
	s.zeg("lees " + naam)
	return s.schijf.lees(naam, grens)
}

func (s *schijfMetTolk) schrijfNieuw(naam string, r io.Reader) (geschreven, error) {
	g, err := s.schijf.schrijfNieuw(naam, r)
	if err == nil {
		s.zeg("schrijf " + naam)
	}
	return g, err
}

// All records were read while the folder's slot was held: in a large folder
// others gave up waiting. Now only what is new is read then, and still seen.
func TestBerichtZoekenHieldAnderenOp(t *testing.T) {
	m := nieuweMap(t)
	for i := range 3 {
		legNeer(t, m, Nummer{2026, i + 1}, metID(fmt.Sprintf("id-%d", i)))
	}
	a := aanmelding("x")
	a.Bericht, a.BerichtID = []byte("x"), "1@example.org"
	for _, tt := range []struct {
		naam, nieuw, fout string
	}{
		{"ander bericht", "2@example.org", ""},
		{"hetzelfde bericht", a.BerichtID, "dit bericht is al geregistreerd: het staat in K2026-0010"},
	} {
		var metSlot []string
		heeftSlot := false
		tolk := &schijfMetTolk{schijf: m.schijf}
		tolk.meld = func(wat string) {
			switch {
			case wat == "schrijf "+slotNaam:
				heeftSlot = true
				legNeer(t, m, Nummer{2026, 10}, strings.Replace(metID("nieuw"), "wat: ontvangen", "wat: ontvangen\n    bericht_id: "+tt.nieuw, 1))
			case heeftSlot && strings.HasPrefix(wat, "lees ") && strings.HasSuffix(wat, bestandKlacht):
				metSlot = append(metSlot, wat)
			}
		}
		ander := openMap(t, m.Pad)
		ander.schijf = tolk
		k, err := ander.Registreer(context.Background(), a, nu)
		metFout(t, err, tt.fout)
		if slices.Sort(metSlot); !slices.Equal(metSlot, []string{"lees 2026/K2026-0010/klacht.yaml"}) {
			t.Errorf("%s: gelezen met het slot: %v", tt.naam, metSlot)
		}
		if k != nil {
			if err := m.schijf.verwijderBoom(k.Nummer.Map()); err != nil {
				t.Fatal(err)
			}
		}
		if err := m.schijf.verwijderBoom("2026/K2026-0010"); err != nil {
			t.Fatal(err)
		}
		gelijk(t, "slot weer vrij", slices.Contains(namenIn(t, m.schijf, "."), slotNaam), false)
	}
}
