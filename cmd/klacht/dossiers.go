package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

// What commands over a folder share: opening it, reading all of it, and who records when.

// metMapOmTeLezen is metMap for commands that only show: a mistake in procedure.yaml hides no dossier. It is said after the rest.
func (om omgeving) metMapOmTeLezen(cmd *cobra.Command, werk func(*dossier.Map) error) error {
	return om.metGeopend(cmd, dossier.OpenOmTeLezen, func(m *dossier.Map) error { return errors.Join(werk(m), m.Procedurefout) })
}

// metMap opens the folder, says what is odd about its procedure.yaml, and closes it after werk.
func (om omgeving) metMap(cmd *cobra.Command, werk func(*dossier.Map) error) error {
	return om.metGeopend(cmd, dossier.Open, werk)
}

func (om omgeving) metGeopend(cmd *cobra.Command, open func(string, dossier.Instellingen) (*dossier.Map, error), werk func(*dossier.Map) error) (err error) {
	pad, err := om.dossiermap(cmd)
	if err != nil {
		return err
	}
	inst := dossier.Instellingen{Klok: om.klok, Proces: os.Getpid(), Voortgang: om.voortgang.lezen}
	inst.Host, _ = os.Hostname() // without a name other machines can't be told apart, and nothing is taken over unasked
	ja, _ := cmd.Flags().GetBool("ja")
	inst.Breek = func(vraag string) bool {
		goed, err := om.bevestig(ja, vraag, "")
		return err == nil && goed
	}
	m, err := open(pad, inst)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.Sluit()) }()
	om.meld(m.Meldingen)
	return werk(m)
}

// meld says what is odd but fails nothing.
func (om omgeving) meld(meldingen []error) {
	for _, f := range meldingen {
		om.waarschuw("%v", f)
	}
}

// leesAlle gives every dossier as of peildatum; those received later are not there. What could not be read is in the
// returned fouten, for the command to end with after it has shown the rest.
func (om omgeving) leesAlle(cmd *cobra.Command, m *dossier.Map, peildatum werkdagen.Datum) (alle []*dossier.Dossier, fouten, err error) {
	g, err := m.Alle(cmd.Context())
	om.voortgang.stop()
	if err != nil {
		return nil, nil, err
	}
	om.meld(g.Meldingen)
	fouten = errors.Join(g.Fouten...)
	for _, k := range g.Klachten {
		om.meldLater(k, peildatum)
		d, err := m.Beoordeel(k, peildatum)
		switch {
		case err != nil:
			fouten = errors.Join(fouten, err)
		case d != nil:
			alle = append(alle, d)
			if d.Verzending != nil {
				fouten = errors.Join(fouten, d.Verzending.Fout)
			}
		}
	}
	if weg, err := m.Onderbroken(); err != nil {
		fouten = errors.Join(fouten, err)
	} else if len(weg) > 0 {
		om.waarschuw("de vernietiging van %d %s is onderbroken; maak haar af met: klacht opschonen --uitvoeren", len(weg), meervoud(len(weg), "dossier", "dossiers"))
	}
	return alle, fouten, nil
}

// leesMaatregelen gives every measure as of peildatum, by number; those made later are not there. What could not be read is in the
// returned fouten, for the command to end with after it has shown the rest.
func (om omgeving) leesMaatregelen(m *dossier.Map, peildatum werkdagen.Datum) (standen []*dossier.Maatregelstand, fouten error) {
	alle, meldingen, fouten := m.Maatregelen()
	om.meld(meldingen)
	for _, maatregel := range alle {
		om.meldLatereMaatregel(maatregel, peildatum)
	}
	standen, err := m.BeoordeelMaatregelen(alle, peildatum)
	return standen, errors.Join(fouten, err)
}

// meldLatereMaatregel is meldLater for a measure.
func (om omgeving) meldLatereMaatregel(m *dossier.Maatregel, peildatum werkdagen.Datum) {
	if peildatum != om.vandaag() {
		return
	}
	for _, g := range m.Later(peildatum) {
		om.waarschuw("maatregelen/%s.yaml: %s op %s ligt in de toekomst en telt nog niet", m.Nummer, g.Wat, g.Op.Dag.Lang())
	}
}

// meldLater tells of events that are dated in the future: a slip of the pen, and they don't count.
func (om omgeving) meldLater(k *dossier.Klacht, peildatum werkdagen.Datum) {
	if peildatum != om.vandaag() {
		return // as of a past day what came later is left out by design
	}
	for _, g := range k.Later(peildatum) {
		om.waarschuw("%s/klacht.yaml: %s op %s ligt in de toekomst en telt nog niet", k.Nummer.Map(), g.Wat, g.Op.Dag.Lang())
	}
}

// volledig reports whether everything was read: what is wrong beside that hides no dossier.
func volledig(fouten error) bool {
	for _, f := range losseFouten(fouten) {
		if !errors.As(f, new(*dossier.Categoriefout)) {
			return false
		}
	}
	return true
}

// wieNu is who records, now.
func (om omgeving) wieNu(door string) (dossier.Wie, error) {
	naam, err := om.wie(door)
	return dossier.Wie{Door: naam, Nu: dossier.OpMoment(om.klok())}, err
}

// opOfNu is the day given with --op, or this moment.
func (om omgeving) opOfNu(op werkdagen.Datum) dossier.Tijdstip {
	if op != 0 {
		return dossier.OpDag(op)
	}
	return dossier.OpMoment(om.klok())
}

// grensInvoer bounds a text on stdin: a record holds no more than 1 MiB.
const grensInvoer = 1 << 20

// ofInvoer gives the text itself, or what stands on stdin when it is "-".
func (om omgeving) ofInvoer(tekst string) (string, error) {
	if tekst != "-" {
		return nette(tekst), nil
	}
	gelezen, err := io.ReadAll(io.LimitReader(om.in, grensInvoer+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("kon de invoer niet lezen: %w", err)
	case len(gelezen) > grensInvoer:
		return "", verkeerd("de tekst op de invoer is groter dan 1 MiB").metTip("voeg hem toe als bestand, met klacht bijlage")
	}
	return nette(string(gelezen)), nil
}

// nette is text as it is kept: valid UTF-8, lines ended by "\n", without white space around it.
func nette(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(s)
}

// bijlage is a file on this machine that goes into a dossier.
func (om omgeving) bijlage(pad string) (dossier.Bijlage, error) {
	vol := om.vanHier(pad)
	info, err := os.Stat(vol)
	if err != nil {
		return dossier.Bijlage{}, fmt.Errorf("kon de bijlage niet lezen: %w", err)
	}
	if info.IsDir() {
		return dossier.Bijlage{}, verkeerd("%s is een map", pad).metTip("voeg de bestanden daarin één voor één toe, of als zip-bestand")
	}
	return dossier.Bijlage{Naam: info.Name(), Open: func() (io.ReadCloser, error) { return os.Open(vol) }}, nil
}

func (om omgeving) bijlagen(paden []string) ([]dossier.Bijlage, error) {
	var uit []dossier.Bijlage
	for _, pad := range paden {
		b, err := om.bijlage(pad)
		if err != nil {
			return nil, err
		}
		uit = append(uit, b)
	}
	return uit, nil
}

func meervoud(n int, een, meer string) string {
	if n == 1 {
		return een
	}
	return meer
}
