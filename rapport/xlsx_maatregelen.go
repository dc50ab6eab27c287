package rapport

import "strings"

// vulMaatregelen has a row for every measure, and below them the figures that
// say whether they work.
func vulMaatregelen(v *vel, o Overzicht) {
	if len(o.Maatregelen) == 0 {
		v.boven("Maatregelen", maatregelen(o).blokken[0].alinea)
		return
	}
	maatregelen, bewijzen := maatregeltabel(o), bewijstabel(o)
	v.kolombreedten(breedste(maatregelen.passend(), bewijzen.passend()))
	v.boven("Maatregelen", "De maatregelen die in de periode liepen, zoals ze waren op "+dagnaam(o.Peildatum)+".")
	v.tabel(maatregelen)
	v.wit()
	v.bijeen(bewijzen.aantal + 4)
	v.kop("Of ze werken")
	if bewijzen.aantal == 0 {
		v.zeg("Er is nog geen maatregel uitgevoerd waarvan de klachten het kunnen laten zien.", v.stijlen.zin)
		return
	}
	v.zeg("Geteld zijn de dossiers over dezelfde categorie of oorzaak, in even veel dagen voor en na de dag van uitvoering. "+
		"De kans is die op zo'n verschil of een groter als er niets veranderd is; onder de 0,05 heet het meer dan toeval.", v.stijlen.licht)
	v.tabel(bewijzen)
}

func maatregeltabel(o Overzicht) bladtabel {
	t := bladtabel{naam: "Maatregelen", aantal: len(o.Maatregelen), vast: 1}
	t.kolommen = []bladkolom{
		{kop: "Nummer", opmaak: opmWoord}, {kop: "Omschrijving", opmaak: opmTekst}, {kop: "Soort", opmaak: opmWoord}, {kop: "Toestand", opmaak: opmWoord},
		{kop: "Te laat", opmaak: opmWoord}, {kop: "Oordeel", opmaak: opmWoord}, {kop: "Eigen controle", opmaak: opmWoord},
		{kop: "Streefdatum", opmaak: opmDatum}, {kop: "Aangemaakt", opmaak: opmDatum}, {kop: "Uitgevoerd", opmaak: opmDatum},
		{kop: "Controle op", opmaak: opmDatum}, {kop: "Controle gedaan", opmaak: opmDatum},
		{kop: "Categorie", opmaak: opmTekst, breedst: 24}, {kop: "Oorzaak", opmaak: opmTekst, breedst: 24},
		{kop: "Vervolg op", opmaak: opmWoord}, {kop: "Vervolg", opmaak: opmTekst, breedst: 14},
	}
	if o.MetNamen {
		t.kolommen = append(t.kolommen, bladkolom{kop: "Verantwoordelijke", opmaak: opmTekst, breedst: 24})
	}
	var rijen [][]cel
	for _, m := range o.Maatregelen {
		oordeel, zelf := cel{}, cel{}
		if m.Oordeel != nil {
			oordeel, zelf = tekstcel(*m.Oordeel), jaOfNee(m.ZelfGecontroleerd)
		}
		rij := []cel{
			tekstcel(m.Nummer.String()), tekstcel(m.Omschrijving), tekstcel(string(m.Soort)), tekstcel(string(m.Toestand)),
			jaOfNee(m.TeLaat), oordeel, zelf,
			datumcel(m.Streefdatum), datumcel(m.AangemaaktOp), datumcel(m.UitgevoerdOp), datumcel(m.ControleOp), datumcel(m.GecontroleerdOp),
			tekstcel(m.Categorie), tekstcel(m.Oorzaak), tekstcel(m.VervolgOp), tekstcel(strings.Join(m.Vervolg, ", ")),
		}
		if o.MetNamen {
			rij = append(rij, tekstcel(m.Verantwoordelijke))
		}
		rijen = append(rijen, rij)
	}
	t.rijen = rijenVan(rijen)
	return t
}

// bewijstabel has the measures of which there are figures, in columns as wide as
// those of maatregeltabel.
func bewijstabel(o Overzicht) bladtabel {
	t := bladtabel{naam: "Bewijs", kolommen: []bladkolom{
		{kop: "Nummer", opmaak: opmWoord}, {kop: "Wat de cijfers zeggen", opmaak: opmTekst}, {kop: "Uitslag", opmaak: opmWoord}, {kop: "Kans", opmaak: opmKans},
		{kop: "Ervoor", opmaak: opmGetal}, {kop: "Erna", opmaak: opmGetal}, {kop: "Dagen elk", opmaak: opmGetal},
		{kop: "Geteld vanaf", opmaak: opmDatum}, {kop: "Uitgevoerd", opmaak: opmDatum}, {kop: "Geteld t/m", opmaak: opmDatum},
		{kop: "Erna zonder oorzaak", opmaak: opmGetal},
	}}
	var rijen [][]cel
	for _, m := range o.Maatregelen {
		if b := m.Bewijs; b != nil {
			rijen = append(rijen, []cel{
				tekstcel(m.Nummer.String()), tekstcel(b.Zin), tekstcel(string(b.Uitslag)), getalOfStreep(b.P),
				getalcel(b.Ervoor), getalcel(b.Erna), getalcel(b.Dagen),
				datumcel(b.Van), datumcel(b.UitgevoerdOp), datumcel(b.Tot), getalcel(b.NietGeanalyseerd),
			})
		}
	}
	t.rijen, t.aantal = rijenVan(rijen), len(rijen)
	return t
}
