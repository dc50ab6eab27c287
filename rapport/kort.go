package rapport

import (
	"fmt"

	"klacht/dossier"
)

// inHetKort is what a reader with half a minute takes away.
func inHetKort(o Overzicht) sectie {
	s := sectie{kop: "In het kort"}
	s.zeg(zinOntvangen(o) + " " + zinOpen(o) + " " + zinOpTijd(o))
	return s
}

func waarover(o Overzicht) string {
	p, vorige := o.periode(), o.vorigePeriode()
	over := "Dit rapport gaat over " + p.naam()
	if p.maanden() > 0 {
		over += fmt.Sprintf(" (%s)", p.dagen())
	}
	if o.Peildatum < o.Tot {
		over += ". De periode loopt nog: alles is geteld tot en met " + dagnaam(o.Peildatum)
	}
	over += ". De vorige periode is " + vorige.dagen() + "."
	if o.Onvolledig {
		over += " " + onvolledig
	}
	return over
}

// onvolledig goes with the figures, wherever they are taken to: what the command said of it is not there.
const onvolledig = "Let op: niet alles kon gelezen worden, dus de cijfers kunnen onvolledig zijn."

func (o Overzicht) periode() Periode       { return Periode{o.Van, o.Tot} }
func (o Overzicht) vorigePeriode() Periode { return Periode{o.Vorige.Van, o.Vorige.Tot} }

func zinOntvangen(o Overzicht) string {
	var soorten []string
	if n := o.PerSoort.Klacht; n > 0 {
		soorten = append(soorten, aantal(n, "klacht", "klachten"))
	}
	if n := o.PerSoort.Onvolkomenheid; n > 0 {
		soorten = append(soorten, aantal(n, "onvolkomenheid", "onvolkomenheden"))
	}
	kwam := fmt.Sprintf("er %s %s binnen", bij(o.Ontvangen, "kwam", "kwamen"), en(soorten))
	if o.Ontvangen == 0 {
		kwam = "er kwam niets binnen"
	}
	return zin(kwam + vergeleken(o.Ontvangen, o.Vorige.Ontvangen))
}

func vergeleken(nu, toen int) string {
	switch {
	case nu == 0 && toen == 0:
		return ", en in de vorige periode ook niet"
	case toen == 0:
		return "; in de vorige periode kwam er niets binnen"
	case nu == toen:
		return ", evenveel als in de vorige periode"
	case nu > toen:
		return fmt.Sprintf(", %s meer dan in de vorige periode (%s)", getal(nu-toen), getal(toen))
	}
	return fmt.Sprintf(", %s minder dan in de vorige periode (%s)", getal(toen-nu), getal(toen))
}

func zinOpen(o Overzicht) string {
	klaar := "er werd niets afgehandeld"
	if n := o.Afgehandeld; n > 0 {
		klaar = fmt.Sprintf("er %s %s afgehandeld", bij(n, "werd", "werden"), dossiers(n))
	}
	op := dagnaam(o.Peildatum)
	if o.Open == 0 {
		return zin(fmt.Sprintf("%s en op %s stond er niets open", klaar, op))
	}
	open := fmt.Sprintf("%s en op %s %s er %s open", klaar, op, bij(o.Open, "stond", "stonden"), dossiers(o.Open))
	switch n := o.dossiersTeLaat(); {
	case n == 1 && o.Open == 1:
		open += ", en dat is te laat"
	case n > 0:
		open += fmt.Sprintf(", waarvan %s te laat", getal(n))
	}
	return zin(open)
}

// dossiersTeLaat counts the dossiers that are late, however many of their terms
// are.
func (o Overzicht) dossiersTeLaat() int {
	gezien := map[string]bool{}
	for _, t := range o.TeLaat {
		gezien[t.Nummer] = true
	}
	return len(gezien)
}

func zinOpTijd(o Overzicht) string {
	var delen []string
	for _, naam := range dossier.Termijnnamen() {
		if t := o.Termijntellingen.bij(naam); t.Percentage != nil {
			delen = append(delen, fmt.Sprintf("%s %s van de %s (%s)", naam, getal(t.Binnen), getal(t.Binnen+t.TeLaat), procent(t.Percentage)))
		}
	}
	if len(delen) == 0 {
		return ""
	}
	return zin("op tijd: " + en(delen))
}
