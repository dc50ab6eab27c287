package dossier

import "klacht/werkdagen"

// Wat names the kind of an event.
type Wat string

const (
	WatOntvangen           Wat = "ontvangen"
	WatBevestigd           Wat = "bevestigd"
	WatNotitie             Wat = "notitie"
	WatBerichtIn           Wat = "bericht-in"
	WatBerichtUit          Wat = "bericht-uit"
	WatAnalyse             Wat = "analyse"
	WatOpgeschort          Wat = "opgeschort"
	WatHervat              Wat = "hervat"
	WatVerlengd            Wat = "verlengd"
	WatVoorstel            Wat = "voorstel"
	WatAkkoord             Wat = "akkoord"
	WatNietAkkoord         Wat = "niet-akkoord"
	WatMediatorgegevens    Wat = "mediatorgegevens"
	WatGeschil             Wat = "geschil"
	WatAdvies              Wat = "advies"
	WatBesproken           Wat = "besproken"
	WatAfgehandeld         Wat = "afgehandeld"
	WatHeropend            Wat = "heropend"
	WatBewaarplicht        Wat = "bewaarplicht"
	WatBewaarplichtOpheven Wat = "bewaarplicht-opgeheven"
	WatBijlage             Wat = "bijlage"
	WatGewijzigd           Wat = "gewijzigd"
	WatHernummerd          Wat = "hernummerd"
	WatOngedaan            Wat = "ongedaan"
	WatAanvaard            Wat = "aanvaard"
)

// Gebeurtenis is one dated event of a dossier's verloop. Which of the own
// fields an event of some kind has is in the table eigenVelden.
type Gebeurtenis struct {
	ID          string
	Op          Tijdstip // when it happened
	Wat         Wat
	Vastgelegd  Tijdstip // the moment it was recorded
	Door        string   // who recorded it
	Toch        bool     // recorded out of order, on the word of Door
	Tekst       string
	Reden       string
	Oorzaak     string            // analyse: a short label of the cause
	Bevinding   string            // analyse: what was found
	Reactie     string            // notitie: "geen", when no reaction came to a proposal
	Tot         werkdagen.Datum   // opgeschort: waits at most until; verlengd: the new last day
	Met         werkdagen.Termijn // verlengd: what is added to the last day
	Termijn     Termijnnaam       // verlengd: the term that moves
	Uitkomst    Uitkomst          // afgehandeld
	Veld        string            // gewijzigd: the field, as JSON names it
	Van, Naar   string            // gewijzigd, hernummerd: old and new value
	Gebeurtenis string            // ongedaan: the id of the event that did not happen
	Overleg     werkdagen.Datum   // besproken: the day of the meeting
	Sjabloon    string            // the letter that was sent
	BerichtID   string            // the Message-ID of a filed message, without < >
	Bestanden   []Bestand         // the files it brought
}

// Bestand is a file of the dossier as an event brought it.
type Bestand struct {
	Bestand string `json:"bestand"`        // path within the dossier, bijlagen/… or correspondentie/…
	Naam    string `json:"naam,omitempty"` // its original name
	Bytes   int64  `json:"bytes"`          // size
	SHA256  string `json:"sha256"`         // lower-case hexadecimal
}

// eigenVelden is the one list of kinds of events of a dossier, with their own
// fields.
var eigenVelden = soortentabel[Wat]{
	{wat: WatOntvangen, mag: []string{"bericht_id", "tekst"}},
	{wat: WatBevestigd, mag: []string{"bericht_id", "sjabloon", "tekst"}},
	{wat: WatNotitie, mag: []string{"tekst", "reactie"}},
	{wat: WatBerichtIn, mag: []string{"bericht_id", "tekst"}},
	{wat: WatBerichtUit, mag: []string{"bericht_id", "sjabloon", "tekst"}},
	{wat: WatAnalyse, verplicht: []string{"oorzaak"}, mag: []string{"bevinding"}},
	{wat: WatOpgeschort, verplicht: []string{"reden", "tot"}},
	{wat: WatHervat, mag: []string{"tekst"}},
	{wat: WatVerlengd, verplicht: []string{"reden"}, mag: []string{"tot", "met", "termijn"}},
	{wat: WatVoorstel, mag: []string{"bericht_id", "sjabloon", "tekst"}},
	{wat: WatAkkoord, mag: []string{"tekst"}},
	{wat: WatNietAkkoord, mag: []string{"tekst"}},
	{wat: WatMediatorgegevens, mag: []string{"bericht_id", "sjabloon", "tekst"}},
	{wat: WatGeschil, mag: []string{"tekst"}},
	{wat: WatAdvies, mag: []string{"tekst"}},
	{wat: WatBesproken, mag: []string{"overleg", "tekst"}},
	{wat: WatAfgehandeld, verplicht: []string{"uitkomst"}, mag: []string{"tekst"}},
	{wat: WatHeropend, mag: []string{"reden"}},
	{wat: WatBewaarplicht, mag: []string{"reden"}},
	{wat: WatBewaarplichtOpheven, mag: []string{"reden"}},
	{wat: WatBijlage, mag: []string{"tekst"}},
	{wat: WatGewijzigd, verplicht: []string{"veld"}, mag: []string{"van", "naar"}},
	{wat: WatHernummerd, mag: []string{"van", "naar"}},
	{wat: WatOngedaan, verplicht: []string{"gebeurtenis"}, mag: []string{"reden"}},
	{wat: WatAanvaard, mag: []string{"reden"}},
}

// Watten lists every kind of event.
func Watten() []Wat { return eigenVelden.soorten() }

func (g Gebeurtenis) wanneer() Tijdstip { return g.Op }

// velden gives the event's own fields that hold something, in the order in
// which they are written: to YAML and to JSON alike.
func (g *Gebeurtenis) velden() []eigenVeld {
	alle := []eigenVeld{
		{"tekst", g.Tekst, false},
		{"reden", g.Reden, false},
		{"oorzaak", g.Oorzaak, false},
		{"bevinding", g.Bevinding, false},
		{"reactie", g.Reactie, false},
		{"termijn", string(g.Termijn), false},
		{"tot", g.Tot.String(), true},
		{"met", termijntekst(g.Met), false},
		{"uitkomst", string(g.Uitkomst), false},
		{"veld", g.Veld, false},
		{"van", g.Van, false},
		{"naar", g.Naar, false},
		{"gebeurtenis", g.Gebeurtenis, false},
		{"overleg", g.Overleg.String(), true},
		{"sjabloon", g.Sjabloon, false},
		{"bericht_id", g.BerichtID, false},
	}
	return gevuld(alle, g.Wat == WatGewijzigd)
}

func termijntekst(t werkdagen.Termijn) string {
	if t.Aantal == 0 {
		return ""
	}
	return t.String()
}

// Veldwaarde is an own field of an event, for showing.
type Veldwaarde struct{ Naam, Waarde string }

// Velden gives the event's own fields that hold something, with days as people
// write them.
func (g *Gebeurtenis) Velden() []Veldwaarde { return getoond(g.velden()) }
