package dossier

import "strings"

// Fout is a refusal in one Dutch sentence, with what to do about it.
type Fout struct {
	Wat     string
	Raad    string // "" when there is nothing to advise
	Aanroep bool   // the call was wrong, not the facts
}

func (f *Fout) Error() string { return f.Wat }

// Tip says what to do.
func (f *Fout) Tip() string { return f.Raad }

// VerkeerdeAanroep reports whether the call itself was wrong.
func (f *Fout) VerkeerdeAanroep() bool { return f.Aanroep }

// Opsomming joins names as a Dutch sentence does: a, b en c.
func Opsomming(namen []string, voegwoord string) string {
	switch n := len(namen); n {
	case 0:
		return ""
	case 1:
		return namen[0]
	default:
		return strings.Join(namen[:n-1], ", ") + " " + voegwoord + " " + namen[n-1]
	}
}
