package dossier

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// Overleggen reads every meeting, oldest first. A file that can't be read is an
// error about that file, joined; the rest is given all the same. Meldingen are
// about what is kept but not understood, such as the copy of a sync service.
func (m *Map) Overleggen() (alle []*Overleg, meldingen []error, err error) {
	inhoud, err := lijstOfNiets(m.schijf, mapOverleg)
	if err != nil {
		return nil, nil, err
	}
	var fouten []error
	for _, e := range inhoud {
		bestand := path.Join(mapOverleg, e.Name())
		op, isOverleg := overlegdag(e.Name())
		if !isOverleg {
			if isYAML(e.Name()) {
				meldingen = append(meldingen, &Leesfout{
					Bestand: bestand,
					Wat:     "dit bestand wordt niet gelezen: de naam is niet de dag van een overleg",
					Raad:    "een overleg heet naar zijn dag, zoals 2026-11-26.yaml; een kopie hoort buiten deze map",
				})
			}
			continue
		}
		o, vreemd, err := m.leesOverleg(op, bestand)
		for _, f := range vreemd {
			meldingen = append(meldingen, f)
		}
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		alle = append(alle, o)
	}
	slices.SortFunc(alle, func(a, b *Overleg) int { return int(a.Op) - int(b.Op) })
	return alle, meldingen, errors.Join(fouten...)
}

// LeesOverleg reads the meeting of a day.
func (m *Map) LeesOverleg(op werkdagen.Datum) (o *Overleg, meldingen []error, err error) {
	bestand := (&Overleg{Op: op}).Bestand()
	o, vreemd, err := m.leesOverleg(op, bestand)
	for _, f := range vreemd {
		meldingen = append(meldingen, f)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, &Fout{Wat: fmt.Sprintf("van %s is geen overleg vastgelegd", op.Lang()), Raad: "klacht overleg lijst toont wanneer er overleg was"}
	}
	return o, meldingen, err
}

// overlegdag gives the day of the meeting that a file of this name holds.
func overlegdag(naam string) (werkdagen.Datum, bool) {
	stam, ok := strings.CutSuffix(naam, ".yaml")
	if !ok {
		return 0, false
	}
	d, err := werkdagen.LeesDatum(stam)
	return d, err == nil && d.String() == stam && werkdagen.BinnenBereik(d) == nil
}

// isYAML reports whether a name is that of a YAML file, and not a hidden one of
// an editor or of macOS.
func isYAML(naam string) bool {
	klein := strings.ToLower(naam)
	return !strings.HasPrefix(naam, ".") && (strings.HasSuffix(klein, ".yaml") || strings.HasSuffix(klein, ".yml"))
}

func (m *Map) leesOverleg(op werkdagen.Datum, bestand string) (*Overleg, []*Leesfout, error) {
	tekst, err := m.schijf.lees(bestand, grensRecord)
	switch {
	case errors.Is(err, errTeGroot):
		return nil, nil, teGroot(bestand)
	case err != nil:
		return nil, nil, err
	}
	return leesOverleg(op, bestand, tekst)
}

// leesOverleg reads the file of the meeting on day op strictly.
func leesOverleg(op werkdagen.Datum, bestand string, tekst []byte) (*Overleg, []*Leesfout, error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	l := &lezer{bestand: bestand}
	o := &Overleg{Op: op}
	l.velden(b.wortel, "een overleg", veldlezers{
		"dossierformaat": l.formaat,
		"vastgelegd":     l.tijdstip(&o.Vastgelegd),
		"door":           l.zin(&o.Door),
		"aanwezig":       l.zinnen("aanwezig", &o.Aanwezig),
		"besproken":      labels(l, "besproken", &o.Besproken, LeesNummer, "dossiernummer; schrijf bijvoorbeeld K2026-0007"),
		"besluiten":      l.zinnen("besluiten", &o.Besluiten),
		"maatregelen":    labels(l, "maatregelen", &o.Maatregelen, LeesMaatregelnummer, "nummer van een maatregel; schrijf bijvoorbeeld M2026-003"),
		"volgende":       l.datum(&o.Volgende),
	})
	if l.err() == nil && len(o.Aanwezig) == 0 {
		waar := b.wortel
		if k := b.wortel.veld("aanwezig"); k != nil {
			waar = k
		}
		l.fout(waar, "er staat niet wie er aanwezig waren", "voeg toe: aanwezig: [NAAM, NAAM]")
	}
	if o.Volgende != 0 && o.Volgende <= op {
		l.fout(b.wortel.veld("volgende"), fmt.Sprintf("%s ligt niet na dit overleg", o.Volgende), "")
	}
	if err := l.err(); err != nil {
		return nil, l.meldingen, err
	}
	return o, l.meldingen, nil
}

