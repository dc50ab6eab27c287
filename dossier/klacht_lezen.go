package dossier

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// The names of what a dossier's folder holds.
const (
	bestandKlacht      = "klacht.yaml"
	mapCorrespondentie = "correspondentie"
	mapBijlagen        = "bijlagen"
)

// idVorm is a record's id: it becomes part of a folder's name when the dossier
// is destroyed.
var idVorm = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)

// sha256Vorm is a SHA-256 in lower-case hexadecimal.
var sha256Vorm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// leesKlacht reads klacht.yaml strictly. Warnings are about what is kept but
// not understood.
func leesKlacht(n Nummer, bestand string, tekst []byte) (*Klacht, []*Leesfout, error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	return klachtUitBlad(n, b)
}

func klachtUitBlad(n Nummer, b *blad) (*Klacht, []*Leesfout, error) {
	l := &lezer{bestand: b.bestand}
	k := &Klacht{Nummer: n, Ernst: ErnstNormaal}
	k.Beloofd.Opties = werkdagen.StandaardOpties()
	l.velden(b.wortel, bestandKlacht, veldlezers{
		"dossierformaat": l.formaat,
		"id":             l.zin(&k.ID),
		"soort":          keuze(l, &k.Soort, Soorten()),
		"herkomst":       keuze(l, &k.Herkomst, Herkomsten()),
		"onderwerp":      l.zin(&k.Onderwerp),
		"categorie":      l.naam(&k.Categorie),
		"ernst":          keuze(l, &k.Ernst, Ernsten()),
		"kanaal":         l.zin(&k.Kanaal),
		"behandelaar":    l.zin(&k.Behandelaar),
		"betreft":        l.zin(&k.Betreft),
		"cursus":         l.zin(&k.Cursus),
		"klager": l.blok("klager", veldlezers{
			"naam": l.zin(&k.Klager.Naam), "email": l.zin(&k.Klager.Email),
			"telefoon": l.zin(&k.Klager.Telefoon), "organisatie": l.zin(&k.Klager.Organisatie),
		}),
		"adressen": func(v *knoop) {
			l.reeks(v, "adressen", func(item *knoop) {
				l.kaal(item, func(s string) error {
					if i := strings.IndexByte(s, '@'); i < 1 || i == len(s)-1 || strings.ContainsAny(s, " <>,;") {
						return fmt.Errorf("%q is geen e-mailadres", s)
					}
					k.Adressen = append(k.Adressen, s)
					return nil
				})
			})
		},
		"omschrijving": l.tekst(&k.Omschrijving),
		"gewenst":      l.tekst(&k.Gewenst),
		"beloofd":      l.beloofd(&k.Beloofd),
		"verloop": func(v *knoop) {
			l.reeks(v, "verloop", func(item *knoop) {
				k.Verloop = append(k.Verloop, l.gebeurtenis(item))
			})
		},
	})
	l.eisID(b.wortel, k.ID)
	if b.wortel.veld("beloofd") == nil {
		l.waarschuw(b.wortel, "er staat niet wat beloofd is; dit dossier heeft geen termijnen", "voeg beloofd: toe, met daaronder bijvoorbeeld voorstel: 4 weken")
	}
	l.eis(b.wortel, "soort", string(k.Soort))
	l.eis(b.wortel, "onderwerp", k.Onderwerp)
	l.eis(b.wortel, "categorie", k.Categorie)
	if k.Herkomst == "" {
		// It followed the kind at intake; another kind since changed none of it.
		soort := k.Soort
		if i := slices.IndexFunc(k.Verloop, func(g Gebeurtenis) bool { return g.Wat == WatGewijzigd && g.Veld == "soort" }); i >= 0 {
			soort = Soort(k.Verloop[i].Van)
		}
		k.Herkomst = soort.Herkomst()
	}
	l.verloop(b.wortel, k.Verloop)
	if err := l.err(); err != nil {
		return nil, l.meldingen, err
	}
	return k, l.meldingen, nil
}

// beloofd reads what was promised: terms by name, and how they are counted.
func (l *lezer) beloofd(b *Belofte) func(*knoop) {
	return func(k *knoop) {
		velden := kalendervelden(l, &b.Opties, "kalender")
		for _, naam := range Termijnnamen() {
			velden[string(naam)] = func(k *knoop) {
				t := Termijnbelofte{Naam: naam}
				l.termijn(&t.Termijn)(k)
				if t.Termijn.Aantal != 0 {
					b.Termijnen = append(b.Termijnen, t)
				}
			}
		}
		l.velden(k, "beloofd", velden)
		slices.SortFunc(b.Termijnen, func(a, c Termijnbelofte) int {
			return slices.Index(Termijnnamen(), a.Naam) - slices.Index(Termijnnamen(), c.Naam)
		})
		if len(l.fouten) > 0 {
			return
		}
		if _, err := werkdagen.NieuweKalender(b.Opties); err != nil {
			l.fout(k, err.Error(), "")
		}
	}
}

