package rapport

import (
	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"

	"github.com/charmbracelet/x/ansi"
)

// vulPerMaand has the months of the period, and the control chart.
func vulPerMaand(v *vel, o Overzicht) {
	t, maanden := maandtabel(o), regelkaarttabel(o.Regelkaart)
	v.kolombreedten(breedste(t.passend(), maanden.passend()))
	uitleg := "Ontvangen, afgehandeld en open per maand van de periode. De termijnen gaan over wat in die maand is ontvangen."
	if o.leeg() {
		uitleg = "In de periode is er niets ontvangen of afgehandeld, en er stond niets open."
	}
	v.boven("Per maand", uitleg)
	if !o.leeg() {
		var delen []string
		for _, m := range o.PerMaand {
			if naam := o.maand(m.Maand); naam != maandnaam(werkdagen.Datum(m.Maand)) {
				delen = append(delen, naam)
			}
		}
		eerste, laatste := v.tabel(t)
		if len(delen) > 0 {
			v.zeg("Niet de hele maand: "+en(delen)+".", v.stijlen.licht)
		}
		if t.aantal > 1 {
			v.stroomgrafiek(eerste, laatste)
		}
	}
	v.regelkaart(o, maanden)
}

// leeg reports whether no month has anything.
func (o Overzicht) leeg() bool {
	for _, m := range o.PerMaand {
		if m.Ontvangen+m.Afgehandeld+m.Open > 0 {
			return false
		}
	}
	return true
}

func maandtabel(o Overzicht) bladtabel {
	kolommen := stroomkolommen("Maand", opmMaand)
	var termijnen []dossier.Termijnnaam
	for _, naam := range dossier.Termijnnamen() {
		som := 0
		for _, m := range o.PerMaand {
			som += m.Termijntellingen.bij(naam).alle()
		}
		if som == 0 {
			continue
		}
		termijnen = append(termijnen, naam)
		n := hoofdletter(string(naam))
		kolommen = append(kolommen,
			bladkolom{kop: n + " op tijd", opmaak: opmGetal}, bladkolom{kop: n + " te laat", opmaak: opmGetal},
			bladkolom{kop: n + " loopt nog", opmaak: opmGetal}, bladkolom{kop: n + " percentage", opmaak: opmProcent})
	}
	var rijen [][]cel
	for _, m := range o.PerMaand {
		rij := []cel{datumcel(werkdagen.Datum(m.Maand)), getalcel(m.Ontvangen), getalcel(m.Afgehandeld), getalcel(m.Open)}
		for _, naam := range termijnen {
			t := m.Termijntellingen.bij(naam)
			rij = append(rij, getalcel(t.Binnen), getalcel(t.TeLaat), getalcel(t.Open), procentcel(t.Percentage))
		}
		rijen = append(rijen, rij)
	}
	return bladtabel{naam: "PerMaand", kolommen: kolommen, aantal: len(rijen), rijen: rijenVan(rijen)}
}

func regelkaarttabel(r Regelkaart) bladtabel {
	t := bladtabel{naam: "Regelkaart", aantal: len(r.Maanden), kolommen: []bladkolom{{kop: "Maand", opmaak: opmMaand}, {kop: "Klachten", opmaak: opmGetal}}}
	grenzen := []struct {
		kop    string
		waarde *float64
	}{{"Gemiddelde", r.Gemiddelde}, {"Ondergrens", r.Ondergrens}, {"Bovengrens", r.Bovengrens}}
	for _, g := range grenzen {
		if g.waarde != nil {
			t.kolommen = append(t.kolommen, bladkolom{kop: g.kop, opmaak: opmDagen})
		}
	}
	if r.Bovengrens != nil {
		t.kolommen = append(t.kolommen, bladkolom{kop: "Buiten de grenzen", opmaak: opmWoord})
	}
	var rijen [][]cel
	for _, m := range r.Maanden {
		rij := []cel{datumcel(werkdagen.Datum(m.Maand)), getalcel(m.Aantal)}
		for _, g := range grenzen {
			if g.waarde != nil {
				rij = append(rij, getalcel(*g.waarde))
			}
		}
		if r.Bovengrens != nil {
			rij = append(rij, jaOfNee(m.Buiten))
		}
		rijen = append(rijen, rij)
	}
	t.rijen = rijenVan(rijen)
	return t
}

