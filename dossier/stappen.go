package dossier

import (
	"fmt"
	"slices"

	"klacht/werkdagen"
)

// Toets decides whether g may be recorded in k on day vandaag, and gives it as
// it is then written. A step out of order is refused, with the reason and the
// steps that are allowed, unless toch says that it really went so. What toch
// can't answer for (the future, an extension after the deadline) is refused in
// any case.
func (r *Regels) Toets(k *Klacht, g Gebeurtenis, vandaag werkdagen.Datum, toch bool) (Gebeurtenis, error) {
	if g.Op.Dag > vandaag {
		return g, toekomst(g.Op.Dag)
	}
	voor := opVolgorde(tellend(k.Verloop))
	met := *k
	met.Verloop = append(slices.Clone(k.Verloop), g)
	na := opVolgorde(tellend(met.Verloop))
	begin, bezwarenVoor := doorloop(k, voor)
	if g.Op.Dag < begin.ontvangen.Dag {
		return g, &Fout{
			Wat:     fmt.Sprintf("%s is pas ontvangen op %s; %s ligt daarvoor", k.Nummer, begin.ontvangen.Dag.Lang(), g.Op.Dag.Lang()),
			Raad:    fmt.Sprintf("klopt de dag van ontvangst niet, verbeter die dan met: klacht wijzig %s --ontvangen DATUM", k.Nummer),
			Aanroep: true,
		}
	}
	if fout := g.onvolledig(); fout != nil {
		return g, fout
	}
	if g.Wat == WatGewijzigd {
		if fout := achterhaald(k, g, voor); fout != nil {
			return g, fout
		}
	}
	_, bezwarenNa := doorloop(k, na)
	if fout := r.bezwaarFout(k, g, bezwarenVoor, bezwarenNa, na); fout != nil {
		if !toch {
			return g, fout
		}
		g.Toch = true
	}
	var err error
	switch g.Wat {
	case WatOpgeschort:
		err = r.toetsOpschorting(g)
	case WatVerlengd:
		g, err = r.toetsVerlenging(k, g, vandaag)
	}
	if err != nil {
		return g, err
	}
	// What can't be computed once it is recorded can't be shown any more.
	if _, err := r.Beoordeel(&met, vandaag); err != nil {
		return g, &Fout{Wat: err.Error(), Raad: "controleer de datum", Aanroep: true}
	}
	return g, nil
}

// onvolledig refuses an event that lacks a field that its kind must have.
func (g *Gebeurtenis) onvolledig() error {
	if err := eigenVelden.onvolledig(g.Wat, g.velden()); err != nil {
		return err
	}
	if g.Wat == WatVerlengd && (g.Tot == 0) == (g.Met.Aantal == 0) {
		return &Fout{Wat: "bij verlengd hoort een datum of een termijn", Raad: "geef --tot of --met", Aanroep: true}
	}
	return nil
}

// achterhaald refuses a change that is dated before a later change of the same
// field: what the field is now follows from that one.
func achterhaald(k *Klacht, g Gebeurtenis, verloop []Gebeurtenis) error {
	for _, e := range verloop {
		if e.Wat == WatGewijzigd && e.Veld == g.Veld && e.Op.VoorNa(g.Op) > 0 {
			return alGewijzigd(g.Veld, k.Nummer, e.Op.Dag, g.Op.Dag)
		}
	}
	return nil
}

// alGewijzigd refuses a change of a day that comes before a later change.
func alGewijzigd(veld string, nummer fmt.Stringer, later, op werkdagen.Datum) error {
	return &Fout{
		Wat:     fmt.Sprintf("%s van %s is op %s al gewijzigd; een wijziging van %s komt daarvoor", veld, nummer, later.Lang(), op.Lang()),
		Raad:    "laat --op weg, of geef een latere dag",
		Aanroep: true,
	}
}

func toekomst(d werkdagen.Datum) error {
	return &Fout{Wat: d.Lang() + " ligt in de toekomst", Raad: "leg vast wat gebeurd is, op de dag zelf of daarna", Aanroep: true}
}

// bezwaarFout says what g brings out of order: itself, or what came after it.
// It is given what is said against the events before (voor) and with g (na).
func (r *Regels) bezwaarFout(k *Klacht, g Gebeurtenis, voor, na map[string]string, verloop []Gebeurtenis) error {
	if b, ok := na[g.ID]; ok {
		return &Fout{Wat: fmt.Sprintf("%s %s", k.Nummer, b), Raad: r.watKan(k, g, verloop) + "ging het echt zo, voeg dan --toch toe"}
	}
	for _, later := range verloop {
		if b, ok := na[later.ID]; ok && voor[later.ID] == "" {
			return &Fout{
				Wat:  fmt.Sprintf("%s op %s past niet in het verloop van %s: %s op %s zou daarna niet kunnen, want het dossier %s", g.Wat, g.Op.Dag.Lang(), k.Nummer, later.Wat, later.Op.Dag.Lang(), b),
				Raad: "controleer de dag bij --op; ging het echt zo, voeg dan --toch toe",
			}
		}
	}
	return nil
}

// watKan names the steps that could be taken instead of g, when g was.
func (r *Regels) watKan(k *Klacht, g Gebeurtenis, verloop []Gebeurtenis) string {
	if g.Wat == WatBewaarplicht || g.Wat == WatBewaarplichtOpheven {
		return "" // no step of the procedure
	}
	i := slices.IndexFunc(verloop, func(e Gebeurtenis) bool { return e.ID == g.ID && e.Wat == g.Wat })
	if i < 0 {
		return ""
	}
	toen, _ := doorloop(k, verloop[:i])
	woord := "nu kan: "
	if i+1 < len(verloop) {
		woord = "op " + g.Op.Dag.Lang() + " kon: "
	}
	kon := r.mogelijk(&toen, g.Op)
	if len(kon) == 0 {
		return ""
	}
	return woord + Opsomming(kon, "of") + "; "
}

