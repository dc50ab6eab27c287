package rapport

import (
	"fmt"
	"math"

	"klacht/werkdagen"
)

// zin says it in one sentence, without a capital and a full stop: 8 klachten in
// de 6 maanden ervoor, 1 erna; dat is meer dan toeval. Of what was counted,
// klachten are klachten.
func (b *Bewijs) zin(klachten int) string {
	if b.Dagen == 0 {
		return fmt.Sprintf("uitgevoerd op %s; daarna is nog geen dag voorbij, dus er is nog niets over te zeggen", dagnaam(b.UitgevoerdOp))
	}
	s := fmt.Sprintf("%s %s ervoor, %s erna; %s",
		b.geteld(klachten), tijdsduur(b.UitgevoerdOp, b.Tot), ofGeen(b.Erna), b.uitslag())
	// What is not analysed yet matters when it could turn the outcome.
	if _, anders := b.weeg(b.Erna + b.NietGeanalyseerd); anders != b.Uitslag {
		s += fmt.Sprintf(", maar van %s erna is de oorzaak nog niet bekend", dossiers(b.NietGeanalyseerd))
	}
	return s
}

// geteld gives the number before, with a word for all that was counted.
func (b *Bewijs) geteld(klachten int) string {
	een, meer := "klacht of onvolkomenheid", "klachten en onvolkomenheden"
	switch klachten {
	case b.Ervoor + b.Erna:
		een, meer = "klacht", "klachten"
	case 0:
		een, meer = "onvolkomenheid", "onvolkomenheden"
	}
	if b.Ervoor == 0 {
		if klachten > 0 && klachten < b.Erna {
			meer = "klachten of onvolkomenheden"
		}
		return "geen " + meer
	}
	return aantal(b.Ervoor, een, meer)
}

func (b *Bewijs) uitslag() string {
	switch b.Uitslag {
	case UitslagMinder:
		return "dat is meer dan toeval"
	case UitslagMeer:
		return "het zijn er meer geworden, en dat is geen toeval"
	case UitslagToeval:
		if b.Ervoor == b.Erna {
			return "dat is geen verschil"
		}
		return "dat verschil kan toeval zijn"
	}
	return "te weinig om iets te zeggen"
}

func ofGeen(n int) string {
	if n == 0 {
		return "geen"
	}
	return getal(n)
}

// tijdsduur gives the length of the time after van up to and including tot: in
// de 6 maanden where it is whole months or nearly so, else in weeks or days.
func tijdsduur(van, tot werkdagen.Datum) string {
	const dagenPerMaand = 365.2425 / 12
	dagen := int(tot - van)
	maanden := int(math.Round(float64(dagen) / dagenPerMaand))
	// A few days more or less, and of a long time a fiftieth, are no other length.
	bijna := math.Abs(float64(dagen)-float64(maanden)*dagenPerMaand) <= max(3, float64(dagen)/50)
	eenHeleMaand := van.PlusMaanden(1) == tot
	heleWeken := dagen%7 == 0
	switch {
	case dagen == 1:
		return "op de dag"
	case maanden == 1 && bijna && (eenHeleMaand || !heleWeken):
		return "in de maand"
	case maanden > 1 && bijna:
		return fmt.Sprintf("in de %d maanden", maanden)
	case dagen == 7:
		return "in de week"
	case heleWeken:
		return fmt.Sprintf("in de %d weken", dagen/7)
	}
	return fmt.Sprintf("in de %d dagen", dagen)
}
