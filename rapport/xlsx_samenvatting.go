package rapport

import (
	"fmt"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// vulSamenvatting is the sheet to read: what the other formats begin with, their
// sentences and all figures that are not on a sheet of their own.
func vulSamenvatting(v *vel, o Overzicht) {
	v.kolombreedten([]float64{34, 15, 15, 15, 15, 15})
	v.boven(v.titel, waarover(o))
	v.kop("In het kort")
	for _, s := range []string{zinOntvangen(o), zinOpen(o), zinOpTijd(o)} {
		if s != "" {
			v.zeg(s, v.stijlen.zin)
		}
	}
	v.signalen(o)
	v.sectie(verloop(o), func() { v.stroom(o) })
	v.sectie(opTijd(o), func() { v.opTijd(o) })
	v.sectie(doorlooptijd(o), func() { v.doorlooptijd(o) })
	v.sectie(afloop(o), func() { v.uitkomsten(o) })
	v.sectie(nuTeLaat(o), func() { v.teLaat(o) })
	v.sectie(bewaren(o), func() {})
	v.bewaarcijfers(o.Bewaren)
	v.sectie(besluiten(o), func() {})
	v.sectie(hoeGeteld(o), func() {})
}

// sectie writes a section of the document, with tabellen in place of its tables:
// the same with numbers in them. One that has nothing to say is left out.
func (v *vel) sectie(s sectie, tabellen func()) {
	if len(s.blokken) == 0 {
		return
	}
	v.wit()
	v.kop(s.kop)
	geteld := false
	for _, b := range s.zonderGrafieken() {
		switch {
		case b.tabel != nil:
			if !geteld {
				tabellen()
			}
			geteld = true
		case len(b.punten) > 0:
			for _, p := range b.punten {
				v.punt(p)
			}
		default:
			v.zeg(b.alinea, v.stijlen.zin)
		}
	}
}

// kolommenVan gives columns of the document the opmaken of their cells.
func kolommenVan(kolommen []scherm.Kolom, opmaken ...opmaak) []bladkolom {
	uit := make([]bladkolom, len(kolommen))
	for i, k := range kolommen {
		uit[i] = bladkolom{kop: k.Titel, opmaak: opmaken[i]}
	}
	return uit
}

// tabelOpBlad writes a small table, without a filter.
func (v *vel) tabelOpBlad(kolommen []bladkolom, rijen [][]cel) {
	v.tabel(bladtabel{kolommen: kolommen, aantal: len(rijen), rijen: rijenVan(rijen)})
}

func vergelijkcellen(naam string, nu, toen int) []cel {
	return []cel{tekstcel(naam), getalcel(nu), getalcel(toen), getalcel(nu - toen)}
}

func vergelijkkolommen(eerste string) []bladkolom {
	return kolommenVan(vergelijking(eerste), opmTekst, opmGetal, opmGetal, opmVerschil)
}

func stroomkolommen(eerste string, opm opmaak) []bladkolom {
	return kolommenVan(stroom(eerste), opm, opmGetal, opmGetal, opmGetal)
}

func (v *vel) stroom(o Overzicht) {
	v.tabelOpBlad(vergelijkkolommen("Dossiers"), [][]cel{
		vergelijkcellen("Ontvangen", o.Ontvangen, o.Vorige.Ontvangen),
		vergelijkcellen("Afgehandeld", o.Afgehandeld, o.Vorige.Afgehandeld),
		vergelijkcellen("Open op de laatste dag", o.Open, o.Vorige.Open),
	})
	v.wit()
	v.tabelOpBlad([]bladkolom{{kop: "Soort", opmaak: opmTekst}, {kop: "Ontvangen", opmaak: opmGetal}}, [][]cel{
		{tekstcel(hoofdletter(string(dossier.SoortKlacht))), getalcel(o.PerSoort.Klacht)},
		{tekstcel(hoofdletter(string(dossier.SoortOnvolkomenheid))), getalcel(o.PerSoort.Onvolkomenheid)},
	})
	if !o.beideHerkomsten() {
		return
	}
	var rijen [][]cel
	for _, u := range o.Uitgesplitst {
		rijen = append(rijen, []cel{tekstcel(hoofdletter(string(u.Herkomst))), getalcel(u.Ontvangen), getalcel(u.Afgehandeld), getalcel(u.Open)})
	}
	v.wit()
	v.tabelOpBlad(stroomkolommen("Herkomst", opmTekst), rijen)
}

func (v *vel) opTijd(o Overzicht) {
	rij := func(naam string, t Termijntelling, vorige cel) []cel {
		return []cel{tekstcel(naam), getalcel(t.Binnen), getalcel(t.TeLaat), getalcel(t.Open), procentcel(t.Percentage), vorige}
	}
	var rijen [][]cel
	for _, naam := range dossier.Termijnnamen() {
		t := *o.Termijntellingen.bij(naam)
		if t.alle() == 0 {
			continue
		}
		rijen = append(rijen, rij(hoofdletter(string(naam)), t, procentcel(o.Vorige.Termijntellingen.bij(naam).Percentage)))
		if o.beideHebben(naam) {
			for _, u := range o.Uitgesplitst {
				rijen = append(rijen, rij("– "+string(u.Herkomst), *u.Termijntellingen.bij(naam), cel{}))
			}
		}
	}
	v.tabelOpBlad(kolommenVan(optijdkolommen(), opmTekst, opmGetal, opmGetal, opmGetal, opmProcent, opmProcent), rijen)
}

func (v *vel) doorlooptijd(o Overzicht) {
	rij := func(naam string, d Doorlooptijd) []cel {
		return []cel{tekstcel(naam), getalcel(d.Aantal), getalOfStreep(d.Mediaan), getalOfStreep(d.P90), getalOfStreep(d.Max)}
	}
	rijen := [][]cel{rij("Alles", o.Doorlooptijd)}
	if o.beideHerkomsten() {
		for _, u := range o.Uitgesplitst {
			rijen = append(rijen, rij("– "+string(u.Herkomst), u.Doorlooptijd))
		}
	}
	if o.Vorige.Doorlooptijd.Aantal > 0 {
		rijen = append(rijen, rij("Vorige periode", o.Vorige.Doorlooptijd))
	}
	v.tabelOpBlad(kolommenVan(doorlooptijdkolommen(), opmTekst, opmGetal, opmDagen, opmDagen, opmGetal), rijen)
}

func (v *vel) uitkomsten(o Overzicht) {
	var rijen [][]cel
	for _, u := range o.Uitkomsten.elk() {
		rijen = append(rijen, []cel{tekstcel(u.naam), getalcel(u.aantal)})
	}
	v.tabelOpBlad(kolommenVan(uitkomstkolommen(), opmTekst, opmGetal), rijen)
}

func (v *vel) teLaat(o Overzicht) {
	var rijen [][]cel
	for _, t := range o.TeLaat {
		rijen = append(rijen, []cel{tekstcel(t.Nummer), tekstcel(string(t.Termijn)), getalcel(t.Ronde), datumcel(t.Uiterlijk), getalcel(t.WerkdagenTeLaat)})
	}
	v.tabelOpBlad([]bladkolom{
		{kop: "Dossier", opmaak: opmWoord}, {kop: "Termijn", opmaak: opmWoord}, {kop: "Ronde", opmaak: opmGetal},
		{kop: "Uiterste dag", opmaak: opmDatum}, {kop: "Werkdagen te laat", opmaak: opmGetal},
	}, rijen)
}

// signalen shows each signal with what was counted to find it.
func (v *vel) signalen(o Overzicht) {
	alle := slices.Concat(o.Signalen, o.TeWeinig) // in the order of the section
	s := signalen(o)
	v.wit()
	v.kop(s.kop)
	for _, b := range s.blokken {
		if b.alinea != "" {
			v.zeg(b.alinea, v.stijlen.zin)
		}
		for _, p := range b.punten {
			v.punt(p)
			v.gevondenDoor(alle[0])
			alle = alle[1:]
		}
	}
}

func (v *vel) gevondenDoor(s Signaal) {
	var delen []string
	for naam, waarde := range s.Geteld {
		if w := geteld(waarde); w != "" {
			delen = append(delen, strings.ReplaceAll(naam, "_", " ")+": "+w)
		}
	}
	if len(delen) > 0 {
		slices.Sort(delen)
		v.zeg("Geteld ("+string(s.Soort)+"): "+strings.Join(delen, "; ")+".", v.stijlen.licht)
	}
}

// geteld shows a value of Signaal.Geteld, "" for a name that there is not.
func geteld(waarde any) string {
	switch w := waarde.(type) {
	case nil:
		return geenGetal
	case int:
		return getal(w)
	case float64:
		return strings.ReplaceAll(fmt.Sprintf("%.4g", w), ".", ",")
	case *float64:
		if w == nil {
			return geenGetal
		}
		return geteld(*w)
	case werkdagen.Datum:
		return dagnaam(w)
	case Maand:
		return maandnaam(werkdagen.Datum(w))
	case []string:
		return en(w)
	}
	return fmt.Sprint(waarde)
}

func (v *vel) bewaarcijfers(b Bewaarcijfers) {
	v.tabelOpBlad([]bladkolom{{kop: "Dossiers", opmaak: opmTekst}, {kop: "Aantal", opmaak: opmGetal}}, [][]cel{
		{tekstcel("Te vernietigen op de laatste dag"), getalcel(b.TeVernietigen)},
		{tekstcel("In de periode vernietigd"), getalcel(b.Vernietigd)},
		{tekstcel("Langer bewaard, onder bewaarplicht"), getalcel(b.Bewaarplicht)},
	})
}
