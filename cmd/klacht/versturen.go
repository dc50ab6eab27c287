package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// verzendopdracht is what every command has that sends a letter and records it.
type verzendopdracht struct {
	*stap
	briefvlaggen
	wat      dossier.Wat // the step that it is; "" leaves that to the letter
	nogmaals bool
}

// nogmaalsvlag declares --nogmaals.
func (v *verzendopdracht) nogmaalsvlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&v.nogmaals, "nogmaals", false, "verstuur de brief ook als hij al verstuurd is en de klager nog niet reageerde")
}

// verstuur makes the letter, shows it, asks, sends it and records what became of it. Until the moment of sending nothing is kept of it; from
// then on it is in the dossier, whatever happens.
func (v *verzendopdracht) verstuur(cmd *cobra.Command) error {
	return v.om.metMap(cmd, func(m *dossier.Map) error {
		server := m.Procedure.Post.Versturen
		if server.Host == "" {
			return geenServer("versturen")
		}
		b, err := v.om.stelOp(m, v.briefvlaggen)
		if err != nil {
			return err
		}
		e, err := b.u.Envelop()
		if err != nil {
			return err
		}
		wie, err := v.om.wieNu(v.door)
		if err != nil {
			return err
		}
		z := dossier.Verzending{
			Nummer: b.k.Nummer, Sjabloon: b.sjabloon, Wat: v.wat, Tekst: b.tekst, Aan: b.u.Aan.Adres,
			Onderwerp: b.u.Onderwerp, BerichtID: b.u.BerichtID, Server: server.Host, Op: wie.Nu,
		}
		if z.Wat == "" {
			z.Wat = post.Verzendstap(b.d, b.sjabloon, b.tekst)
		}
		nogmaals, err := v.toets(m, b.k, z, wie)
		if err != nil {
			return err
		}
		if err := v.vraag(b); err != nil {
			return err
		}
		t, err := v.om.toegang(cmd.Context(), server, "versturen", wachtwoordSMTP)
		if err != nil {
			return err
		}
		// The question may have waited.
		if wie, err = v.om.wieNu(v.door); err != nil {
			return err
		}
		beurt, err := m.BeginVerzending(cmd.Context(), z.Nummer, z, e.Bericht, v.toch, nogmaals, wie)
		if err != nil {
			return err
		}
		v.om.voortgang.meld("Versturen met " + server.Host)
		kwam := post.Verstuur(cmd.Context(), t, e)
		v.om.voortgang.stop()
		return v.handelAf(cmd.Context(), m, beurt, b, kwam)
	})
}

// toets judges the letter before anything is shown or asked. Of one that was sent before it gives the id of that event, once somebody said
// that it must go again.
func (v *verzendopdracht) toets(m *dossier.Map, k *dossier.Klacht, z dossier.Verzending, wie dossier.Wie) (nogmaals string, err error) {
	_, err = m.ToetsVerzending(k, z, wie.Nu.Dag, v.toch, "")
	var eerder *dossier.EerderVerstuurd
	if !errors.As(err, &eerder) {
		return "", err
	}
	if !v.nogmaals {
		if !v.om.vraagbaar {
			return "", err
		}
		// --ja is no answer to this: it was given for a first letter.
		goed, fout := v.om.vrager().janee(hoofdletter(eerder.Wat) + ". Nog een keer versturen?")
		switch {
		case fout != nil:
			return "", fout
		case !goed:
			return "", errNietVerstuurd
		}
	}
	_, err = m.ToetsVerzending(k, z, wie.Nu.Dag, v.toch, eerder.Eerder.ID)
	return eerder.Eerder.ID, err
}

var errNietVerstuurd = &mislukt{errors.New("de brief is niet verstuurd, en er is niets vastgelegd"), ""}

// vraag shows the letter and asks whether it may go.
func (v *verzendopdracht) vraag(b *brief) error {
	s := v.om.scherm()
	if v.alsJSON {
		s = v.om.foutscherm() // data alone on stdout
	}
	if !v.alsJSON || !v.ja {
		toonBrief(s, b.u, true)
	}
	goed, err := v.om.bevestig(v.ja, "Deze brief versturen aan "+b.u.Aan.Adres+"?", "")
	if err == nil && !goed {
		return errNietVerstuurd
	}
	return err
}

// handelAf records what became of a letter, and says so.
func (v *verzendopdracht) handelAf(ctx context.Context, m *dossier.Map, beurt *dossier.Verzendbeurt, b *brief, kwam post.Verzonden) error {
	n := b.k.Nummer
	switch kwam.Uitslag {
	case post.Geweigerd:
		err := beurt.NietVerstuurd()
		if err == nil && errors.Is(kwam.Fout, context.Canceled) {
			err = errNietVerstuurd // who stops it halfway wants to know
		}
		return errors.Join(kwam.Fout, err)
	case post.Onzeker:
		return errors.Join(&mislukt{
			fmt.Errorf("het is niet zeker of de brief verstuurd is: %s", kwam.Antwoord),
			(&dossier.Verzending{Nummer: n}).RaadUitslag(),
		}, beurt.Onzeker(kwam.Antwoord))
	}
	var na *dossier.Klacht
	wie, err := v.om.wieNu(v.door)
	if err == nil {
		na, err = beurt.Verstuurd(ctx, wie)
	}
	if na == nil {
		return errors.Join(&mislukt{
			fmt.Errorf("de brief is verstuurd (%s), maar nog niet vastgelegd: %v", kwam.Antwoord, err),
			fmt.Sprintf("verstuur hem niet nog eens, maar leg hem vast met: klacht post uitslag %s verstuurd", n),
		}, beurt.Onzeker("verstuurd, maar niet vastgelegd: "+kwam.Antwoord))
	}
	if !v.alsJSON {
		v.om.scherm().Alinea(fmt.Sprintf("Verstuurd: %s", kwam.Antwoord))
		v.om.scherm().Wit()
	}
	if fout := v.om.toonNa(m, na, b.d.Opmerkingen, v.alsJSON); fout != nil {
		return fout
	}
	if volgt := post.Vastleggen(b.d, b.sjabloon, b.tekst); b.sjabloon == "informatieverzoek" && volgt != "" && !v.alsJSON {
		v.om.scherm().Alinea("Wacht u op het antwoord, schort de termijn dan op: " + volgt)
	}
	return err
}

// toonNa shows the record as it is after a letter was recorded; eerder are the remarks that there were.
func (om omgeving) toonNa(m *dossier.Map, na *dossier.Klacht, eerder []string, alsJSON bool) error {
	d, err := m.Beoordeel(na, om.vandaag())
	if err != nil {
		return err
	}
	if err := om.toonVastgelegd(d, []dossier.Gebeurtenis{d.LaatstVastgelegd()}, alsJSON); err != nil {
		return err
	}
	for _, o := range d.Opmerkingen {
		if !slices.Contains(eerder, o) {
			om.waarschuw("%s", o)
		}
	}
	return nil
}

// toonVerzending is what a dossier says of a letter of which it isn't known whether it was sent.
func toonVerzending(s *scherm.Scherm, v *dossier.Verzending) {
	s.Gekleurd(scherm.Ernstig, fmt.Sprintf("Let op: het is niet zeker of %s verstuurd is (%s). %s", v.Brief(), v.Uitleg(), hoofdletter(v.RaadUitslag())))
}
