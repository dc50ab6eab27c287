package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"klacht/dossier"
	"klacht/post"
	"klacht/werkdagen"
)

// demozaak is an invented dossier. It has no dates: its days are counted from today, so that it is as old on any day of the year.
type demozaak struct {
	begin                 demobegin // nil: somewhere in the past two years, by season
	tijd                  string    // of receipt, as 15:04; "" where only the day is known
	kanaal                string    // "" is e-mail: the message is then kept too
	soort                 dossier.Soort
	herkomst              dossier.Herkomst
	ernst                 dossier.Ernst
	onderwerp, categorie  string
	klager, adres, firma  string
	cursus, betreft, door string // door handles it
	tekst, wil            string
	bijlagen              []demobestand
	verhaal               verhaal
}

// demobestand is a file that someone sent; klacht wrote it.
type demobestand struct {
	naam   string
	inhoud []byte
}

// verhaal is what happened after receipt, in order; each method adds a step that was recorded na working days after receipt.
type verhaal []demostap

type demostap struct {
	na     int
	eerder int  // it happened so many days before it was recorded; 0: at that moment
	kort   bool // by the office, whoever handles the dossier
	wacht  int  // days until a suspension lapses
	brief  []demobestand
	dossier.Gebeurtenis
}

func (v verhaal) stap(na int, g dossier.Gebeurtenis) verhaal {
	return append(v, demostap{na: na, Gebeurtenis: g})
}

// gisteren says that the last step happened the day before it was recorded.
func (v verhaal) gisteren() verhaal {
	v[len(v)-1].eerder = 1
	return v
}

// metBrief says that a letter went out with the last step.
func (v verhaal) metBrief(naam, tekst string) verhaal {
	v[len(v)-1].brief = []demobestand{{naam, []byte(tekst)}}
	return v
}

func (v verhaal) bevestigd(na int) verhaal {
	return append(v, demostap{na: na, kort: true, Gebeurtenis: dossier.Gebeurtenis{Wat: dossier.WatBevestigd}})
}

func (v verhaal) analyse(na int, oorzaak, bevinding string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatAnalyse, Oorzaak: oorzaak, Bevinding: bevinding})
}

func (v verhaal) notitie(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatNotitie, Tekst: tekst})
}

func (v verhaal) voorstel(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatVoorstel, Tekst: tekst})
}

func (v verhaal) akkoord(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatAkkoord, Tekst: tekst})
}

func (v verhaal) nietAkkoord(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatNietAkkoord, Tekst: tekst})
}

func (v verhaal) geenReactie(na int) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatNotitie, Reactie: dossier.ReactieGeen, Tekst: "Geen reactie op het voorstel."})
}

func (v verhaal) mediator(na int) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatMediatorgegevens})
}

func (v verhaal) geschil(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatGeschil, Tekst: tekst})
}

func (v verhaal) advies(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatAdvies, Tekst: tekst})
}

func (v verhaal) opgeschort(na, dagen int, reden string) verhaal {
	return append(v, demostap{na: na, wacht: dagen, Gebeurtenis: dossier.Gebeurtenis{Wat: dossier.WatOpgeschort, Reden: reden}})
}

func (v verhaal) hervat(na int, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatHervat, Tekst: tekst})
}

func (v verhaal) verlengd(na int, met werkdagen.Termijn, reden string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatVerlengd, Met: met, Reden: reden})
}

func (v verhaal) dicht(na int, u dossier.Uitkomst, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatAfgehandeld, Uitkomst: u, Tekst: tekst})
}

// dichtZonderVoorstel closes what was settled before anyone made a proposal.
func (v verhaal) dichtZonderVoorstel(na int, u dossier.Uitkomst, tekst string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatAfgehandeld, Uitkomst: u, Tekst: tekst, Toch: true})
}

func (v verhaal) heropend(na int, reden string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatHeropend, Reden: reden})
}

func (v verhaal) bewaarplicht(na int, reden string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatBewaarplicht, Reden: reden})
}

func (v verhaal) wijzig(na int, veld, naar string) verhaal {
	return v.stap(na, dossier.Gebeurtenis{Wat: dossier.WatGewijzigd, Veld: veld, Naar: naar})
}

// demodossier is a demozaak with its days filled in: ready to be registered.
type demodossier struct {
	dossier.Aanmelding
	wie     dossier.Wie
	verloop []dossier.Stap
}

