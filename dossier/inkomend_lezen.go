package dossier

import (
	"fmt"
	"regexp"
)

// labelVorm is what a message in inkomend is called by.
var labelVorm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}-([a-z2-7]{6,64})$`)

// berichtbestandVorm is the name of the file with the message.
var berichtbestandVorm = regexp.MustCompile(`^bericht(\.[a-z]{1,8})?$`)

// leesInkomend reads inkomend.yaml of the folder naam strictly. Warnings are
// about what is kept but not understood.
func leesInkomend(naam, bestand string, tekst []byte) (*Inkomend, []*Leesfout, error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	l := &lezer{bestand: bestand}
	i := &Inkomend{naam: naam}
	if m := labelVorm.FindStringSubmatch(naam); m != nil {
		i.Label = m[1]
	}
	wie := func(k *Klager) veldlezers { return veldlezers{"naam": l.zin(&k.Naam), "email": l.zin(&k.Email)} }
	l.velden(b.wortel, bestandInkomend, veldlezers{
		"dossierformaat": l.formaat,
		"ontvangen":      l.tijdstip(&i.Ontvangen),
		"ingelezen":      l.tijdstip(&i.Ingelezen),
		"door":           l.zin(&i.Door),
		"van":            l.blok("van", wie(&i.Van)),
		"klager":         l.blok("klager", wie(&i.Klager)),
		"onderwerp":      l.zin(&i.Onderwerp),
		"bericht_id":     l.zin(&i.BerichtID),
		"bericht": func(k *knoop) {
			l.kaal(k, func(s string) error {
				if !berichtbestandVorm.MatchString(s) {
					return fmt.Errorf("%q kan hier niet; het bericht heet bericht.eml, bericht.msg of bericht.tnef", s)
				}
				i.Bestand = s
				return nil
			})
		},
		"sha256": func(k *knoop) {
			l.kaal(k, func(s string) error {
				if !sha256Vorm.MatchString(s) {
					return fmt.Errorf("%q is geen SHA-256", s)
				}
				i.SHA256 = s
				return nil
			})
		},
		"vraag": l.zin(&i.Vraag),
		"dossier": func(k *knoop) {
			l.kaal(k, func(s string) (err error) {
				n, ok := LeesNummer(s)
				if !ok {
					return fmt.Errorf("%q is geen dossiernummer; schrijf bijvoorbeeld K2026-0007", s)
				}
				i.Dossier = n
				return nil
			})
		},
		"opmerking":       l.tekst(&i.Opmerking),
		"oordeel":         keuze(l, &i.Oordeel, []Postoordeel{GeenKlacht}),
		"beoordeeld_op":   l.tijdstip(&i.BeoordeeldOp),
		"beoordeeld_door": l.zin(&i.BeoordeeldDoor),
	})
	l.eis(b.wortel, "ontvangen", i.Ontvangen.String())
	l.eis(b.wortel, "bericht", i.Bestand)
	l.eis(b.wortel, "sha256", i.SHA256)
	if i.Oordeel != "" {
		l.eis(b.wortel, "beoordeeld_op", i.BeoordeeldOp.String())
	}
	if err := l.err(); err != nil {
		return nil, l.meldingen, err
	}
	return i, l.meldingen, nil
}

// tekst gives a new inkomend.yaml.
func (i *Inkomend) tekst() []byte {
	velden := []bladveld{
		{sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)), toelichting: []string{
			"Een bericht dat bij geen dossier hoort, of nog niet. Wat het is, zegt u met:",
			"klacht post beoordeel. De termijnen lopen vanaf ontvangen.",
		}},
		{sleutel: "ontvangen", waarde: kaleWaarde(i.Ontvangen.String())},
		{sleutel: "ingelezen", waarde: kaleWaarde(i.Ingelezen.String())},
		{sleutel: "door", waarde: tekstWaarde(i.Door)},
	}
	wie := func(sleutel string, k Klager) {
		var groep []bladveld
		for _, v := range []bladveld{{sleutel: "naam", waarde: tekstWaarde(k.Naam)}, {sleutel: "email", waarde: tekstWaarde(k.Email)}} {
			if v.waarde.tekst != "" {
				groep = append(groep, v)
			}
		}
		if len(groep) > 0 {
			velden = append(velden, bladveld{sleutel: sleutel, waarde: groepWaarde(groep...)})
		}
	}
	wie("van", i.Van)
	wie("klager", i.Klager)
	nummer := waarde{}
	if i.Dossier != (Nummer{}) {
		nummer = kaleWaarde(i.Dossier.String())
	}
	for _, v := range []bladveld{
		{sleutel: "onderwerp", waarde: tekstWaarde(i.Onderwerp)},
		{sleutel: "bericht_id", waarde: tekstWaarde(i.BerichtID)},
		{sleutel: "bericht", waarde: kaleWaarde(i.Bestand)},
		{sleutel: "sha256", waarde: tekstWaarde(i.SHA256)},
		{sleutel: "vraag", waarde: tekstWaarde(i.Vraag)},
		{sleutel: "dossier", waarde: nummer},
		{sleutel: "opmerking", waarde: tekstWaarde(i.Opmerking)},
	} {
		if v.waarde.tekst != "" {
			velden = append(velden, v)
		}
	}
	return schrijfBlad(velden...)
}
