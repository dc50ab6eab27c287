package dossier

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"klacht/werkdagen"
)

// grensRecord bounds the size of a file that people edit, in bytes.
const grensRecord = 1 << 20

//go:embed profielen
var profielbestanden embed.FS

const standaardProfiel = "rezulto"

// profieltekst gives the profile's text. A profile is a procedure.yaml that is
// complete, and as such also what inrichten writes.
func profieltekst(naam string) ([]byte, error) {
	tekst, err := profielbestanden.ReadFile(path.Join("profielen", naam+".yaml"))
	if err != nil {
		return nil, fmt.Errorf("profiel %q bestaat niet; kies uit %s", naam, Opsomming(profielnamen(), "of"))
	}
	return tekst, nil
}

func profielnamen() []string {
	bestanden, _ := profielbestanden.ReadDir("profielen") // embedded: always there
	var namen []string
	for _, b := range bestanden {
		namen = append(namen, strings.TrimSuffix(b.Name(), ".yaml"))
	}
	return namen
}

// leesProcedure reads procedure.yaml on top of its profile. Warnings are about
// what is kept but not understood.
func leesProcedure(bestand string, tekst []byte) (*Procedure, []*Leesfout, error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	l := &lezer{bestand: bestand}
	p := &Procedure{}
	naam := standaardProfiel
	if k := b.wortel.veld("profiel"); k != nil && k.tekst != "" {
		naam = k.tekst
	}
	basis, err := profieltekst(naam)
	if err != nil {
		return nil, nil, l.opRegel(b.wortel.veld("profiel"), err.Error(), "verander de regel profiel")
	}
	if basisblad, err := leesBlad("profielen/"+naam+".yaml", basis, grensRecord); err != nil {
		return nil, nil, err
	} else if err := p.vul(&lezer{bestand: "profielen/" + naam + ".yaml"}, basisblad.wortel); err != nil {
		return nil, nil, err
	}
	p.zonderNamen()
	if err := p.vul(l, b.wortel); err != nil {
		return nil, l.meldingen, err
	}
	return p, l.meldingen, nil
}

// zonderNamen leaves of a profile what others can take over: the rules.
func (p *Procedure) zonderNamen() {
	p.Organisatie, p.Verantwoordelijke, p.Mediator = Organisatie{}, "", Mediator{}
}

