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
	erna := tijdsduur(b.UitgevoerdOp, b.Tot)
	var s string
	switch b.dagenErvoor() {
	case b.Dagen:
		s = fmt.Sprintf("%s %s ervoor, %s erna", b.geteld(b.Ervoor, klachten), erna, ofGeen(b.Erna))
	case 0:
		return fmt.Sprintf("%s %s erna; van ervoor is niets geregistreerd, dus er is niets om mee te vergelijken", b.geteld(b.Erna, klachten), erna)
	default:
		s = fmt.Sprintf("%s %s ervoor (eerder is niets geregistreerd), %s %s erna",
			b.geteld(b.Ervoor, klachten), tijdsduur(b.Van-1, b.UitgevoerdOp), ofGeen(b.Erna), erna)
	}
	s += "; " + b.uitslag()
	// What is not analysed yet matters when it could turn the outcome.
	if _, anders := b.weeg(b.Erna + b.NietGeanalyseerd); anders != b.Uitslag {
		s += fmt.Sprintf(", maar van %s erna is de oorzaak nog niet bekend", dossiers(b.NietGeanalyseerd))
	}
	return s
}

// geteld gives n with a word for all that was counted.
func (b *Bewijs) geteld(n, klachten int) string {
	een, meer, geen := "klacht of onvolkomenheid", "klachten en onvolkomenheden", "klachten of onvolkomenheden"
	switch klachten {
	case b.Ervoor + b.Erna:
		een, meer, geen = "klacht", "klachten", "klachten"
	case 0:
		een, meer, geen = "onvolkomenheid", "onvolkomenheden", "onvolkomenheden"
	}
	if n == 0 {
		return "geen " + geen
	}
	return aantal(n, een, meer)
}

func (b *Bewijs) uitslag() string {
	switch b.Uitslag {
	case UitslagMinder:
		return "dat is meer dan toeval"
	case UitslagMeer:
		return "het zijn er meer geworden, en dat is geen toeval"
	case UitslagToeval:
		if b.Ervoor == b.Erna && b.dagenErvoor() == b.Dagen {
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
	// A few days more or less are no other length, nor from a year on half a month.
	bijna := math.Abs(float64(dagen)-float64(maanden)*dagenPerMaand) <= max(3, float64(dagen)/24)
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
