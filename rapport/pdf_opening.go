package rapport

import "slices"

// opening sets what the first page begins with: title, period, and the figures
// that a reader looks for.
func (z *pdfzetter) opening(d document, o Overzicht) {
	z.zet(stuk{hoog: 4, plakt: true, vormen: []inkt{vlakinkt(0, 0, 64, 4, kleurKop())}})
	t := trapTitel()
	for i, r := range z.regels(d.titel, t, zetBreed) {
		s := stuk{hoog: t.regel, vormen: []inkt{t.inkt(r, 0, 0)}}
		if i == 0 {
			s.wit, s.kop = 12, d.titel
		}
		z.zet(s)
	}
	z.alinea(hoofdletter(o.periode().naam()), trapPeriode(), 2)
	z.alinea(d.inleiding, trapTekst(), 10)
	erboven := 14.0
	for rij := range slices.Chunk(tegels(o), tegelsNaastElkaar) {
		z.tegels(rij, erboven)
		erboven = tegelwit
	}
}

const (
	tegelsNaastElkaar = 4
	tegelwit          = 8.0 // between them
)

// tegels sets a row of key figures, with white space above it.
func (z *pdfzetter) tegels(rij []tegel, erboven float64) {
	const (
		hoog, rand = 62.0, 9.0
		breed      = (zetBreed - (tegelsNaastElkaar-1)*tegelwit) / tegelsNaastElkaar
	)
	s := stuk{hoog: hoog, wit: erboven}
	for i, k := range rij {
		x := float64(i) * (breed + tegelwit)
		s.vormen = append(s.vormen, vlakinkt(x, 0, breed, hoog, kleurVlak()))
		for _, regel := range []struct {
			tekst string
			trap  trap
			y     float64
		}{
			{k.Naam, trap{9, 12, false, kleurTekst()}, 7},
			{k.Waarde, trap{20, 24, true, kleurKop()}, 19},
			{k.Toen, trap{8, 11, false, kleurZacht()}, 44},
		} {
			t := regel.trap
			t.grootte = z.passend(regel.tekst, t, breed-2*rand)
			s.vormen = append(s.vormen, t.inkt(regel.tekst, x+rand, regel.y))
		}
	}
	z.zet(s)
}

// passend is the size at which a short text of ours fits.
func (z *pdfzetter) passend(tekst string, t trap, breed float64) float64 {
	if b := z.letters.snit(t.vet).breedte(tekst, t.grootte); b > breed {
		return t.grootte * breed / b
	}
	return t.grootte
}