func (p *Procedure) vul(l *lezer, wortel *knoop) error {
	l.velden(wortel, "procedure.yaml", veldlezers{
		"dossierformaat": l.formaat,
		"profiel":        l.tekst(&p.Profiel),
		"organisatie": l.blok("organisatie", veldlezers{
			"naam": l.naam(&p.Organisatie.Naam), "email": l.naam(&p.Organisatie.Email), "telefoon": l.naam(&p.Organisatie.Telefoon),
		}),
		"verantwoordelijke": l.naam(&p.Verantwoordelijke),
		"mediator": l.blok("mediator", veldlezers{
			"naam": l.tekst(&p.Mediator.Naam), "organisatie": l.tekst(&p.Mediator.Organisatie), "adres": l.tekst(&p.Mediator.Adres),
			"telefoon": l.tekst(&p.Mediator.Telefoon), "email": l.tekst(&p.Mediator.Email), "website": l.tekst(&p.Mediator.Website),
		}),
		"termijnen": l.termijnen(&p.Termijnen),
		"categorieen": func(k *knoop) {
			p.Categorieen = nil
			l.reeks(k, "categorieen", func(k *knoop) {
				c := Categorie{}
				if k.soort == knoopWaarde {
					l.naam(&c.Naam)(k)
				} else {
					l.velden(k, "categorie", veldlezers{"naam": l.naam(&c.Naam), "termijnen": l.termijnen(&c.Termijnen)})
				}
				if c.Naam == "" {
					l.fout(k, "een categorie heeft een naam nodig", "")
				} else if _, dubbel := p.Categorie(c.Naam); dubbel {
					l.fout(k, fmt.Sprintf("categorie %q staat er twee keer", c.Naam), "laat er één staan")
				}
				p.Categorieen = append(p.Categorieen, c)
			})
			if len(p.Categorieen) == 0 {
				l.fout(k, "er is geen categorie", "zet er ten minste één in, bijvoorbeeld: - overig")
			}
		},
		"oorzaken": func(k *knoop) {
			p.Oorzaken = nil
			l.reeks(k, "oorzaken", func(k *knoop) {
				var o string
				l.naam(&o)(k)
				p.Oorzaken = append(p.Oorzaken, o)
			})
		},
		"kalender":   l.blok("kalender", kalendervelden(l, &p.Kalender, "soort")),
		"opschorten": l.jaNee(&p.Opschorten),
		"verlengen":  l.verlengen(p),
		"bewaren": l.blok("bewaren", veldlezers{
			"termijn": l.termijn(&p.Bewaren.Termijn), "vanaf": keuze(l, &p.Bewaren.Vanaf, Bewaarbeginnen()),
		}),
		"overleg": l.hoeVaak(&p.Overleg),
		"status":  l.blok("status", veldlezers{"binnenkort": l.aantal(&p.Binnenkort, 0, 99)}),
		"post":    l.blok("post", postvelden(l, &p.Post)),
	})
	if _, ok := p.Categorie(p.Post.Categorie); p.Post.Categorie != "" && !ok && l.err() == nil {
		l.fout(wortel.veld("post"), fmt.Sprintf("categorie %q onder post staat niet bij categorieen", p.Post.Categorie), "kies uit "+Opsomming(p.Categorienamen(), "of"))
	}
	if err := l.err(); err != nil {
		return err
	}
	if _, err := werkdagen.NieuweKalender(p.Kalender); err != nil {
		return l.opRegel(wortel.veld("kalender"), err.Error(), "")
	}
	return nil
}

// kalendervelden reads how days are counted; naam is the key of the calendar
// itself, which procedure.yaml calls soort and a promise kalender.
func kalendervelden(l *lezer, o *werkdagen.Opties, naam string) veldlezers {
	return veldlezers{
		naam:            keuze(l, &o.Kalender, []werkdagen.Kalendersoort{werkdagen.KalenderATW, werkdagen.KalenderBedrijf}),
		"gelijkgesteld": keuze(l, &o.Gelijkgesteld, []werkdagen.Gelijkgesteld{werkdagen.GelijkgesteldNee, werkdagen.GelijkgesteldVerlenging, werkdagen.GelijkgesteldVrij}),
		"verlenging":    keuze(l, &o.Verlenging, []werkdagen.Verlenging{werkdagen.VerlengingGeen, werkdagen.VerlengingATW}),
		"werkweek": func(k *knoop) {
			o.Werkweek = []werkdagen.Weekdag{} // empty is an error, not the default
			if len(k.items) == 0 && k.soort == knoopReeks {
				l.fout(k, "de werkweek is leeg: er moet ten minste één dag gewerkt worden", "")
			}
			l.reeks(k, "werkweek", func(k *knoop) {
				d, err := werkdagen.LeesWeekdag(k.tekst)
				if err != nil {
					l.fout(k, err.Error(), "")
				}
				o.Werkweek = append(o.Werkweek, d)
			})
		},
		"gesloten": func(k *knoop) {
			o.Gesloten = nil
			l.reeks(k, "gesloten", func(k *knoop) {
				s := werkdagen.Sluiting{}
				voor := len(l.fouten)
				if k.soort == knoopWaarde {
					l.datum(&s.Van)(k)
				} else {
					l.velden(k, "gesloten dag", veldlezers{
						"van": l.datum(&s.Van), "tot": l.datum(&s.Tot), "omschrijving": l.tekst(&s.Omschrijving),
					})
				}
				if s.Tot == 0 {
					s.Tot = s.Van
				}
				if len(l.fouten) > voor {
					return
				}
				if s.Van == 0 {
					l.fout(k, "een gesloten dag heeft een datum nodig", "schrijf bijvoorbeeld - 2026-12-24")
				} else if s.Tot < s.Van {
					l.fout(k, fmt.Sprintf("deze sluiting eindigt (%s) voor zij begint (%s)", s.Tot, s.Van), "verwissel van en tot")
				}
				o.Gesloten = append(o.Gesloten, s)
			})
		},
	}
}

