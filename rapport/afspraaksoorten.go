package rapport

import (
	"fmt"
	"time"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// Overlegmoment is a meeting of the management team as it was planned.
type Overlegmoment struct {
	Na          werkdagen.Datum // the meeting before it; 0: it is the first
	Dag         werkdagen.Datum // 0: not planned
	Afgesproken bool            // that day; else it is the last day by the procedure
	GehoudenOp  werkdagen.Datum // 0: not yet
	Gewijzigd   dossier.Tijdstip
}

// termijnafspraak makes the entry of a promise.
func termijnafspraak(d *dossier.Dossier, t dossier.Termijnstand) Afspraak {
	a := Afspraak{
		UID: fmt.Sprintf("%s.%s.%d", d.ID, t.Naam, t.Ronde), Nummer: d.Nummer.String(), Termijn: string(t.Naam), Ronde: t.Ronde,
		Categorieen: rubrieken("Klachten", d.Categorie),
		Dag:         t.Uiterlijk, LaatsteWerkdag: t.LaatsteWerkdag, Herinnering: d.WerkdagVoor(t.LaatsteWerkdag), AfgedaanOp: t.AfgedaanOp(),
	}
	var laatst dossier.Tijdstip
	a.Versie, laatst = d.Termijnversie(t.Naam)
	a.Gewijzigd = utc(laatst)
	wat := a.Termijn
	switch {
	case t.Ronde == 2:
		wat += " na heropening"
	case t.Ronde > 2:
		wat += fmt.Sprintf(" na heropening %d", t.Ronde-1)
	}
	a.noem(a.Nummer+": ", wat, t.VoldaanOp != 0)
	if a.AfgedaanOp != 0 {
		return a
	}
	if t.Oorspronkelijk != t.Uiterlijk {
		a.zeg("Eerst beloofd: uiterlijk " + t.Oorspronkelijk.Lang() + ".")
	}
	a.zeg("Leg het vast met: klacht " + stapnaam(t.Naam) + " " + a.Nummer)
	return a
}

// stapnaam is the command that meets a term.
func stapnaam(t dossier.Termijnnaam) string {
	switch t {
	case dossier.TermijnBevestiging:
		return "bevestig"
	case dossier.TermijnVoorstel:
		return "voorstel"
	}
	return "sluit"
}

// maatregelafspraken makes the entries of a measure: by when it must be carried
// out, and when it is checked. Of a check some time after a measure is carried
// out the day is known only then.
func maatregelafspraken(m *dossier.Maatregelstand, kal *werkdagen.Kalender) []Afspraak {
	versie, laatst := m.Versie()
	maak := func(termijn string, dag, afgedaanOp werkdagen.Datum, opdracht string) Afspraak {
		a := Afspraak{
			UID: m.ID + "." + termijn, Nummer: m.Nummer.String(), Termijn: termijn, Ronde: 1, Categorieen: rubrieken("Maatregelen", m.Categorie),
			Dag: dag, AfgedaanOp: afgedaanOp, Versie: versie, Gewijzigd: utc(laatst),
		}
		a.reken(kal)
		a.noem(a.Nummer+": ", termijn, m.VervallenOp == 0)
		a.zeg(m.Omschrijving)
		if a.AfgedaanOp == 0 {
			a.zeg("Leg het vast met: klacht maatregel " + opdracht + " " + a.Nummer)
		}
		return a
	}
	uit := []Afspraak{maak(dossier.TermijnUitvoering, m.Streefdatum, max(m.UitgevoerdOp, m.VervallenOp), "uitgevoerd")}
	if m.UitgevoerdOp != 0 || m.Controle.Dag != 0 {
		uit = append(uit, maak(dossier.TermijnControle, m.ControleOp, max(m.GecontroleerdOp, m.VervallenOp), "controleer"))
	}
	return uit
}

// overlegafspraak makes the entry of a meeting. There is no record of it yet, so
// what tells it apart is the meeting before it, and whose it is.
func overlegafspraak(o Overlegmoment, org dossier.Organisatie, kal *werkdagen.Kalender) Afspraak {
	a := Afspraak{
		UID: "overleg.eerste", Termijn: "overleg", Ronde: 1, Categorieen: rubrieken("MT-overleg"),
		Dag: o.Dag, AfgedaanOp: o.GehoudenOp, Gewijzigd: utc(o.Gewijzigd),
	}
	if o.Na != 0 {
		a.UID = "overleg.na-" + o.Na.String()
	}
	if van := scherm.Regel(org.Email); van != "" {
		a.UID += "." + van
	}
	a.reken(kal)
	const wat = "MT-overleg over klachten"
	switch {
	case o.GehoudenOp != 0:
		a.Versie = 2
		a.noem("", wat, true)
	case o.Afgesproken:
		a.Versie, a.Onderwerp = 1, wat
		a.zeg("Afgesproken voor " + a.Dag.Lang() + ".")
	default:
		a.noem("", wat, true)
	}
	if o.GehoudenOp == 0 {
		a.zeg("Maak de agenda met: klacht overleg agenda")
	}
	return a
}

// reken fills in the working days that go with the day.
func (a *Afspraak) reken(kal *werkdagen.Kalender) {
	var err error
	if a.LaatsteWerkdag, err = kal.LaatsteWerkdag(a.Dag); err != nil {
		a.LaatsteWerkdag = a.Dag
		return
	}
	if d, err := kal.LaatsteWerkdag(a.LaatsteWerkdag - 1); err == nil {
		a.Herinnering = d
	}
}

// noem says in the subject and the first sentence what is to be done by when,
// or that it was. The subject is true on whatever day it is read: a reminder
// comes before the day.
func (a *Afspraak) noem(van, wat string, voldaan bool) {
	if a.AfgedaanOp != 0 {
		hoe := "gedaan"
		if !voldaan {
			hoe = "vervallen"
		}
		a.Onderwerp, a.Herinnering = van+wat+" "+hoe, 0
		a.zeg(hoofdletter(hoe) + " op " + a.AfgedaanOp.Lang() + "; de laatste dag was " + a.Dag.Lang() + ".")
		return
	}
	a.Onderwerp = hoofdletter(van + "laatste dag " + wat)
	zin := "Uiterlijk " + a.Dag.Lang()
	if a.LaatsteWerkdag != a.Dag {
		a.Onderwerp += " (laatste werkdag " + a.LaatsteWerkdag.Kort() + ")"
		zin += "; de laatste werkdag is " + a.LaatsteWerkdag.Lang()
	}
	a.zeg(zin + ".")
}

// zeg adds a line to what is said about the entry.
func (a *Afspraak) zeg(zin string) {
	if zin = scherm.Regel(zin); zin == "" {
		return
	}
	if a.Toelichting != "" {
		a.Toelichting += "\n"
	}
	a.Toelichting += zin
}

// rubrieken are the names by which a calendar can be filtered and coloured.
func rubrieken(namen ...string) []string {
	var uit []string
	for _, n := range namen {
		if n = scherm.Regel(n); n != "" {
			uit = append(uit, n)
		}
	}
	return uit
}

// utc is the moment itself, or of a day alone its first in UTC.
func utc(t dossier.Tijdstip) time.Time {
	if t.HeeftTijd() {
		return t.Moment.UTC()
	}
	jaar, maand, dag := t.Dag.Delen()
	return time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC)
}
