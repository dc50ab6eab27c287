package register

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"klacht/dossier"
)

// Omzetter makes complaints of rows.
type Omzetter struct {
	kaart     *dossier.Kolomkaart
	procedure *dossier.Procedure
	wie       dossier.Wie
	register  *Register
	velden    map[dossier.Registerveld]*bronveld
	vanKolom  []dossier.Registerveld // which field each column becomes, "" for none
	rest      []int                  // the columns that become no field and are kept
	weg       map[int]bool
}

// bronveld is a field with the columns that it comes from.
type bronveld struct {
	*dossier.Kaartveld
	kolommen  []int
	vorm      dossier.Datumvorm
	alleenDag bool
}

// NieuweOmzetter prepares for the rows of r as kaart has it. A date that can be
// read in two ways is a *Datumvraag, unless gegeven answers it.
func NieuweOmzetter(r *Register, v *Verkenning, kaart *dossier.Kolomkaart, gegeven dossier.Datumvorm, p *dossier.Procedure, wie dossier.Wie) (*Omzetter, error) {
	o := &Omzetter{kaart: kaart, procedure: p, wie: wie, register: r, velden: map[dossier.Registerveld]*bronveld{}, weg: map[int]bool{}}
	gebruikt := map[int]bool{}
	for i := range kaart.Velden {
		k := &kaart.Velden[i]
		b := &bronveld{Kaartveld: k}
		for _, naam := range k.Kolommen {
			n := v.kolom(naam)
			if n < 0 {
				return nil, kaart.Fout(k.Veld, fmt.Sprintf("het register heeft geen kolom %q", naam), "kies uit "+dossier.Opsomming(r.Kolommen, "of"))
			}
			gebruikt[n] = true
			b.kolommen = append(b.kolommen, n)
		}
		if len(b.kolommen) > 0 || k.Leeg != "" {
			o.velden[k.Veld] = b
		}
	}
	if b := o.velden[dossier.RegisterOntvangen]; b == nil || len(b.kolommen) == 0 {
		return nil, &dossier.Fout{Wat: "geen kolom zegt wanneer een klacht ontvangen is", Raad: raadKaart}
	}
	if o.velden[dossier.RegisterCategorie] == nil {
		return nil, &dossier.Fout{Wat: "geen kolom zegt welke categorie een klacht heeft", Raad: raadKaart + "; met leeg: een categorie geldt die voor alle"}
	}
	for _, naam := range kaart.Weglaten {
		n := v.kolom(naam)
		if n < 0 {
			return nil, &dossier.Fout{Wat: fmt.Sprintf("weglaten noemt kolom %q, en die heeft het register niet", naam), Raad: "kies uit " + dossier.Opsomming(r.Kolommen, "of")}
		}
		o.weg[n] = true
	}
	for i, naam := range r.Kolommen {
		if !gebruikt[i] && !o.weg[i] && !isEigenKolom(naam) {
			o.rest = append(o.rest, i)
		}
	}
	o.vanKolom = make([]dossier.Registerveld, len(r.Kolommen))
	for veld, b := range o.velden {
		for _, n := range b.kolommen {
			o.vanKolom[n] = veld
		}
	}
	vormen, err := kiesDatumvormen(kaart, v, gegeven)
	if err != nil {
		return nil, err
	}
	for veld, b := range o.velden {
		if veld.IsDatum() && len(b.kolommen) > 0 {
			b.vorm, b.alleenDag = vormen[veld], v.Kolommen[b.kolommen[0]].datums.metTijd == 0
		}
	}
	return o, nil
}

const raadKaart = "maak met --schrijf-kaart KAART.yaml een kolomkaart, zet die kolom erin, en geef haar met --kolommen KAART.yaml"

// Kolommen gives of every column which field it becomes, "" for none.
func (o *Omzetter) Kolommen() []dossier.Registerveld { return slices.Clone(o.vanKolom) }

// Weggelaten reports whether a column is not kept.
func (o *Omzetter) Weggelaten(kolom int) bool {
	return o.weg[kolom] || isEigenKolom(o.register.Kolommen[kolom])
}

// Vorm gives in what order the dates of a field are, "" where that makes no
// difference.
func (o *Omzetter) Vorm(veld dossier.Registerveld) dossier.Datumvorm {
	if b := o.velden[veld]; b != nil {
		return b.vorm
	}
	return ""
}

// Rest names the columns that become no field, each with the first value.
func (o *Omzetter) Rest(v *Verkenning) [][2]string {
	var uit [][2]string
	for _, i := range o.rest {
		voorbeeld := ""
		if w := v.Kolommen[i].Voorbeelden; len(w) > 0 {
			voorbeeld = w[0]
		}
		uit = append(uit, [2]string{o.register.Kolommen[i], voorbeeld})
	}
	return uit
}