// zinnen reads a list of texts of one line, none of them empty.
func (l *lezer) zinnen(waarvan string, naar *[]string) func(*knoop) {
	return func(k *knoop) {
		l.reeks(k, waarvan, func(item *knoop) {
			var s string
			voor := len(l.fouten)
			if l.zin(&s)(item); s == "" && len(l.fouten) == voor {
				l.fout(item, waarvan+" heeft een leeg onderdeel", "vul het in, of haal het streepje weg")
			}
			*naar = append(*naar, s)
		})
	}
}

// labels reads a list of numbers in their full form, each once; vorm says what
// they look like.
func labels[T comparable](l *lezer, waarvan string, naar *[]T, lees func(string) (T, bool), vorm string) func(*knoop) {
	return func(k *knoop) {
		l.reeks(k, waarvan, func(item *knoop) {
			var s string
			voor := len(l.fouten)
			if l.zin(&s)(item); len(l.fouten) > voor {
				return
			}
			n, ok := lees(s)
			switch {
			case !ok:
				l.fout(item, fmt.Sprintf("%q is geen %s", s, vorm), "")
			case slices.Contains(*naar, n):
				l.fout(item, fmt.Sprintf("%s staat er twee keer", s), "laat er één staan")
			}
			*naar = append(*naar, n)
		})
	}
}

// tekst gives a new file.
func (o *Overleg) tekst() []byte {
	var aanwezig, besproken, besluiten, maatregelen []waarde
	for _, naam := range o.Aanwezig {
		aanwezig = append(aanwezig, tekstWaarde(naam))
	}
	for _, n := range o.Besproken {
		besproken = append(besproken, tekstWaarde(n.String()))
	}
	for _, b := range o.Besluiten {
		besluiten = append(besluiten, tekstWaarde(b))
	}
	for _, n := range o.Maatregelen {
		maatregelen = append(maatregelen, tekstWaarde(n.String()))
	}
	velden := []bladveld{
		{sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)), toelichting: []string{
			"Overleg van het MT over klachten en maatregelen; de dag is de naam van dit",
			"bestand. Het blijft bewaard als dossiers vernietigd zijn: zet er geen namen van",
			"klagers in.",
		}},
		{sleutel: "vastgelegd", waarde: kaleWaarde(o.Vastgelegd.String())},
		{sleutel: "door", waarde: tekstWaarde(o.Door)},
		{sleutel: "aanwezig", waarde: lijstWaarde(aanwezig...), witregel: true},
	}
	for _, v := range []bladveld{
		{sleutel: "besproken", waarde: lijstWaarde(besproken...)},
		{sleutel: "besluiten", waarde: lijstWaarde(besluiten...)},
		{sleutel: "maatregelen", waarde: lijstWaarde(maatregelen...)},
	} {
		if !v.waarde.isHol() {
			velden = append(velden, v)
		}
	}
	if o.Volgende != 0 {
		velden = append(velden, bladveld{sleutel: "volgende", waarde: kaleWaarde(o.Volgende.String()), witregel: true})
	}
	return schrijfBlad(velden...)
}
