package rapport

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Charts are laid out before any format draws them, so how wide a text becomes
// is worked out here: with the advance widths of Helvetica, which Arial and
// Liberation Sans share. A letter that isn't in the table counts wider than it
// is, so that nothing is cut off or runs into something else.

// letterbreedten are the widths of space up to and including ~, in thousandths
// of the size (Adobe Font Metrics, Helvetica).
var letterbreedten = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space ! to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

const (
	onbekendeLetter = 1000 // a Chinese character is as wide as it is high
	breedsteLetter  = 1400 // pictograms
	vetErbij        = 56   // what bold adds to the narrow letters, and at most to any
)

func letterbreedte(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return letterbreedten[r-' ']
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r == '€', r == '–', r == 'ĳ':
		return 556
	case r == 'Ĳ':
		return 778
	case r >= 0xc0 && r <= 0x17f:
		// An accent doesn't make a letter wider, but for the narrow i.
		if kaal := []rune(norm.NFD.String(string(r))); kaal[0] < unicode.MaxASCII {
			return max(letterbreedten[kaal[0]-' '], 278)
		}
	case r >= 0x10000:
		return breedsteLetter
	}
	return onbekendeLetter
}

// tekstbreedte is how wide s is at a size, in the same units.
func tekstbreedte(s string, grootte float64, vet bool) float64 {
	n := 0
	for _, r := range s {
		b := letterbreedte(r)
		if vet && b > 0 {
			b += vetErbij
		}
		n += b
	}
	return float64(n) * grootte / 1000
}

// breekTekst puts s on at most zoveel lines that are no wider than breed: at
// spaces, and within a word only where it doesn't fit by itself. heel is false
// when there was more, which then ends in ….
func breekTekst(s string, grootte, breed float64, zoveel int) (regels []string, heel bool) {
	past := func(s string) bool { return tekstbreedte(s, grootte, false) <= breed }
	var nu string
	rest := strings.Fields(s)
	for len(rest) > 0 {
		woord := rest[0]
		samen := strings.TrimLeft(nu+" "+woord, " ")
		switch {
		case past(samen):
			nu, rest = samen, rest[1:]
			continue
		case nu == "" || len(regels) == zoveel-1:
			// All that fits of it goes on this line.
			deel := passend(samen, grootte, breed)
			rest[0] = strings.TrimSpace(samen[len(deel):])
			nu = strings.TrimSpace(deel)
		}
		if len(regels) == zoveel-1 {
			return append(regels, metPuntjes(nu, grootte, breed)), false
		}
		regels, nu = append(regels, nu), ""
	}
	if nu != "" {
		regels = append(regels, nu)
	}
	return regels, true
}

// passend is the longest start of s that fits, and at least its first letter.
func passend(s string, grootte, breed float64) string {
	nu := 0.0
	for i, r := range s {
		nu += float64(letterbreedte(r)) * grootte / 1000
		if nu > breed && i > 0 {
			return s[:i]
		}
	}
	return s
}

const puntjes = "…"

// metPuntjes shortens s until … fits behind it.
func metPuntjes(s string, grootte, breed float64) string {
	return strings.TrimRight(passend(s, grootte, breed-tekstbreedte(puntjes, grootte, false)), " ,.;:(-") + puntjes
}