func (v *vel) regelkaart(o Overzicht, t bladtabel) {
	r := o.Regelkaart
	v.onderDeTekening()
	v.bijeen(max(len(r.Maanden), rijenVoor(grafiekHoog)) + 6)
	v.kop("Regelkaart")
	if len(r.Maanden) == 0 {
		v.zeg(regelkaart(o).leeg, v.stijlen.zin)
		return
	}
	v.zeg("Klachten per hele maand, met het gemiddelde en de grenzen waarbinnen toeval het verschil kan verklaren.", v.stijlen.licht)
	if r.Onvoldoende != "" {
		v.zeg(r.Onvoldoende, v.stijlen.zin)
	}
	v.wit()
	eerste, laatste := v.tabel(t)
	v.regelkaartgrafiek(o, eerste, laatste, len(t.kolommen)+2)
}

// vulPerCategorie has the categories, and below them the causes: not beside
// them, for a filter hides whole rows.
func vulPerCategorie(v *vel, o Overzicht) {
	categorieen := bladtabel{naam: "PerCategorie", kolommen: vergelijkkolommen("Categorie"), aantal: len(o.PerCategorie)}
	var rijen [][]cel
	for _, c := range o.PerCategorie {
		rijen = append(rijen, vergelijkcellen(naamOf(c.Categorie, "(zonder categorie)"), c.Aantal, c.Vorige))
	}
	categorieen.rijen = rijenVan(rijen)
	categorieen, categorienamen := metKorteNamen(categorieen)
	oorzaken, oorzaaknamen := metKorteNamen(oorzaakblad(o))
	v.kolombreedten(breedste(categorieen.passend(), oorzaken.passend()))
	if len(o.PerCategorie) == 0 {
		v.boven("Per categorie", "Er is in deze en in de vorige periode geen dossier ontvangen.")
	} else {
		v.boven("Per categorie", "De dossiers die zijn ontvangen, naar waarover ze gaan.")
		eerste, laatste := v.tabel(categorieen)
		v.categoriegrafiek(o, eerste, laatste, categorienamen)
		v.onderDeTekening()
	}
	s := perOorzaak(o)
	if len(s.blokken) == 0 {
		return
	}
	v.bijeen(len(o.PerOorzaak) + 6 + rijenVoor(grafiekHoog))
	v.kop(s.kop)
	v.zeg("De dossiers die zijn ontvangen, naar waardoor ze kwamen. Opgeteld is het deel tot en met die oorzaak.", v.stijlen.licht)
	for _, b := range s.blokken {
		if b.alinea != "" {
			v.zeg(b.alinea, v.stijlen.zin)
		}
	}
	if len(o.PerOorzaak) == 0 {
		return
	}
	v.wit()
	eerste, laatste := v.tabel(oorzaken)
	v.paretografiek(o, eerste, laatste, oorzaaknamen)
}

func oorzaakblad(o Overzicht) bladtabel {
	kolommen := append(vergelijkkolommen("Oorzaak"), bladkolom{kop: "Opgeteld", opmaak: opmProcent})
	totaal, tot := 0, 0
	for _, c := range o.PerOorzaak {
		totaal += c.Aantal
	}
	var rijen [][]cel
	for _, c := range o.PerOorzaak {
		tot += c.Aantal
		rijen = append(rijen, append(vergelijkcellen(c.Oorzaak, c.Aantal, c.Vorige), procentcel(percentage(tot, totaal))))
	}
	return bladtabel{naam: "PerOorzaak", kolommen: kolommen, aantal: len(rijen), rijen: rijenVan(rijen)}
}

// metKorteNamen adds a column with names that fit in a chart, where those of the
// first one don't. It gives the column that a chart is to take its names from.
func metKorteNamen(t bladtabel) (bladtabel, int) {
	const past = 32
	teLang := false
	for rij := range t.rijen {
		teLang = teLang || scherm.Breedte(rij[0].tekst) > past
	}
	if !teLang {
		return t, 1
	}
	var rijen [][]cel
	for rij := range t.rijen {
		rijen = append(rijen, append(rij, tekstcel(ansi.Truncate(rij[0].tekst, past, "…"))))
	}
	t.kolommen = append(t.kolommen, bladkolom{kop: "In de grafiek", opmaak: opmWoord})
	t.rijen = rijenVan(rijen)
	return t, len(t.kolommen)
}