// ZonderWoord is the values of a register for which there must be a word of ours
// and is none, the commonest first.
type ZonderWoord struct {
	Veld    dossier.Registerveld
	Waarden []string
	Rijen   int // how many rows have one of them
}

// ZonderWoorden looks for them in all of the register.
func (o *Omzetter) ZonderWoorden(v *Verkenning) ([]ZonderWoord, error) {
	var uit []ZonderWoord
	for _, veld := range dossier.Registervelden() {
		b := o.velden[veld]
		if b == nil {
			continue
		}
		if _, _, vrij := eigenWoord(veld, "", o.procedure); vrij {
			continue
		}
		if len(b.kolommen) > 1 {
			return nil, o.kaart.Fout(veld, fmt.Sprintf("%s kan maar uit één kolom komen", veld), "")
		}
		if b.Leeg != "" {
			if _, ok, _ := eigenWoord(veld, b.Leeg, o.procedure); !ok {
				return nil, o.kaart.Fout(veld, fmt.Sprintf("bij %s kan leeg: niet %q zijn", veld, b.Leeg), o.keuzen(veld))
			}
		}
		for _, van := range slices.Sorted(maps.Keys(b.Waarden)) {
			if _, ok, _ := eigenWoord(veld, b.Waarden[van], o.procedure); !ok {
				return nil, o.kaart.Fout(veld, fmt.Sprintf("bij %s staat dat %q hier %q heet, en dat kan niet", veld, van, b.Waarden[van]), o.keuzen(veld))
			}
		}
		if len(b.kolommen) == 0 {
			continue
		}
		k := &v.Kolommen[b.kolommen[0]]
		if k.waarden == nil {
			return nil, o.kaart.Fout(veld, fmt.Sprintf("kolom %q heeft te veel verschillende waarden voor %s", k.Naam, veld), "kies een andere kolom")
		}
		z := ZonderWoord{Veld: veld}
		for _, w := range k.anders() {
			if _, ok := o.woord(b, w); !ok {
				z.Waarden = append(z.Waarden, w)
				z.Rijen += k.waarden[w]
			}
		}
		if len(z.Waarden) > 0 {
			uit = append(uit, z)
		}
	}
	return uit, nil
}

func (o *Omzetter) keuzen(veld dossier.Registerveld) string {
	var mag []string
	switch veld {
	case dossier.RegisterCategorie:
		mag = o.procedure.Categorienamen()
	case dossier.RegisterUitkomst:
		for _, u := range append(dossier.Uitkomsten(), dossier.UitkomstOnbekend) {
			mag = append(mag, string(u))
		}
	case dossier.RegisterErnst:
		for _, e := range dossier.Ernsten() {
			mag = append(mag, string(e))
		}
	case dossier.RegisterSoort:
		for _, s := range dossier.Soorten() {
			mag = append(mag, string(s))
		}
	case dossier.RegisterHerkomst:
		for _, h := range dossier.Herkomsten() {
			mag = append(mag, string(h))
		}
	}
	return "kies uit " + dossier.Opsomming(mag, "of")
}

// woord gives our word for a value of the register. Where nothing stands, and the
// map doesn't say what that means, there is none, which only a category needs.
func (o *Omzetter) woord(b *bronveld, waarde string) (string, bool) {
	vertaald, ok := b.Vertaal(waarde)
	if !ok && waarde == "" {
		vertaald = b.Leeg
	}
	if vertaald == "" {
		return "", b.Veld != dossier.RegisterCategorie
	}
	w, ok, _ := eigenWoord(b.Veld, vertaald, o.procedure)
	return w, ok
}

// tekst gives what a row says of a field, in the register's own words.
func (o *Omzetter) tekst(rij Rij, veld dossier.Registerveld) string {
	b := o.velden[veld]
	if b == nil {
		return ""
	}
	var delen []string
	for _, n := range b.kolommen {
		if n < len(rij.Cellen) && rij.Cellen[n] != "" {
			delen = append(delen, rij.Cellen[n])
		}
	}
	tussen := " "
	switch veld {
	case dossier.RegisterOmschrijving, dossier.RegisterBevinding, dossier.RegisterOplossing, dossier.RegisterGewenst:
		tussen = "\n\n"
	}
	return strings.Join(delen, tussen)
}

// waarde is tekst in our words: translated, or what an empty cell means.
func (o *Omzetter) waarde(rij Rij, veld dossier.Registerveld) string {
	b := o.velden[veld]
	if b == nil {
		return ""
	}
	ruw := o.tekst(rij, veld)
	if _, _, vrij := eigenWoord(veld, "", o.procedure); !vrij {
		w, _ := o.woord(b, ruw)
		return w
	}
	w, _ := b.Vertaal(ruw)
	if w == "" {
		w = b.Leeg
	}
	return w
}
