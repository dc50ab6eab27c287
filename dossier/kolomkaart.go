package dossier

import (
	"fmt"
	"slices"
	"strings"
)

// Kolomkaart says how the columns of a register kept elsewhere become fields of
// a dossier. It is a small file of YAML that people edit.
type Kolomkaart struct {
	Register  string         // the register's name, "" follows the name of the file
	Blad      string         // of a workbook: the sheet; "" is the first that is not empty
	Kop       int            // the row with the headings, from 1; 0 is to be found
	Scheiding string         // what stands between values, "" is to be found
	Tekenset  string         // "" is to be found
	Datumvorm Datumvorm      // of dates in digits, "" is to be found
	Velden    []Kaartveld    // in the order of Registervelden
	Onbekend  []Termijnnaam  // terms that are not known where the register has no day for them
	Weglaten  []string       // columns that are not kept
	regels    map[string]int // where each field stands
	bestand   string         // "" for a map that was guessed
}

// Kaartveld says where a field comes from.
type Kaartveld struct {
	Veld     Registerveld
	Kolommen []string          // by their headings; more than one are put behind each other
	Vorm     Datumvorm         // of a date, where it differs from the rest
	Leeg     string            // what stands in an empty cell, or in all where there is no column
	Waarden  map[string]string // what a value of the register is called here, whatever its capitals
}

// Registerveld is what a column of a register can become.
type Registerveld string

// The fields, with the names that the map has for them.
const (
	RegisterNummer       Registerveld = "nummer"
	RegisterOntvangen    Registerveld = "ontvangen"
	RegisterBevestigd    Registerveld = "bevestigd"
	RegisterVoorstel     Registerveld = "voorstel"
	RegisterAfgehandeld  Registerveld = "afgehandeld"
	RegisterUitkomst     Registerveld = "uitkomst"
	RegisterCategorie    Registerveld = "categorie"
	RegisterOnderwerp    Registerveld = "onderwerp"
	RegisterOmschrijving Registerveld = "omschrijving"
	RegisterOorzaak      Registerveld = "oorzaak"
	RegisterBevinding    Registerveld = "bevinding"
	RegisterOplossing    Registerveld = "oplossing"
	RegisterGewenst      Registerveld = "gewenst"
	RegisterKlager       Registerveld = "klager"
	RegisterEmail        Registerveld = "email"
	RegisterTelefoon     Registerveld = "telefoon"
	RegisterOrganisatie  Registerveld = "organisatie"
	RegisterBetreft      Registerveld = "betreft"
	RegisterCursus       Registerveld = "cursus"
	RegisterBehandelaar  Registerveld = "behandelaar"
	RegisterKanaal       Registerveld = "kanaal"
	RegisterErnst        Registerveld = "ernst"
	RegisterSoort        Registerveld = "soort"
	RegisterHerkomst     Registerveld = "herkomst"
)

// Registervelden lists every Registerveld.
func Registervelden() []Registerveld {
	return []Registerveld{
		RegisterNummer, RegisterOntvangen, RegisterBevestigd, RegisterVoorstel, RegisterAfgehandeld, RegisterUitkomst,
		RegisterCategorie, RegisterOnderwerp, RegisterOmschrijving, RegisterOorzaak, RegisterBevinding, RegisterOplossing, RegisterGewenst,
		RegisterKlager, RegisterEmail, RegisterTelefoon, RegisterOrganisatie, RegisterBetreft, RegisterCursus, RegisterBehandelaar,
		RegisterKanaal, RegisterErnst, RegisterSoort, RegisterHerkomst,
	}
}

// IsDatum reports whether the field is a day or a moment.
func (v Registerveld) IsDatum() bool {
	switch v {
	case RegisterOntvangen, RegisterBevestigd, RegisterVoorstel, RegisterAfgehandeld:
		return true
	}
	return false
}

// Datumvorm is the order of a date in digits: d day, m month, j year.
type Datumvorm string

const (
	VormDMJ Datumvorm = "dmj" // 27-11-2026
	VormMDJ Datumvorm = "mdj" // 11/27/2026
	VormJMD Datumvorm = "jmd" // 2026-11-27
)

// Datumvormen lists every Datumvorm.
func Datumvormen() []Datumvorm { return []Datumvorm{VormDMJ, VormMDJ, VormJMD} }

// Veld finds where a field comes from, nil when the map doesn't say.
func (k *Kolomkaart) Veld(v Registerveld) *Kaartveld {
	for i := range k.Velden {
		if k.Velden[i].Veld == v {
			return &k.Velden[i]
		}
	}
	return nil
}

// Vertaal gives what the register's value is called here, and whether the map
// says so.
func (v *Kaartveld) Vertaal(waarde string) (string, bool) {
	if naar, ok := v.Waarden[strings.ToLower(waarde)]; ok {
		return naar, true
	}
	return waarde, false
}

