package rapport

// pdfzetter makes pieces for the pages out of the document.
type pdfzetter struct {
	letters   *pdfletters
	stukken   []stuk
	blok      int
	vervangen bool // a character could not be shown
}

// trap is a size of text, with the distance between its lines.
type trap struct {
	grootte, regel float64
	vet            bool
	kleur          kleur
}

func trapTitel() trap     { return trap{22, 27, true, kleurKop()} }
func trapPeriode() trap   { return trap{12, 16, false, kleurZacht()} }
func trapKop() trap       { return trap{14, 18, true, kleurKop()} }
func trapTekst() trap     { return trap{10, 14.5, false, kleurTekst()} }
func trapTabel() trap     { return trap{9, 12.5, false, kleurTekst()} }
func trapTabelkop() trap  { return trap{9, 12, true, kleurKop()} }
func trapTussenkop() trap { return trap{10, 14, true, kleurTekst()} }
func trapNoot() trap      { return trap{8.5, 12, false, kleurZacht()} }

const (
	witAlinea  = 7.0
	witSectie  = 24.0
	witTabel   = 12.0
	witGrafiek = 12.0
	inspring   = 12.0
)

// zetDocument makes the pieces of the whole report.
func zetDocument(l *pdfletters, d document, o Overzicht) []stuk {
	z := &pdfzetter{letters: l}
	z.opening(d, o)
	for _, s := range d.secties {
		z.kop(s.kop)
		for i, b := range s.blokken {
			z.blok++
			switch {
			case b.tabel != nil:
				z.tabel(b.tabel)
			case b.grafiek != nil:
				z.grafiek(b.grafiek)
			case len(b.punten) > 0:
				z.punten(b.punten)
			default:
				z.alinea(b.alinea, trapTekst(), witAlinea)
			}
			if i+1 < len(s.blokken) && horenBijeen(b, s.blokken[i+1]) {
				z.stukken[len(z.stukken)-1].plakt = true
			}
		}
	}
	if z.vervangen {
		z.alinea("Een "+string(vervangteken)+" staat op de plaats van een teken dat dit document niet kan laten zien. In de andere vormen van dit rapport staat het er wel.", trapNoot(), witSectie)
	}
	return z.stukken
}

// horenBijeen holds for a table with the words before or after it.
func horenBijeen(b, volgende blok) bool {
	return b.alinea != "" && volgende.tabel != nil || b.tabel != nil && volgende.alinea != ""
}

// toonbaar is the text as it can be shown.
func (z *pdfzetter) toonbaar(s string) string {
	uit := z.letters.toonbaar(s)
	z.vervangen = z.vervangen || telTeken(uit, vervangteken) > telTeken(s, vervangteken)
	return uit
}

func telTeken(s string, teken rune) int {
	n := 0
	for _, r := range s {
		if r == teken {
			n++
		}
	}
	return n
}

func (z *pdfzetter) zet(s stuk) {
	s.blok = z.blok
	z.stukken = append(z.stukken, s)
}

// regels breaks a text into lines.
func (z *pdfzetter) regels(tekst string, t trap, breed float64) []string {
	return z.letters.snit(t.vet).breek(z.toonbaar(tekst), t.grootte, breed)
}

// basis is where the letters of a line stand, from its top.
func (t trap) basis() float64 { return (t.regel-t.grootte)/2 + 0.78*t.grootte }

func (t trap) inkt(tekst string, x, y float64) inkt {
	return tekstinkt(opVolgorde(tekst), x, y+t.basis(), t.grootte, t.vet, t.kleur)
}

func (z *pdfzetter) kop(kop string) {
	z.blok++
	t := trapKop()
	for i, r := range z.regels(kop, t, zetBreed) {
		s := stuk{hoog: t.regel, plakt: true, vormen: []inkt{t.inkt(r, 0, 0)}}
		if i == 0 {
			s.wit, s.kop = witSectie, kop
		}
		z.zet(s)
	}
	// What follows begins close under it.
	z.stukken[len(z.stukken)-1].hoog += 2
}

// alinea sets a paragraph, of which at least two lines are together.
func (z *pdfzetter) alinea(tekst string, t trap, wit float64) {
	z.tekst(tekst, t, wit, 0, "")
}

func (z *pdfzetter) punten(punten []string) {
	for i, p := range punten {
		wit := witAlinea
		if i > 0 {
			wit = 4
		}
		z.tekst(p, trapTekst(), wit, inspring, "•")
	}
}

func (z *pdfzetter) tekst(tekst string, t trap, wit, in float64, teken string) {
	regels := z.regels(tekst, t, zetBreed-in)
	for i, r := range regels {
		s := stuk{hoog: t.regel, vormen: []inkt{t.inkt(r, in, 0)}}
		if i == 0 {
			s.wit = wit
			if teken != "" {
				s.vormen = append([]inkt{t.inkt(teken, 0, 0)}, s.vormen...)
			}
		}
		s.plakt = i < len(regels)-1 && (i == 0 || i == len(regels)-2)
		z.zet(s)
	}
}
