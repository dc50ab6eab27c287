package dossier

import "fmt"

// Vervolg is a next step: the command, and why in a few words.
type Vervolg struct {
	Opdracht string // klacht bevestig K2026-0007
	Waarom   string
}

// Vervolg gives what the procedure asks for next, most pressing first. It is
// empty for a dossier that is done, but for a letter that may have gone out.
func (d *Dossier) Vervolg() []Vervolg {
	var uit []Vervolg
	stap := func(waarom, opdracht string, args ...any) {
		uit = append(uit, Vervolg{fmt.Sprintf("klacht "+opdracht, args...), waarom})
	}
	n := d.Nummer.String()
	if d.Verzending != nil {
		stap("zeg of "+d.Verzending.Brief()+" verstuurd is", "post uitslag %s verstuurd|niet-verstuurd", n)
	}
	if !d.Open() {
		return uit
	}
	verstuur := ""
	if d.mailbaar {
		verstuur = " --verstuur"
	}
	for _, t := range d.Termijnen {
		if t.Onvervuld() && t.Naam == TermijnBevestiging {
			stap("bevestig de ontvangst aan de klager", "bevestig %s%s", n, verstuur)
		}
	}
	if d.Opgeschort != nil {
		waarom := "leg vast dat het antwoord van de klager er is"
		if d.Herkomst == Intern {
			waarom = "leg vast dat er weer verder gewerkt kan worden"
		}
		stap(waarom, "hervat %s", n)
	}
	if !d.Geanalyseerd() {
		stap("zoek de oorzaak", "analyse %s --oorzaak …", n)
	}
	switch d.Toestand {
	case Voorgesteld:
		switch d.loop.reactie {
		case string(WatAkkoord), ReactieGeen:
			stap("rond het dossier af", "sluit %s --uitkomst …", n)
		case string(WatNietAkkoord):
			stap("wijs de klager op de mediator", "mediator %s", n)
			stap("doe een nieuw voorstel", "voorstel %s --tekst …%s", n, verstuur)
			stap("of leg vast dat de klager naar de mediator gaat", "geschil %s", n)
		default:
			stap("leg de reactie van de klager vast", "reactie %s akkoord|niet-akkoord|geen", n)
		}
	case InGeschil:
		if !d.loop.geadviseerd {
			stap("leg het advies van de mediator vast", "advies %s --tekst …", n)
		} else {
			stap("voer het advies uit en rond het dossier af", "sluit %s --uitkomst …", n)
		}
	default:
		if d.Herkomst == Intern {
			stap("verbeter en rond af", "sluit %s --uitkomst …", n)
		} else {
			stap("doe de klager een voorstel", "voorstel %s --tekst …%s", n, verstuur)
		}
	}
	return uit
}