// stappen are the steps of the procedure with the command that records each.
var stappen = []struct {
	opdracht string
	wat      Wat
}{
	{"bevestig", WatBevestigd},
	{"analyse", WatAnalyse},
	{"voorstel", WatVoorstel},
	{"reactie", WatAkkoord},
	{"mediator", WatMediatorgegevens},
	{"geschil", WatGeschil},
	{"advies", WatAdvies},
	{"opschort", WatOpgeschort},
	{"hervat", WatHervat},
	{"verleng", WatVerlengd},
	{"sluit", WatAfgehandeld},
	{"heropen", WatHeropend},
}

// mogelijk names the commands for the steps that may come next.
func (r *Regels) mogelijk(l *loop, op Tijdstip) []string {
	var uit []string
	for _, s := range stappen {
		kan := true
		switch s.wat {
		case WatOpgeschort:
			kan = r.Procedure.Opschorten
		case WatVerlengd:
			kan = r.Procedure.Verlengen
		case WatMediatorgegevens:
			kan = r.Procedure.Mediator.IsIngevuld()
		}
		if !kan {
			continue
		}
		if l.bezwaar(&Gebeurtenis{Wat: s.wat, Op: op}) == "" {
			uit = append(uit, s.opdracht)
		} else if s.wat == WatAfgehandeld && l.bezwaar(&Gebeurtenis{Wat: s.wat, Op: op, Uitkomst: Ingetrokken}) == "" {
			uit = append(uit, s.opdracht+" --uitkomst "+string(Ingetrokken))
		}
	}
	return uit
}

func (r *Regels) toetsOpschorting(g Gebeurtenis) error {
	switch {
	case !r.Procedure.Opschorten:
		return &Fout{Wat: "opschorten kan niet volgens procedure.yaml (opschorten: nee)"}
	case g.Tot <= g.Op.Dag:
		return &Fout{Wat: fmt.Sprintf("%s ligt niet na het verzoek van %s", g.Tot.Lang(), g.Op.Dag.Lang()), Raad: "opschorten telt vanaf de dag na het verzoek", Aanroep: true}
	}
	return nil
}

// toetsVerlenging decides on an extension. It must be recorded before the old
// deadline passes, afterwards the deadline was missed.
func (r *Regels) toetsVerlenging(k *Klacht, g Gebeurtenis, vandaag werkdagen.Datum) (Gebeurtenis, error) {
	if !r.Procedure.Verlengen {
		return g, &Fout{Wat: "verlengen kan niet volgens procedure.yaml (verlengen: nee)"}
	}
	rij, err := r.loopt(k, k.Verloop, g.Termijn)
	if err != nil {
		return g, err
	}
	if rij == nil {
		return g, &Fout{Wat: fmt.Sprintf("bij %s loopt geen termijn die verlengd kan worden", k.Nummer)}
	}
	g.Termijn = rij.Naam
	if vandaag > rij.Uiterlijk {
		return g, &Fout{
			Wat:  fmt.Sprintf("de termijn \"%s\" van %s is al verstreken op %s; verlengen kan alleen daarvoor", rij.Naam, k.Nummer, rij.Uiterlijk.Lang()),
			Raad: "de termijn is gemist en telt als te laat; laat de klager weten wanneer hij wel iets hoort",
		}
	}
	verlengd, err := r.loopt(k, append(slices.Clone(k.Verloop), g), g.Termijn)
	if err != nil {
		return g, err
	}
	if verlengd == nil || verlengd.Uiterlijk <= rij.Uiterlijk {
		return g, &Fout{Wat: fmt.Sprintf("dat is geen verlenging: de termijn loopt al tot en met %s", rij.Uiterlijk.Lang()), Raad: "geef een latere dag", Aanroep: true}
	}
	if hoogstens := r.Procedure.HoogstensVerlengd; hoogstens.Aantal != 0 {
		basis, err := r.loopt(k, slices.DeleteFunc(slices.Clone(k.Verloop), func(g Gebeurtenis) bool { return g.Wat == WatVerlengd }), g.Termijn)
		if err != nil {
			return g, err
		}
		grens := Gebeurtenis{Met: hoogstens}
		kal, err := r.kalenders.voor(k.Beloofd.Opties)
		if err != nil {
			return g, err
		}
		if err := basis.verleng(&grens, kal); err != nil {
			return g, err
		}
		if verlengd.Uiterlijk > basis.Uiterlijk {
			return g, &Fout{Wat: fmt.Sprintf("volgens procedure.yaml kan ten hoogste %s verlengd worden: tot en met %s", hoogstens, basis.Uiterlijk.Lang()), Aanroep: true}
		}
	}
	return g, nil
}

// loopt gives the running term that an extension would be about.
func (r *Regels) loopt(k *Klacht, verloop []Gebeurtenis, naam Termijnnaam) (*lopend, error) {
	kal, err := r.kalenders.voor(k.Beloofd.Opties)
	if err != nil {
		return nil, err
	}
	telt := opVolgorde(tellend(verloop))
	l, _ := doorloop(k, telt)
	lopende, err := loopTermijnen(k.Beloofd, l.ontvangen.Dag, telt, kal)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", k.Nummer, err)
	}
	return teVerlengen(lopende.rijen, naam), nil
}
