package rapport

// pdfSchaal is how many points a unit of a tekening is: a pixel at 96 dpi.
const pdfSchaal = 0.75

// grafiek sets a chart under its title, or the reason why there is none. What is
// told to who points at a part of it stands in the tables.
func (z *pdfzetter) grafiek(g *grafiek) {
	t := g.teken(zetBreed / pdfSchaal)
	van := len(z.stukken)
	z.bijschrift(g.titel, trapTussenkop(), witGrafiek)
	if g.leeg != "" || len(t.vormen) == 0 {
		z.alinea(g.leeg, trapTekst(), 2)
		return
	}
	z.bijschrift(g.beschrijving, trapNoot(), 1)
	z.tekening(t)
	// Right under the heading of a section, it stays there.
	z.stukken[van].zweeft = van > 0 && !z.stukken[van-1].plakt
}

// bijschrift sets text that stays with what is under it.
func (z *pdfzetter) bijschrift(tekst string, t trap, wit float64) {
	van := len(z.stukken)
	z.alinea(tekst, t, wit)
	for i := range z.stukken[van:] {
		z.stukken[van+i].plakt = true
	}
}

// tekening sets a drawing. One that is higher than a page is made smaller.
func (z *pdfzetter) tekening(t tekening) {
	const bijKop = 150.0 // for the headings that stay with it
	schaal := min(pdfSchaal, (zetHoog-bijKop)/t.hoog)
	s := stuk{hoog: t.hoog * schaal, wit: 6}
	for _, v := range t.vormen {
		s.vormen = append(s.vormen, z.vorminkt(v, schaal))
	}
	z.zet(s)
}

// vorminkt is v in points. Its text is what the typeface can show, and stays
// within the page.
func (z *pdfzetter) vorminkt(v vorm, schaal float64) inkt {
	uit := inkt{vorm: v, kleur: rolkleur(v.rol, v.soort)}
	uit.x, uit.y = v.x*schaal, v.y*schaal
	uit.b, uit.h = v.b*schaal, v.h*schaal
	uit.straal, uit.dik, uit.grootte = v.straal*schaal, v.dik*schaal, v.grootte*schaal
	uit.punten = nil
	for _, p := range v.punten {
		uit.punten = append(uit.punten, punt{p.x * schaal, p.y * schaal})
	}
	if v.soort == vormTekst {
		snit := z.letters.snit(v.vet)
		tekst := snit.kort(z.toonbaar(v.tekst), uit.grootte, zetBreed)
		lang := snit.breedte(tekst, uit.grootte)
		switch v.anker {
		case ankerMidden:
			uit.x -= lang / 2
		case ankerEind:
			uit.x -= lang
		}
		uit.x = max(0, min(uit.x, zetBreed-lang))
		uit.anker, uit.tekst = ankerBegin, opVolgorde(tekst)
	}
	return uit
}

// rolkleur gives the colour of what is drawn. Each carries white text at 4.5 to 1
// or more, but for the grid and what gives way (3 to 1: WCAG 2.2, 1.4.11).
func rolkleur(r rol, soort vormsoort) kleur {
	switch r {
	case rolZacht:
		if soort == vormTekst {
			return kleurZacht()
		}
		return kleur{0x8a, 0x94, 0x9e}
	case rolRaster:
		return kleur{0xdd, 0xe2, 0xe7}
	case rolReeks:
		return kleur{0x1f, 0x5c, 0x99}
	case rolVorige:
		return kleur{0x86, 0x94, 0xa3}
	case rolLijn:
		return kleur{0xb0, 0x4a, 0x06}
	case rolMidden:
		return kleur{0x3d, 0x6b, 0x4f}
	case rolGrens:
		return kleur{0xa3, 0x22, 0x2a}
	case rolBuiten:
		return kleur{0xc2, 0x14, 0x24}
	case rolGoed:
		return kleur{0x2c, 0x7a, 0x58}
	case rolFout:
		return kleur{0x8f, 0x1d, 0x1d}
	case rolOpen:
		return kleur{0x5f, 0x6b, 0x76}
	case rolPapier:
		return kleur{0xff, 0xff, 0xff}
	}
	return kleurTekst()
}
