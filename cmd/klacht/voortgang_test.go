package main

import (
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/cobra"

	"klacht/rapport"
)

func TestVoortgang(t *testing.T) {
	t.Run("wat kort duurt, laat niets zien", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var uit strings.Builder
			v := &voortgang{uit: &uit, breedte: 80}
			v.lezen(1, 3)
			time.Sleep(voortgangNa - time.Millisecond)
			v.lezen(2, 3)
			v.stop()
			if uit.String() != "" {
				t.Errorf("er staat %q", uit.String())
			}
		})
	})
	t.Run("na een seconde staat er hoe ver het is, en daarna niets meer", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var uit strings.Builder
			v := &voortgang{uit: &uit, breedte: 80}
			v.lezen(100, 10000)
			time.Sleep(voortgangNa)
			synctest.Wait()
			v.lezen(9, 10000) // shorter: what is left of the longer one is wiped
			time.Sleep(voortgangElke)
			synctest.Wait()
			v.stop()
			v.stop() // once more does nothing
			wil := "\rLezen: 100 van 10000 dossiers" + "\rLezen: 9 van 10000 dossiers  " + "\r" + strings.Repeat(" ", len("Lezen: 9 van 10000 dossiers^C")) + "\r"
			if uit.String() != wil {
				t.Errorf("er staat %q\nen niet  %q", uit.String(), wil)
			}
		})
	})
	t.Run("geen terminal, geen voortgang", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var uit strings.Builder
			v := &voortgang{uit: &uit}
			v.meld("Rapport schrijven")
			time.Sleep(time.Minute)
			v.stop()
			if uit.String() != "" {
				t.Errorf("er staat %q", uit.String())
			}
		})
	})
	t.Run("past op een smalle terminal", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			var uit strings.Builder
			v := &voortgang{uit: &uit, breedte: 12}
			v.meld("Rapport schrijven")
			time.Sleep(voortgangNa)
			synctest.Wait()
			v.stop()
			if !strings.HasPrefix(uit.String(), "\rRapport sc…\r") {
				t.Errorf("er staat %q", uit.String())
			}
		})
	})
}

// A report that takes long was written behind the line that said so, and that line was then wiped over the end of it.
func TestRapportBegintNietOpDeRegelVanDeVoortgang(t *testing.T) {
	m := opgemaakt(t, "", map[string]string{})
	synctest.Test(t, func(t *testing.T) {
		om, uit, _ := proef("")
		om.fout, om.foutbreedte = uit, 80 // one terminal
		om.voortgang = om.nieuweVoortgang()
		dag := om.vandaag()
		traag := rapport.Formaat{Schrijver: func(w io.Writer, _ rapport.Overzicht) error {
			time.Sleep(voortgangNa)
			synctest.Wait()
			_, err := io.WriteString(w, "Klachtenrapport\n")
			return err
		}}
		cmd := &cobra.Command{}
		cmd.SetContext(t.Context())
		p := rapport.Periode{Van: dag, Tot: dag}
		if err := om.rapporteer(cmd, m, uitdoel{}, traag, rapport.Invoer{Periode: p, Vorige: p.Vorige(dag), Peildatum: dag}, nil); err != nil {
			t.Fatal(err)
		}
		const stand = "\rHet rapport wordt gemaakt"
		if wil := stand + "\r" + strings.Repeat(" ", len(stand+"^C")-1) + "\rKlachtenrapport\n"; uit.String() != wil {
			t.Errorf("er staat %q\nen niet  %q", uit.String(), wil)
		}
	})
}
