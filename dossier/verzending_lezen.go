package dossier

import (
	"fmt"
	"slices"
)

const (
	mapUitgaand       = "uitgaand"
	bestandVerzending = "verzending.yaml"
	bestandUitgaand   = "bericht.eml"
	grensUitgaand     = 160 << 20 // bytes of a message: attachments of 100 MiB, in base64
)

// leesVerzending reads verzending.yaml of dossier n strictly. Warnings are about
// what is kept but not understood.
func leesVerzending(n Nummer, bestand string, tekst []byte) (*Verzending, []*Leesfout, error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	l := &lezer{bestand: bestand}
	v := &Verzending{Nummer: n}
	l.velden(b.wortel, bestandVerzending, veldlezers{
		"dossierformaat": l.formaat,
		"sjabloon":       l.zin(&v.Sjabloon),
		"wat":            keuze(l, &v.Wat, uitgaandeWatten()),
		"tekst":          l.tekst(&v.Tekst),
		"toch":           l.jaNee(&v.Toch),
		"aan":            l.zin(&v.Aan),
		"onderwerp":      l.zin(&v.Onderwerp),
		"bericht_id":     l.zin(&v.BerichtID),
		"sha256": func(k *knoop) {
			l.kaal(k, func(s string) error {
				if !sha256Vorm.MatchString(s) {
					return fmt.Errorf("%q is geen SHA-256", s)
				}
				v.SHA256 = s
				return nil
			})
		},
		"op":       l.tijdstip(&v.Op),
		"door":     l.zin(&v.Door),
		"server":   l.zin(&v.Server),
		"antwoord": l.zin(&v.Antwoord),
	})
	l.eis(b.wortel, "sjabloon", v.Sjabloon)
	l.eis(b.wortel, "wat", string(v.Wat))
	l.eis(b.wortel, "bericht_id", v.BerichtID)
	l.eis(b.wortel, "sha256", v.SHA256)
	if v.Op.IsLeeg() {
		l.eis(b.wortel, "op", "")
	}
	if err := l.err(); err != nil {
		return nil, l.meldingen, err
	}
	return v, l.meldingen, nil
}

// bestandstekst gives a new verzending.yaml.
func (v *Verzending) bestandstekst() []byte {
	velden := []bladveld{
		{sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)), toelichting: []string{
			"Een brief die verstuurd wordt, of waarvan niet zeker is of hij verstuurd is.",
			"Wat ervan kwam, zegt u met: klacht post uitslag " + v.Nummer.String() + " verstuurd|niet-verstuurd",
		}},
	}
	toch := waarde{}
	if v.Toch {
		toch = kaleWaarde("ja")
	}
	for _, veld := range []bladveld{
		{sleutel: "sjabloon", waarde: tekstWaarde(v.Sjabloon)},
		{sleutel: "wat", waarde: tekstWaarde(string(v.Wat))},
		{sleutel: "tekst", waarde: tekstWaarde(v.Tekst)},
		{sleutel: "toch", waarde: toch},
		{sleutel: "aan", waarde: tekstWaarde(v.Aan)},
		{sleutel: "onderwerp", waarde: tekstWaarde(v.Onderwerp)},
		{sleutel: "bericht_id", waarde: tekstWaarde(v.BerichtID)},
		{sleutel: "sha256", waarde: tekstWaarde(v.SHA256)},
		{sleutel: "op", waarde: kaleWaarde(v.Op.String())},
		{sleutel: "door", waarde: tekstWaarde(v.Door)},
		{sleutel: "server", waarde: tekstWaarde(v.Server)},
		{sleutel: "antwoord", waarde: tekstWaarde(v.Antwoord)},
	} {
		if veld.waarde.tekst != "" {
			velden = append(velden, veld)
		}
	}
	return schrijfBlad(velden...)
}

// noemtBericht reports whether an event filed the message with this Message-ID.
func (k *Klacht) noemtBericht(id string) bool {
	return slices.ContainsFunc(k.Verloop, func(g Gebeurtenis) bool { return g.BerichtID == id })
}