// Fout makes an error about a field of the map, with the line where it stands.
func (k *Kolomkaart) Fout(v Registerveld, wat, tip string) error {
	return &Leesfout{Bestand: k.bestand, Regel: k.regels[string(v)], Wat: wat, Raad: tip}
}

// LeesKolomkaart reads a map strictly. Meldingen are about what is not understood.
func LeesKolomkaart(bestand string, tekst []byte) (k *Kolomkaart, meldingen []error, err error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	l := &lezer{bestand: bestand}
	k = &Kolomkaart{bestand: bestand, regels: map[string]int{}, Onbekend: standaardOnbekend()}
	velden := veldlezers{}
	for _, v := range Registervelden() {
		velden[string(v)] = func(w *knoop) {
			k.regels[string(v)] = w.regel
			k.Velden = append(k.Velden, l.kaartveld(v, w))
		}
	}
	l.velden(b.wortel, "een kolomkaart", veldlezers{
		"register":  l.zin(&k.Register),
		"blad":      l.zin(&k.Blad),
		"kop":       l.aantal(&k.Kop, 1, 1000),
		"scheiding": l.scheiding(&k.Scheiding),
		"tekenset":  keuze(l, &k.Tekenset, Tekensets()),
		"datumvorm": keuze(l, &k.Datumvorm, Datumvormen()),
		"velden":    l.blok("velden", velden),
		"onbekend": func(w *knoop) {
			k.Onbekend = nil
			l.reeks(w, "onbekend", func(item *knoop) {
				var naam Termijnnaam
				keuze(l, &naam, Termijnnamen())(item)
				k.Onbekend = append(k.Onbekend, naam)
			})
		},
		"weglaten": l.zinnen("weglaten", &k.Weglaten),
	})
	slices.SortFunc(k.Velden, func(a, b Kaartveld) int {
		return slices.Index(Registervelden(), a.Veld) - slices.Index(Registervelden(), b.Veld)
	})
	for _, f := range l.meldingen {
		meldingen = append(meldingen, f)
	}
	if err := l.err(); err != nil {
		return nil, meldingen, err
	}
	return k, meldingen, nil
}

// standaardOnbekend are the terms that most registers are silent about.
func standaardOnbekend() []Termijnnaam { return []Termijnnaam{TermijnBevestiging, TermijnVoorstel} }

// NieuweKolomkaart gives a map to fill in.
func NieuweKolomkaart() *Kolomkaart { return &Kolomkaart{Onbekend: standaardOnbekend()} }

// Tekensets lists the character sets that a register may have.
func Tekensets() []string {
	return []string{"utf-8", "windows-1252", "iso-8859-15", "utf-16le", "utf-16be"}
}

// Scheidingen lists what may stand between the values of a register, with the
// names that the map has for them.
func Scheidingen() map[string]byte {
	return map[string]byte{";": ';', ",": ',', "tab": '\t', "|": '|'}
}

func (l *lezer) scheiding(naar *string) func(*knoop) {
	return func(k *knoop) {
		var s string
		l.tekst(&s)(k)
		if s == "\t" {
			s = "tab"
		}
		if _, ok := Scheidingen()[s]; !ok && s != "" {
			l.fout(k, fmt.Sprintf("%q kan geen scheidingsteken zijn", s), `kies uit ";", ",", "|" of tab`)
		}
		*naar = s
	}
}

// kaartveld reads where a field comes from: the heading of a column, or more.
func (l *lezer) kaartveld(naam Registerveld, k *knoop) Kaartveld {
	v := Kaartveld{Veld: naam}
	kolommen := func(k *knoop) {
		if k.soort == knoopReeks {
			l.zinnen("kolom", &v.Kolommen)(k)
			return
		}
		var s string
		if l.zin(&s)(k); s != "" {
			v.Kolommen = []string{s}
		}
	}
	defer func() {
		if naam.IsDatum() && len(v.Kolommen) > 1 {
			l.fout(k, fmt.Sprintf("%s kan maar uit één kolom komen", naam), "")
		}
	}()
	if k.soort != knoopMapping {
		kolommen(k)
		return v
	}
	l.velden(k, string(naam), veldlezers{
		"kolom": kolommen,
		"vorm":  keuze(l, &v.Vorm, Datumvormen()),
		"leeg":  l.zin(&v.Leeg),
		"waarden": func(k *knoop) {
			if k.soort != knoopMapping && k.soort != knoopLeeg {
				l.fout(k, `waarden moet uit regels als "in het register: hier" bestaan`, "")
				return
			}
			v.Waarden = map[string]string{}
			for _, p := range k.paren {
				var naar string
				if l.zin(&naar)(p.waarde); naar != "" {
					v.Waarden[strings.ToLower(strings.TrimSpace(p.sleutel.tekst))] = naar
				}
			}
		},
	})
	return v
}