// gebeurtenis reads one event: the fields that all have, and those of its kind.
func (l *lezer) gebeurtenis(k *knoop) Gebeurtenis {
	g := Gebeurtenis{}
	if g.Wat = eigenVelden.leesSoort(l, k, WatNotitie); g.Wat == "" {
		return g
	}
	eigen := veldlezers{
		"tekst": l.tekst(&g.Tekst), "reden": l.tekst(&g.Reden), "oorzaak": l.tekst(&g.Oorzaak),
		"bevinding": l.tekst(&g.Bevinding), "reactie": keuze(l, &g.Reactie, []string{ReactieGeen}),
		"tot": l.datum(&g.Tot), "met": l.termijn(&g.Met), "termijn": keuze(l, &g.Termijn, []Termijnnaam{TermijnVoorstel, TermijnAfhandeling}),
		"uitkomst": keuze(l, &g.Uitkomst, Uitkomsten()), "veld": l.tekst(&g.Veld),
		"van": l.tekst(&g.Van), "naar": l.tekst(&g.Naar), "gebeurtenis": l.tekst(&g.Gebeurtenis),
		"overleg": l.datum(&g.Overleg), "sjabloon": l.zin(&g.Sjabloon), "bericht_id": l.tekst(&g.BerichtID),
	}
	velden := veldlezers{
		"id": l.tekst(&g.ID), "wat": func(*knoop) {}, "op": l.tijdstip(&g.Op), "vastgelegd": l.tijdstip(&g.Vastgelegd),
		"door": l.tekst(&g.Door), "toch": l.jaNee(&g.Toch),
		"bestanden": func(b *knoop) {
			l.reeks(b, "bestanden", func(item *knoop) { g.Bestanden = append(g.Bestanden, l.bestandsregel(item)) })
		},
	}
	eigenVelden.leesVelden(l, k, g.Wat, velden, eigen)
	if g.Wat == WatVerlengd && (g.Tot == 0) == (g.Met.Aantal == 0) && l.err() == nil {
		l.fout(k, "bij verlengd hoort óf tot (een datum) óf met (een termijn)", "")
	}
	if g.Wat == WatGewijzigd && g.Veld == veldOntvangen {
		if _, err := LeesTijdstip(g.Naar); err != nil {
			l.fout(k, err.Error(), "")
		}
	}
	return g
}

func (l *lezer) bestandsregel(k *knoop) Bestand {
	b := Bestand{}
	l.velden(k, "een bestand", veldlezers{
		"bestand": l.tekst(&b.Bestand), "naam": l.tekst(&b.Naam), "sha256": l.tekst(&b.SHA256),
		"bytes": l.grootGetal(&b.Bytes),
	})
	if b.Bestand == "" {
		l.fout(k, "dit bestand heeft geen naam", "voeg een regel toe, bijvoorbeeld bestand: bijlagen/factuur.pdf")
	}
	if b.SHA256 != "" && !sha256Vorm.MatchString(b.SHA256) {
		l.fout(k, "sha256 moet uit 64 cijfers en letters a-f bestaan", "")
	}
	return b
}

// verloop checks the events together: ids are unique, one is the receipt.
func (l *lezer) verloop(wortel *knoop, verloop []Gebeurtenis) {
	if l.err() != nil {
		return
	}
	lijst := wortel.veld("verloop")
	ids := l.gebeurtenisids(lijst, len(verloop), func(i int) *string { return &verloop[i].ID })
	ontvangen, ontvangst := 0, ""
	for i := range verloop {
		if g := &verloop[i]; g.Wat == WatOntvangen {
			ontvangen++
			ontvangst = g.ID
		}
	}
	if ontvangen != 1 {
		k := wortel
		if lijst != nil {
			k = lijst
		}
		l.fout(k, fmt.Sprintf("het verloop moet één keer ontvangen bevatten, niet %d keer", ontvangen), "voeg toe wanneer de klacht ontvangen is: wat: ontvangen, met op: en de datum")
	}
	for i := range verloop {
		if g := &verloop[i]; g.Wat == WatOngedaan {
			switch _, ok := ids[g.Gebeurtenis]; {
			case !ok:
				l.fout(lijst.items[i], fmt.Sprintf("ongedaan noemt gebeurtenis %q, die er niet is", g.Gebeurtenis), "")
			case g.Gebeurtenis == g.ID:
				l.fout(lijst.items[i], "een gebeurtenis kan niet zichzelf ongedaan maken", "noem bij gebeurtenis de id van een andere")
			case g.Gebeurtenis == ontvangst:
				l.fout(lijst.items[i], "de ontvangst kan niet ongedaan gemaakt worden: zonder ontvangst is er geen dossier", "wijzig de dag van ontvangst, of sluit het dossier als ingetrokken")
			}
		}
	}
}

// eisID reports a record without an id, or with one that can't be.
func (l *lezer) eisID(wortel *knoop, id string) {
	l.eis(wortel, "id", id)
	if id != "" && !idVorm.MatchString(id) {
		l.fout(wortel.veld("id"), fmt.Sprintf("%q kan geen id zijn", id), "een id bestaat uit ten hoogste 64 gewone letters, cijfers en streepjes")
	}
}

// eis reports a key that must hold something.
func (l *lezer) eis(k *knoop, naam, waarde string) {
	if strings.TrimSpace(waarde) != "" || l.err() != nil {
		return
	}
	waar := k
	if v := k.veld(naam); v != nil {
		waar = v
	}
	l.fout(waar, fmt.Sprintf("%s ontbreekt", naam), fmt.Sprintf("voeg een regel %s: … toe", naam))
}
