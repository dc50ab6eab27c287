package dossier

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

const (
	mapInkomend     = "inkomend"
	bestandInkomend = "inkomend.yaml"
	bestandAfgedaan = "afgedaan.yaml"
	grensInkomend   = 101 << 20 // bytes of a message; what is larger was not taken in
)

// pad is its folder.
func (i *Inkomend) pad() string { return path.Join(mapInkomend, i.naam) }

// Inkomend reads what is in the folder inkomend, the earliest received first.
// What can't be read is in err, joined; the rest is given all the same.
// Meldingen are about what is kept but not understood.
func (m *Map) Inkomend() (alle []*Inkomend, meldingen []error, err error) {
	inhoud, err := lijstOfNiets(m.schijf, mapInkomend)
	if err != nil {
		return nil, nil, err
	}
	var fouten []error
	for _, e := range inhoud {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		i, gemeld, err := m.leesInkomend(e.Name())
		meldingen = append(meldingen, gemeld...)
		switch {
		case err != nil:
			fouten = append(fouten, err)
		case i != nil:
			alle = append(alle, i)
		}
	}
	slices.SortFunc(alle, func(a, b *Inkomend) int {
		return cmp.Or(a.Ontvangen.VoorNa(b.Ontvangen), strings.Compare(a.naam, b.naam))
	})
	return alle, meldingen, errors.Join(fouten...)
}

// leesInkomend reads one; nil for one that is gone meanwhile.
func (m *Map) leesInkomend(naam string) (*Inkomend, []error, error) {
	pad := path.Join(mapInkomend, naam)
	if !labelVorm.MatchString(naam) {
		return nil, nil, &Leesfout{Bestand: pad, Wat: "deze map heeft geen naam zoals klacht die geeft, en wordt niet gelezen", Raad: "is het een kopie, haal haar dan weg; berichten komen hier met: klacht post inlezen"}
	}
	bestand := path.Join(pad, bestandInkomend)
	tekst, err := m.schijf.lees(bestand, grensRecord)
	switch {
	case errors.Is(err, errTeGroot):
		return nil, nil, teGroot(bestand)
	case errors.Is(err, fs.ErrNotExist):
		if _, err := m.schijf.lstat(pad); errors.Is(err, fs.ErrNotExist) {
			return nil, nil, nil
		}
		return nil, nil, &Leesfout{Bestand: pad, Wat: "in deze map staat geen " + bestandInkomend, Raad: "zet het bestand terug uit een reservekopie, of verwijder de map en lees het bericht opnieuw in"}
	case err != nil:
		return nil, nil, err
	}
	i, leesfouten, err := leesInkomend(naam, bestand, tekst)
	var meldingen []error
	for _, f := range leesfouten {
		meldingen = append(meldingen, f)
	}
	return i, meldingen, err
}

// KiesInkomend finds the message in inkomend that a person means: its label, or
// the beginning of it where no other begins so.
func (m *Map) KiesInkomend(s string) (*Inkomend, error) {
	alle, _, err := m.Inkomend()
	if err != nil && len(alle) == 0 {
		return nil, err
	}
	s = strings.ToLower(strings.TrimSpace(s))
	var gevonden []*Inkomend
	for _, i := range alle {
		if i.naam == s || i.Label == s {
			return i, nil
		}
		if s != "" && strings.HasPrefix(i.Label, s) {
			gevonden = append(gevonden, i)
		}
	}
	const raad = "klacht post beoordeel toont wat er wacht"
	switch len(gevonden) {
	case 0:
		return nil, &Fout{Wat: fmt.Sprintf("er ligt geen bericht %q in %s", s, mapInkomend), Raad: raad}
	case 1:
		return gevonden[0], nil
	}
	var labels []string
	for _, i := range gevonden {
		labels = append(labels, i.Label)
	}
	return nil, &Fout{Wat: fmt.Sprintf("%q kan %s zijn", s, Opsomming(labels, "of")), Raad: "typ meer tekens", Aanroep: true}
}

// InkomendBericht gives the message, byte for byte as it was taken in.
func (m *Map) InkomendBericht(i *Inkomend) ([]byte, error) {
	pad := path.Join(i.pad(), i.Bestand)
	inhoud, err := m.schijf.lees(pad, grensInkomend)
	if err != nil {
		return nil, err
	}
	if (Aanmelding{Bericht: inhoud}).merk().sha256 != i.SHA256 {
		return nil, &Leesfout{Bestand: pad, Wat: "dit bericht is veranderd sinds het ingelezen is", Raad: "verwijder de map " + i.pad() + " en lees het bericht opnieuw in"}
	}
	return inhoud, nil
}

