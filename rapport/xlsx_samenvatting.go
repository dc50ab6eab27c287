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
	v.wit()
	v.kop("Bewaren en vernietigen")
	v.bewaren(o.Bewaren)
	v.overleg(o)
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
	var kolommen []bladkolom
	for i, kop := range []string{"Termijn", "Op tijd", "Te laat", "Loopt nog", "Percentage", "Vorige periode"} {
		kolommen = append(kolommen, bladkolom{kop: kop, opmaak: []opmaak{opmTekst, opmGetal, opmGetal, opmGetal, opmProcent, opmProcent}[i]})
	}
	v.tabelOpBlad(kolommen, rijen)
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
	v.tabelOpBlad([]bladkolom{
		{kop: "Dossiers", opmaak: opmTekst}, {kop: "Aantal", opmaak: opmGetal}, {kop: "Mediaan", opmaak: opmDagen},
		{kop: "90e percentiel", opmaak: opmDagen}, {kop: "Langste", opmaak: opmGetal},
	}, rijen)
}

func (v *vel) uitkomsten(o Overzicht) {
	var rijen [][]cel
	for _, u := range []struct {
		uitkomst dossier.Uitkomst
		aantal   int
	}{
		{dossier.Gegrond, o.Uitkomsten.Gegrond}, {dossier.DeelsGegrond, o.Uitkomsten.DeelsGegrond},
		{dossier.Ongegrond, o.Uitkomsten.Ongegrond}, {dossier.Ingetrokken, o.Uitkomsten.Ingetrokken},
	} {
		rijen = append(rijen, []cel{tekstcel(hoofdletter(string(u.uitkomst))), getalcel(u.aantal)})
	}
	v.tabelOpBlad([]bladkolom{{kop: "Uitkomst", opmaak: opmTekst}, {kop: "Aantal", opmaak: opmGetal}}, rijen)
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
	v.wit()
	v.kop("Signalen")
	if len(o.Signalen) == 0 {
		v.zeg("Er zijn geen signalen.", v.stijlen.zin)
	}
	for _, s := range o.Signalen {
		v.signaal(s)
	}
	if len(o.TeWeinig) == 0 {
		return
	}
	v.zeg("Te weinig om iets over te zeggen:", v.stijlen.zin)
	for _, s := range o.TeWeinig {
		v.signaal(s)
	}
}

func (v *vel) signaal(s Signaal) {
	v.punt(s.Tekst)
	var delen []string
	for naam, waarde := range s.Geteld {
		delen = append(delen, strings.ReplaceAll(naam, "_", " ")+": "+geteld(waarde))
	}
	if len(delen) > 0 {
		slices.Sort(delen)
		v.zeg("Geteld ("+string(s.Soort)+"): "+strings.Join(delen, "; ")+".", v.stijlen.licht)
	}
}

// geteld shows a value of Signaal.Geteld.
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

func (v *vel) bewaren(b Bewaarcijfers) {
	v.tabelOpBlad([]bladkolom{{kop: "Dossiers", opmaak: opmTekst}, {kop: "Aantal", opmaak: opmGetal}}, [][]cel{
		{tekstcel("Te vernietigen op de laatste dag"), getalcel(b.TeVernietigen)},
		{tekstcel("In de periode vernietigd"), getalcel(b.Vernietigd)},
		{tekstcel("Bewaard om een bewaarplicht"), getalcel(b.Bewaarplicht)},
	})
}

// overleg shows what the last meeting decided, and what came of it.
func (v *vel) overleg(o Overzicht) {
	v.wit()
	v.kop("Het laatste overleg")
	if o.Overleg.Laatste == 0 {
		v.zeg("Er is nog geen overleg vastgelegd.", v.stijlen.zin)
		return
	}
	v.zeg("Het laatste overleg was op "+dagnaam(o.Overleg.Laatste)+". "+volgendOverleg(o.Overleg), v.stijlen.zin)
	for _, b := range o.Overleg.Besluiten {
		v.punt(metPunt(b.Tekst) + hoeStaan(b.Maatregelen, o.Maatregelen))
	}
	if hoe := hoeStaan(o.Overleg.Maatregelen, o.Maatregelen); hoe != "" {
		v.punt("Ook besproken:" + hoe)
	}
}
