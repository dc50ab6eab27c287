package main

import (
	"fmt"
	"strings"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// kolommen tells of each column what becomes of it.
func (i *importering) kolommen() []importkolom {
	velden := i.omzetter.Kolommen()
	var uit []importkolom
	for n, k := range i.verkenning.Kolommen {
		kolom := importkolom{Kolom: k.Naam, Veld: string(velden[n]), Voorbeelden: append([]string{}, k.Voorbeelden...)}
		if velden[n] != "" {
			kolom.Datumvorm = string(i.omzetter.Vorm(velden[n]))
		} else if i.omzetter.Weggelaten(n) {
			kolom.Veld = veldWeggelaten
		}
		uit = append(uit, kolom)
	}
	return uit
}

const veldWeggelaten = "weggelaten"

// toonKolommen shows what each column becomes, with what is in it.
func (i *importering) toonKolommen() {
	s := i.om.scherm()
	r := i.register
	s.Kop(i.register.Naam)
	vorm := fmt.Sprintf("CSV met %q tussen de waarden, tekenset %s", r.Scheiding, r.Tekenset)
	if r.Blad != "" {
		vorm = "Werkmap, blad " + r.Blad
	}
	s.Alinea(fmt.Sprintf("%s, %d %s onder de kop op regel %d.", vorm, i.verkenning.Rijen, meervoud(i.verkenning.Rijen, "regel", "regels"), r.Kop))
	s.Wit()
	var rijen [][]scherm.Cel
	for _, k := range i.kolommen() {
		veld := k.Veld
		switch {
		case veld == "":
			veld = "notitie"
		case k.Datumvorm != "":
			veld += " (" + k.Datumvorm + ")"
		}
		rijen = append(rijen, scherm.Rij(k.Kolom, veld, opEenRegel(strings.Join(k.Voorbeelden, " · "))))
	}
	s.Tabel([]scherm.Kolom{{Titel: "Kolom"}, {Titel: "Wordt"}, {Titel: "Bijvoorbeeld", Rekt: true}}, rijen)
	i.waarschuw()
}

// waarschuw says what of the register might be overlooked.
func (i *importering) waarschuw() {
	if andere := i.register.AndereBladen; len(andere) > 0 {
		i.om.waarschuw("de werkmap heeft nog %s waar iets op staat: %s; alleen blad %q wordt nu overgenomen. Hoort dat ook bij het register, neem het dan daarna over met een kolomkaart, met bij blad de naam ervan",
			meervoud(len(andere), "een blad", "andere bladen"), dossier.Opsomming(andere, "en"), i.register.Blad)
	}
	if n := i.register.Erboven; n > 0 {
		i.om.waarschuw("boven de kop %s %d %s met waarden, en die %s niet over. Is een andere regel de kop, zet die dan bij kop in een kolomkaart",
			meervoud(n, "staat", "staan"), n, meervoud(n, "regel", "regels"), meervoud(n, "gaat", "gaan"))
	}
	if b := i.kaart.Veld(dossier.RegisterAfgehandeld); b == nil || len(b.Kolommen) == 0 {
		i.om.waarschuw("geen kolom zegt wanneer een klacht afgehandeld is: alle dossiers blijven open")
	}
	if b := i.kaart.Veld(dossier.RegisterCategorie); i.op.kolommen == "" && b != nil && b.Leeg != "" && len(b.Kolommen) > 0 {
		if n := i.verkenning.Leeg(b.Kolommen[0]); n > 0 {
			i.om.waarschuw("bij %d %s staat geen categorie; dat wordt %q. Geldt een samengevoegde cel voor meer regels, vul haar dan eerst in elke regel in", n, meervoud(n, "regel", "regels"), b.Leeg)
		}
	}
	if b := i.kaart.Veld(dossier.RegisterNummer); b == nil || len(b.Kolommen) == 0 {
		i.om.waarschuw("geen kolom is het nummer van de klacht: een regel die later verandert, is bij een volgende keer niet te herkennen")
	}
	if n := i.verkenning.Kort; n > 0 {
		i.om.waarschuw("%d %s minder waarden dan er kolommen zijn; wat ontbreekt telt als leeg", n, meervoud(n, "regel heeft", "regels hebben"))
	}
}

// How many rows of a kind are named on the screen; the file has all of them.
const getoondeRegels = 20

// toonUitslag says what was taken over, what was there already, and what was left.
func (i *importering) toonUitslag() {
	s, u := i.om.scherm(), &i.uitslag
	s.Wit()
	werd := "overgenomen"
	if i.op.proef {
		werd = "over te nemen"
	}
	s.Alinea(fmt.Sprintf("%d %s %s.", u.Nieuw, meervoud(u.Nieuw, "klacht", "klachten"), werd))
	for _, j := range u.Dossiers {
		nummers := ""
		switch {
		case j.Eerste != "" && j.Aantal == 1:
			nummers = ": " + j.Eerste
		case j.Eerste != "":
			nummers = fmt.Sprintf(": %s t/m %s", j.Eerste, j.Laatst)
		}
		s.Punten(fmt.Sprintf("%d uit %d%s", j.Aantal, j.Jaar, nummers))
	}
	if u.Bekend > 0 {
		s.Alinea(fmt.Sprintf("%d %s er al.", u.Bekend, meervoud(u.Bekend, "klacht was", "klachten waren")))
	}
	if len(i.nieuwe) > 0 {
		in := "Toegevoegd aan"
		if i.op.proef {
			in = "Toe te voegen aan"
		}
		n := len(i.nieuwe)
		s.Alinea(fmt.Sprintf("%s procedure.yaml: %d %s.", in, n, meervoud(n, "categorie", "categorieën")))
		s.Punten(metMeer(i.nieuwe[:min(n, getoondeRegels)], n)...)
	}
	i.toonVeranderd(s)
	i.toonRest(s)
	if i.op.proef {
		s.Wit()
		s.Alinea("Dit was een proef: er is niets veranderd.")
	}
}

func (i *importering) toonVeranderd(s *scherm.Scherm) {
	u := &i.uitslag
	if len(u.Veranderd) == 0 {
		return
	}
	n := len(u.Veranderd)
	s.Alinea(fmt.Sprintf("%d %s sinds de vorige keer veranderd; het dossier bleef zoals het was:", n, meervoud(n, "regel is", "regels zijn")))
	var punten []string
	for _, v := range u.Veranderd[:min(n, getoondeRegels)] {
		van := "van een vernietigd dossier"
		if v.Nummer != nil {
			van = v.Nummer.String()
		}
		punten = append(punten, fmt.Sprintf("regel %d: %s", v.Regel, van))
	}
	s.Punten(metMeer(punten, n)...)
}

// toonRest names the rows that were left.
func (i *importering) toonRest(s *scherm.Scherm) {
	u := &i.uitslag
	n := len(u.fouten)
	if n == 0 {
		return
	}
	s.Wit()
	s.Alinea(fmt.Sprintf("%d %s niet ingelezen:", n, meervoud(n, "regel", "regels")))
	var punten []string
	for _, f := range u.fouten[:min(n, getoondeRegels)] {
		punten = append(punten, f.Error())
	}
	s.Punten(metMeer(punten, n)...)
	for _, raad := range u.raad {
		s.Alinea("Tip: " + raad + ".")
	}
	if u.Bestand != "" {
		s.Alinea("Ze staan in " + u.Bestand)
	}
}

// metMeer says how many there are besides those that are named.
func metMeer(punten []string, n int) []string {
	if meer := n - len(punten); meer > 0 {
		return append(punten[:len(punten):len(punten)], fmt.Sprintf("en nog %d", meer))
	}
	return punten
}