// GeenKlacht records that a message in inkomend is no complaint; it stays there
// until it is destroyed.
func (m *Map) GeenKlacht(ctx context.Context, i *Inkomend, wie Wie) (*Inkomend, error) {
	vrij, err := m.neemSlot(ctx, ".")
	if err != nil {
		return nil, err
	}
	defer vrij()
	bestand := path.Join(i.pad(), bestandInkomend)
	err = werkBij(m.schijf, bestand, grensRecord, func(oud []byte) ([]byte, error) {
		if oud == nil {
			return nil, &Fout{Wat: fmt.Sprintf("bericht %s is intussen al beoordeeld", i.Label), Raad: "klacht post beoordeel toont wat er wacht"}
		}
		b, err := leesBlad(bestand, oud, grensRecord)
		if err != nil {
			return nil, err
		}
		for _, v := range []bladveld{
			{sleutel: "oordeel", waarde: kaleWaarde(string(GeenKlacht))},
			{sleutel: "beoordeeld_op", waarde: kaleWaarde(wie.Nu.String())},
			{sleutel: "beoordeeld_door", waarde: tekstWaarde(wie.Door)},
		} {
			if b, err = b.zet([]string{v.sleutel}, v.waarde); err != nil {
				return nil, err
			}
		}
		return b.tekst, nil
	})
	if err != nil && !errors.As(err, new(*nietVastFout)) {
		return nil, err
	}
	na, _, fout := m.leesInkomend(i.naam)
	return na, errors.Join(err, fout)
}

// weg removes a message from inkomend, whole or not at all.
func (i *Inkomend) weg(s schijf) error {
	tmp := tijdelijkeNaam(mapInkomend)
	if err := s.hernoemNieuw(i.pad(), tmp); err != nil {
		return err
	}
	if err := s.syncMap(mapInkomend); err != nil {
		return err
	}
	return s.verwijderBoom(tmp)
}

// VernietigInkomend destroys those among labels that were judged to be no
// complaint and are past their time on day wie.Nu.Dag. What stays in
// afgedaan.yaml is enough not to take the same message in again. It gives how
// many are gone.
func (m *Map) VernietigInkomend(ctx context.Context, labels []string, wie Wie) (int, error) {
	if len(labels) == 0 {
		return 0, nil
	}
	vrij, err := m.neemSlot(ctx, ".")
	if err != nil {
		return 0, err
	}
	defer vrij()
	// What is wrong with another keeps none of these.
	alle, _, _ := m.Inkomend()
	var weg []*Inkomend
	var items []waarde
	for _, i := range alle {
		o, _, err := m.Inkomendoordeel(i, wie.Nu.Dag)
		if err != nil {
			return 0, err
		}
		if !o.Vernietigen || !slices.Contains(labels, i.Label) {
			continue
		}
		weg = append(weg, i)
		items = append(items, groepWaarde(
			bladveld{sleutel: "afdruk", waarde: tekstWaarde(i.Merk().afdruk())},
			bladveld{sleutel: "vernietigd_op", waarde: kaleWaarde(wie.Nu.Dag.String())},
		))
	}
	if len(weg) == 0 {
		return 0, nil
	}
	if err := m.schrijfAfgedaan(items); err != nil {
		return 0, err
	}
	var fouten []error
	aantal := 0
	for _, i := range weg {
		if err := i.weg(m.schijf); err != nil {
			fouten = append(fouten, err)
			continue
		}
		aantal++
	}
	_, err = veeg(m.schijf, mapInkomend, m.inst.Klok())
	return aantal, errors.Join(append(fouten, err)...)
}

// schrijfAfgedaan adds to afgedaan.yaml in one step.
func (m *Map) schrijfAfgedaan(items []waarde) error {
	bestand := path.Join(mapInkomend, bestandAfgedaan)
	return werkBij(m.schijf, bestand, grensVernietigd, func(oud []byte) ([]byte, error) {
		if oud == nil {
			oud = schrijfBlad(bladveld{
				sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)),
				toelichting: []string{
					"Vernietigde berichten die geen klacht waren: van elk alleen een afdruk, zodat",
					"hetzelfde bericht niet weer binnenkomt. klacht vult dit bestand zelf aan.",
				},
			})
		}
		b, err := leesBlad(bestand, bytes.Clone(oud), grensVernietigd)
		if err != nil {
			return nil, err
		}
		if b, err = b.voegToe("afgedaan", items...); err != nil {
			return nil, err
		}
		return b.tekst, nil
	})
}

// afgedaan reads the prints of the messages that were destroyed.
func (m *Map) afgedaan() (map[string]bool, []error, error) {
	bestand := path.Join(mapInkomend, bestandAfgedaan)
	uit := map[string]bool{}
	tekst, err := leesOfNiets(m.schijf, bestand, grensVernietigd)
	if err != nil || tekst == nil {
		return uit, nil, err
	}
	b, err := leesBlad(bestand, tekst, grensVernietigd)
	if err != nil {
		return uit, nil, err
	}
	l := &lezer{bestand: bestand}
	l.velden(b.wortel, bestandAfgedaan, veldlezers{
		"dossierformaat": l.formaat,
		"afgedaan": func(k *knoop) {
			l.reeks(k, "afgedaan", func(item *knoop) {
				var afdruk, op string
				l.velden(item, "een afgedaan bericht", veldlezers{"afdruk": l.zin(&afdruk), "vernietigd_op": l.zin(&op)})
				uit[afdruk] = true
			})
		},
	})
	var meldingen []error
	for _, f := range l.meldingen {
		meldingen = append(meldingen, f)
	}
	return uit, meldingen, l.err()
}