// vertel fills in the days of the cases as of today, in the order in which they were registered. All of it lies before today:
// the demo is the same at any hour.
func vertel(zaken []demozaak, kal demokalender, p *dossier.Procedure) ([]demodossier, error) {
	verspreid := 0
	for _, z := range zaken {
		if z.begin == nil {
			verspreid++
		}
	}
	dagen := kal.verspreid(verspreid)
	var uit []demodossier
	for i, z := range zaken {
		var dag werkdagen.Datum
		if z.begin == nil {
			dag, dagen = dagen[0], dagen[1:]
		} else {
			dag = z.begin(kal)
		}
		if z.kanaal != "" {
			dag = kal.opOfVoor(dag) // nobody picks up the telephone on a Sunday
		}
		d, err := z.vertel(i, dag, kal, p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", z.onderwerp, err)
		}
		uit = append(uit, d)
	}
	slices.SortStableFunc(uit, func(a, b demodossier) int { return a.wie.Nu.VoorNa(b.wie.Nu) })
	return uit, nil
}

func (z demozaak) vertel(i int, dag werkdagen.Datum, kal demokalender, p *dossier.Procedure) (demodossier, error) {
	behandelaar := cmp.Or(z.door, p.Verantwoordelijke)
	d := demodossier{Aanmelding: dossier.Aanmelding{
		Soort: z.soort, Herkomst: z.herkomst, Ernst: z.ernst, Onderwerp: z.onderwerp, Categorie: z.categorie, Kanaal: z.kanaal,
		Behandelaar: behandelaar, Betreft: z.betreft, Cursus: z.cursus, Omschrijving: z.tekst, Gewenst: z.wil, Ontvangen: dossier.OpDag(dag),
		Klager: dossier.Klager{Naam: z.klager, Email: z.adres, Organisatie: z.firma},
	}}
	if z.tijd != "" {
		uur, minuut, err := leesKloktijd(z.tijd)
		if err != nil {
			return d, err
		}
		d.Ontvangen = dossier.OpMoment(moment(dag, uur, minuut))
	}
	if z.kanaal == "" {
		if err := z.viaPost(&d.Aanmelding, i, p); err != nil {
			return d, err
		}
	} else {
		d.Bijlagen = alsBijlagen(z.bijlagen)
	}
	d.wie = dossier.Wie{Door: demoKantoor, Nu: kal.geregistreerd(d.Ontvangen, i)}
	for j, s := range z.verhaal {
		nu := dossier.OpMoment(moment(kal.werkdag(dag, s.na), 9, 10+(i*97+j*131)%400)) // any time in office hours
		if j > 0 {
			if vorige := d.verloop[j-1].Wie.Nu; nu.VoorNa(vorige) <= 0 {
				nu = dossier.OpMoment(vorige.Moment.Add(7 * time.Minute))
			}
		}
		g := s.Gebeurtenis
		g.Op = nu
		if s.eerder > 0 {
			g.Op = dossier.OpDag(max(nu.Dag-werkdagen.Datum(s.eerder), dag))
		}
		if s.wacht > 0 {
			g.Tot = g.Op.Dag + werkdagen.Datum(s.wacht)
		}
		wie := dossier.Wie{Door: behandelaar, Nu: nu}
		if s.kort {
			wie.Door = demoKantoor
		}
		brieven := alsBijlagen(s.brief)
		for i := range brieven {
			brieven[i].Bericht = true
		}
		d.verloop = append(d.verloop, dossier.Stap{Gebeurtenis: g, Wie: wie, Bijlagen: brieven})
	}
	return d, nil
}

// viaPost takes in the case as klacht nieuw --van does, from a message.
func (z demozaak) viaPost(a *dossier.Aanmelding, i int, p *dossier.Procedure) error {
	bericht, err := z.bericht(i, a.Ontvangen.Moment, p.Organisatie)
	if err != nil {
		return err
	}
	b, err := post.Aanmelding(bericht)
	if err != nil {
		return err
	}
	a.Kanaal, a.Omschrijving, a.Ontvangen, a.Opmerking = b.Kanaal, b.Omschrijving, b.Ontvangen, b.Opmerking
	a.Klager.Naam, a.Klager.Email = b.Klager.Naam, b.Klager.Email
	a.Bericht, a.BerichtID, a.Bijlagen = b.Bericht, b.BerichtID, b.Bijlagen
	return nil
}

func leesKloktijd(s string) (uur, minuut int, err error) {
	t, err := time.Parse("15:04", s)
	return t.Hour(), t.Minute(), err
}

func moment(d werkdagen.Datum, uur, minuut int) time.Time {
	jaar, maand, dag := d.Delen()
	return time.Date(jaar, time.Month(maand), dag, uur, minuut, 0, 0, werkdagen.Amsterdam())
}