// termijnen reads promised terms by origin.
func (l *lezer) termijnen(t *Termijnbeloften) func(*knoop) {
	return l.blok("termijnen", veldlezers{
		"extern": l.beloften(&t.Extern),
		"intern": l.beloften(&t.Intern),
	})
}

// geenTermijn says that nothing is promised.
const geenTermijn = "geen"

// beloften reads terms by name. What is named here is all there is: the terms
// of the profile do not shine through, or leaving one out could not be said.
func (l *lezer) beloften(naar *[]Termijnbelofte) func(*knoop) {
	velden := veldlezers{}
	for _, naam := range Termijnnamen() {
		velden[string(naam)] = func(k *knoop) {
			t := Termijnbelofte{Naam: naam}
			if k.tekst != geenTermijn {
				l.termijn(&t.Termijn)(k)
			}
			if k.tekst == geenTermijn || t.Termijn.Aantal != 0 {
				*naar = append(slices.DeleteFunc(slices.Clone(*naar), func(t Termijnbelofte) bool { return t.Naam == naam }), t)
			}
		}
	}
	lees := l.blok("termijnen", velden)
	return func(k *knoop) {
		if k.soort != knoopLeeg {
			*naar = nil
		}
		lees(k)
	}
}

// verlengen reads ja, nee, or the most that may be added.
func (l *lezer) verlengen(p *Procedure) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			ja, ok := leesJaNee(s)
			hoogstens, err := werkdagen.LeesTermijn(s)
			if !ok && err != nil {
				return fmt.Errorf("%q is niet ja, nee of een termijn zoals 4 weken", s)
			}
			p.Verlengen, p.HoogstensVerlengd = ja || !ok, hoogstens
			return nil
		})
	}
}

// hoeVaak reads how often something is: elke maand, elke 6 weken, elk kwartaal,
// or geen.
func (l *lezer) hoeVaak(naar *werkdagen.Termijn) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			t, ok := leesHoeVaak(s)
			if !ok {
				return fmt.Errorf("%q zegt niet hoe vaak; schrijf bijvoorbeeld elke maand, elke 6 weken, elk kwartaal, elk half jaar, elk jaar of geen", s)
			}
			*naar = t
			return nil
		})
	}
}

// leesHoeVaak gives the time from one to the next: zero for geen.
func leesHoeVaak(s string) (werkdagen.Termijn, bool) {
	elk, rest, _ := strings.Cut(strings.Join(strings.Fields(strings.ToLower(s)), " "), " ")
	switch {
	case elk == geenTermijn && rest == "":
		return werkdagen.Termijn{}, true
	case elk != "elk" && elk != "elke":
		return werkdagen.Termijn{}, false
	}
	switch rest {
	case "kwartaal":
		return werkdagen.Termijn{Aantal: 3, Eenheid: werkdagen.Maanden}, true
	case "half jaar", "halfjaar":
		return werkdagen.Termijn{Aantal: 6, Eenheid: werkdagen.Maanden}, true
	}
	if !strings.Contains(rest, " ") {
		rest = "1 " + rest
	}
	t, err := werkdagen.LeesTermijn(rest)
	return t, err == nil && t.Eenheid != werkdagen.Werkdagen
}

// formaat refuses a file of a later version than this program knows.
func (l *lezer) formaat(k *knoop) {
	n, err := strconv.Atoi(k.tekst)
	switch {
	case err != nil || n < 1:
		l.fout(k, fmt.Sprintf("dossierformaat %q bestaat niet", k.tekst), fmt.Sprintf("dit programma schrijft dossierformaat: %d", Formaat))
	case n > Formaat:
		l.fout(k, fmt.Sprintf("dossierformaat %d is nieuwer dan dit programma kent (%d)", n, Formaat), "neem een nieuwere versie van klacht")
	}
}
