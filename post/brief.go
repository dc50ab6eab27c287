package post

import (
	"fmt"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Brief is what a template is filled in with. Its fields and methods are the
// words that somebody who edits a template may use; [Velden] explains them. A
// method that gives an error refuses the letter, with what to do: so a letter
// asks for what it can't do without, and tests with if or with for the rest.
// All text in it is clean (see schoneRegel and schoneTekst).
type Brief struct {
	Nummer             string
	Soort              string // klacht or melding
	Onderwerp          string
	Categorie          string
	Cursus             string
	Klager             string // "" when no name is known
	Aanhef             string // Geachte E. Bakker
	Ontvangen, Vandaag Dag
	Organisatie        Afzender
	Verantwoordelijke  string
	Behandelaar        string
	Ondertekenaar      string // the handler, unless it is about that person
	Contact            string // whom to call or mail, as one sentence
	Tekst              string // what was given for this one letter
	TermijnBevestiging *Termijn
	TermijnVoorstel    *Termijn
	TermijnAfhandeling *Termijn
	Opschorting        *Opschorting // nil when the clock runs
	HeeftMediator      bool
	HeeftAdvies        bool
	BewarenTot         Dag // 0 while open, and when it may not be destroyed

	d          *dossier.Dossier
	mediator   dossier.Mediator
	verlenging *Verlenging
}

// Dag is a day as letters write it: vrijdag 27 november 2026.
type Dag werkdagen.Datum

func (d Dag) String() string { return werkdagen.Datum(d).Voluit() }

// Afzender is the organisation.
type Afzender struct{ Naam, Email, Telefoon string }

// Termijn is a promise to the complainant, in its last round.
type Termijn struct {
	Naam      string
	Duur      string // as promised: 4 weken
	Uiterlijk Dag    // after suspension and extension
	Eerst     Dag    // as first promised
	Open      bool   // not yet met
	TeLaat    bool   // open and past, or met too late
}

// Opschorting is a time in which the clock stands still, waiting for the complainant.
type Opschorting struct {
	Sinds, Tot Dag
	Reden      string
}

// Stap is a step of the dossier with what was written about it.
type Stap struct {
	Op    Dag
	Tekst string
}

// Verlenging is the last extension.
type Verlenging struct {
	Op, Was, Tot Dag // when it was decided; the last day before and after
	Reden        string
	Termijn      string // the name of the term
}

// Afsluiting is the last closing.
type Afsluiting struct {
	Op       Dag
	Uitkomst string
	Tekst    string
}

// Mediator is whom a complainant can turn to.
type Mediator struct {
	Naam, Organisatie, Adres, Telefoon, Email, Website string
	Gegevens                                           string // all of these that are known, a line each
}

// NieuweBrief takes from d, as of its reference date, what letters may say.
// tekst is what was given for this one letter, "" for nothing.
func NieuweBrief(r *dossier.Regels, d *dossier.Dossier, tekst string) (*Brief, error) {
	p := r.Procedure
	b := &Brief{
		Nummer: d.Nummer.String(), Soort: "klacht",
		Onderwerp: schoneRegel(d.Onderwerp), Categorie: schoneRegel(d.Categorie), Cursus: schoneRegel(d.Cursus),
		Klager: schoneRegel(d.Klager.Naam), Aanhef: "Geachte heer of mevrouw",
		Ontvangen: Dag(d.Ontvangst.Dag), Vandaag: Dag(d.Peildatum),
		Organisatie:       Afzender{schoneRegel(p.Organisatie.Naam), schoneRegel(p.Organisatie.Email), schoneRegel(p.Organisatie.Telefoon)},
		Verantwoordelijke: schoneRegel(p.Verantwoordelijke), Behandelaar: schoneRegel(d.Behandelaar),
		Tekst:         schoneTekst(tekst),
		HeeftMediator: p.Mediator.IsIngevuld(),
		d:             d, mediator: p.Mediator,
	}
	if d.Soort == dossier.SoortOnvolkomenheid {
		b.Soort = "melding"
	}
	if strings.Contains(b.Klager, "@") { // an address that a mail gave as a name
		b.Klager = ""
	}
	if b.Klager != "" {
		b.Aanhef = "Geachte " + b.Klager
	}
	b.Ondertekenaar = b.Behandelaar
	if b.Ondertekenaar == "" || strings.EqualFold(b.Ondertekenaar, schoneRegel(d.Betreft)) {
		b.Ondertekenaar = b.Verantwoordelijke
	}
	b.Contact = contact(b.Ondertekenaar, b.Organisatie)
	b.TermijnBevestiging = termijn(d, dossier.TermijnBevestiging)
	b.TermijnVoorstel = termijn(d, dossier.TermijnVoorstel)
	b.TermijnAfhandeling = termijn(d, dossier.TermijnAfhandeling)
	if o := d.Opgeschort; o != nil {
		b.Opschorting = &Opschorting{Dag(o.Vanaf), Dag(o.Tot), schoneTekst(o.Reden)}
	}
	_, b.HeeftAdvies = b.laatste(dossier.WatAdvies)
	if !d.Bewaarplicht {
		b.BewarenTot = Dag(d.BewarenTot)
	}
	var err error
	b.verlenging, err = verlenging(r, d)
	return b, err
}

// contact says whom to call or mail.
func contact(wie string, o Afzender) string {
	switch {
	case o.Telefoon != "" && wie != "" && o.Email != "":
		return fmt.Sprintf("Bel dan met %s, telefoon %s, of mail naar %s.", wie, o.Telefoon, o.Email)
	case o.Telefoon != "" && wie != "":
		return fmt.Sprintf("Bel dan met %s, telefoon %s.", wie, o.Telefoon)
	case o.Telefoon != "" && o.Email != "":
		return fmt.Sprintf("Bel dan naar %s, of mail naar %s.", o.Telefoon, o.Email)
	case o.Telefoon != "":
		return fmt.Sprintf("Bel dan naar %s.", o.Telefoon)
	case wie != "" && o.Email != "":
		return fmt.Sprintf("Mail dan met %s, via %s.", wie, o.Email)
	case o.Email != "":
		return fmt.Sprintf("Mail dan naar %s.", o.Email)
	}
	return "Antwoord dan op deze mail."
}

// termijn gives the last round of a promise, nil when there is none.
func termijn(d *dossier.Dossier, naam dossier.Termijnnaam) *Termijn {
	var t *Termijn
	for _, s := range d.Termijnen {
		if s.Naam != naam {
			continue
		}
		t = &Termijn{
			Naam: string(naam), Uiterlijk: Dag(s.Uiterlijk), Eerst: Dag(s.Oorspronkelijk),
			Open: s.Onvervuld(), TeLaat: s.Stand == dossier.StandTeLaat,
		}
		if beloofd, ok := d.Beloofd.Termijn(naam); ok {
			t.Duur = beloofd.String()
		}
	}
	return t
}

// verlenging gives the last extension, nil when there is none or it moved
// nothing. The day that it moved is found by judging the dossier without it.
func verlenging(r *dossier.Regels, d *dossier.Dossier) (*Verlenging, error) {
	i := laatste(d, dossier.WatVerlengd)
	if i < 0 {
		return nil, nil
	}
	g := d.Verloop[i]
	zonder := d.Klacht
	zonder.Verloop = slices.Delete(slices.Clone(d.Verloop), i, i+1)
	eerder, err := r.Beoordeel(&zonder, d.Peildatum)
	if err != nil || eerder == nil {
		return nil, err
	}
	for j, t := range d.Termijnen {
		if was := eerder.Termijnen[j].Uiterlijk; was != t.Uiterlijk {
			return &Verlenging{Op: Dag(g.Op.Dag), Was: Dag(was), Tot: Dag(t.Uiterlijk), Reden: schoneTekst(g.Reden), Termijn: string(t.Naam)}, nil
		}
	}
	return nil, nil
}

// laatste gives the place of the last event of a kind that did happen, -1 when
// there is none.
func laatste(d *dossier.Dossier, watten ...dossier.Wat) int {
	for i := len(d.Verloop) - 1; i >= 0; i-- {
		if g := d.Verloop[i]; slices.Contains(watten, g.Wat) && !d.IsOngedaan(g.ID) {
			return i
		}
	}
	return -1
}

func (b *Brief) laatste(wat dossier.Wat) (dossier.Gebeurtenis, bool) {
	if i := laatste(b.d, wat); i >= 0 {
		return b.d.Verloop[i], true
	}
	return dossier.Gebeurtenis{}, false
}

// weiger makes the refusal of a letter for what is missing.
func (b *Brief) weiger(wat, raad string, waarden ...any) error {
	return &dossier.Fout{Wat: b.Nummer + " " + wat, Raad: fmt.Sprintf(raad, waarden...)}
}

// Voorstel is the last proposal.
func (b *Brief) Voorstel() (Stap, error) {
	g, ok := b.laatste(dossier.WatVoorstel)
	switch tekst := schoneTekst(g.Tekst); {
	case !ok:
		return Stap{}, b.weiger("heeft nog geen voorstel", "leg het vast met klacht voorstel %s --tekst …, of geef het hier met --tekst", b.Nummer)
	case tekst == "":
		return Stap{}, b.weiger("heeft een voorstel waar geen tekst bij staat", "geef de tekst van het voorstel met --tekst")
	default:
		return Stap{Dag(g.Op.Dag), tekst}, nil
	}
}

// Advies is the mediator's last advice.
func (b *Brief) Advies() (Stap, error) {
	g, ok := b.laatste(dossier.WatAdvies)
	switch tekst := schoneTekst(g.Tekst); {
	case !ok:
		return Stap{}, b.weiger("heeft nog geen advies van de mediator", "leg het vast met: klacht advies %s --tekst …", b.Nummer)
	case tekst == "":
		return Stap{}, b.weiger("heeft een advies waar geen tekst bij staat", "leg het advies opnieuw vast, met de tekst: klacht advies %s --tekst … --toch", b.Nummer)
	default:
		return Stap{Dag(g.Op.Dag), tekst}, nil
	}
}

// Verlenging is the last extension that moved a day.
func (b *Brief) Verlenging() (Verlenging, error) {
	if b.verlenging == nil {
		return Verlenging{}, b.weiger("is niet verlengd", "leg de verlenging eerst vast met: klacht verleng %s --met … --reden …", b.Nummer)
	}
	return *b.verlenging, nil
}

// Afsluiting is the closing that stands.
func (b *Brief) Afsluiting() (Afsluiting, error) {
	g, ok := b.laatste(dossier.WatAfgehandeld)
	if !ok || b.d.Open() {
		return Afsluiting{}, b.weiger("is nog niet afgesloten", "sluit het dossier eerst met: klacht sluit %s --uitkomst …", b.Nummer)
	}
	return Afsluiting{Dag(g.Op.Dag), string(b.d.Uitkomst), schoneTekst(g.Tekst)}, nil
}

// Mediator is the mediator of procedure.yaml.
func (b *Brief) Mediator() (Mediator, error) {
	m := b.mediator
	if !m.IsIngevuld() {
		return Mediator{}, &dossier.Fout{
			Wat:  "in procedure.yaml staat niet hoe de mediator te bereiken is",
			Raad: "vul onder mediator: de naam in en een adres, telefoonnummer, e-mailadres of website",
		}
	}
	uit := Mediator{
		Naam: schoneRegel(m.Naam), Organisatie: schoneRegel(m.Organisatie), Adres: schoneTekst(m.Adres),
		Telefoon: schoneRegel(m.Telefoon), Email: schoneRegel(m.Email), Website: schoneRegel(m.Website),
	}
	var regels []string
	for _, r := range [][2]string{
		{"", uit.Naam}, {"", uit.Organisatie}, {"", uit.Adres},
		{"Telefoon: ", uit.Telefoon}, {"E-mail: ", uit.Email}, {"Website: ", uit.Website},
	} {
		if r[1] != "" {
			regels = append(regels, r[0]+r[1])
		}
	}
	uit.Gegevens = strings.Join(regels, "\n")
	return uit, nil
}

// Vraag is what the complainant is asked, given for this one letter.
func (b *Brief) Vraag() (string, error) {
	if b.Tekst == "" {
		return "", &dossier.Fout{Wat: "de vraag aan de klager ontbreekt", Raad: `geef de vraag met --tekst "…"`, Aanroep: true}
	}
	return b.Tekst, nil
}

// WachtOp says what the organisation waits for: informatie, or een reactie on
// the proposal.
func (b *Brief) WachtOp() (string, error) {
	if b.Opschorting != nil {
		return "informatie", nil
	}
	voorstel := laatste(b.d, dossier.WatVoorstel)
	if b.d.Toestand != dossier.Voorgesteld || voorstel < 0 {
		return "", b.weiger("wacht niet op de klager", "een herinnering kan als er een voorstel ligt of als de termijn is opgeschort; zie: klacht toon %s", b.Nummer)
	}
	for _, g := range b.d.Verloop[voorstel:] {
		reactie := g.Wat == dossier.WatAkkoord || g.Wat == dossier.WatNietAkkoord || g.Wat == dossier.WatNotitie && g.Reactie != ""
		if reactie && !b.d.IsOngedaan(g.ID) {
			return "", b.weiger(fmt.Sprintf("heeft al een reactie op het voorstel, van %s", g.Op.Dag.Lang()), "bekijk de reactie met: klacht toon %s", b.Nummer)
		}
	}
	return "reactie", nil
}
