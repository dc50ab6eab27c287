package dossier

import (
	"fmt"
	"testing"
)

// eenRij is a row of a register of which everything is known.
func eenRij(n int) Overtenemen {
	nummer := fmt.Sprintf("R%06d", n)
	return Overtenemen{
		Aanmelding: Aanmelding{
			Onderwerp: "Zaal te koud", Categorie: "overig", Ontvangen: tijdstip("2026-03-02"), Behandelaar: "Sanne de Vries",
			Klager:       Klager{Naam: "E. Bakker", Telefoon: "06-12345678"},
			Omschrijving: "De zaal was te koud, en de koffie ook.",
			Overgenomen:  Overname{Bron: "register", Nummer: nummer, Kenmerk: Kenmerk(nummer)},
		},
		Verloop: []Gebeurtenis{
			eenGebeurtenis("2026-03-04 bevestigd"),
			eenGebeurtenis("2026-03-23 analyse oorzaak=planning"),
			eenGebeurtenis("2026-03-23 afgehandeld uitkomst=gegrond"),
			{Wat: WatNotitie, Op: nu.Nu, Tekst: "Overgenomen uit register, regel 12.\nmaatregel: Rooster aangepast"},
		},
		Onbekend: []Termijnnaam{TermijnBevestiging, TermijnVoorstel},
	}
}

func BenchmarkOverneem(b *testing.B) {
	r := NieuweRegels(rezulto(b))
	b.Run("beoordelen", func(b *testing.B) {
		for i := range b.N {
			if _, err := r.Overneem(eenRij(i), nu); err != nil {
				b.Fatal(err)
			}
		}
	})
	k, err := r.Overneem(eenRij(1), nu)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("schrijven", func(b *testing.B) {
		for range b.N {
			k.tekst()
		}
	})
	tekst := k.tekst()
	b.Run("teruglezen", func(b *testing.B) {
		for range b.N {
			if _, _, err := leesKlacht(Nummer{}, bestandKlacht, tekst); err != nil {
				b.Fatal(err)
			}
		}
	})
}
