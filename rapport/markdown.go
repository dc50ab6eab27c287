package rapport

import (
	"io"
	"strings"

	"klacht/rapport/scherm"
)

// schrijfMarkdown writes the report to paste into a mail or minutes.
func schrijfMarkdown(w io.Writer, o Overzicht) error {
	_, err := io.WriteString(w, maakDocument(o, alles()).markdown())
	return err
}

// markdown gives the document in CommonMark with the tables of GitHub, readable
// as it stands.
func (d document) markdown() string {
	var b strings.Builder
	b.WriteString("# " + markdown(d.titel) + "\n\n" + markdown(d.inleiding) + "\n")
	for _, s := range d.secties {
		b.WriteString("\n## " + markdown(s.kop) + "\n")
		for _, blok := range s.zonderGrafieken() {
			b.WriteString("\n")
			switch {
			case blok.tabel != nil:
				blok.tabel.markdown(&b)
			case len(blok.punten) > 0:
				for _, p := range blok.punten {
					b.WriteString("- " + markdown(p) + "\n")
				}
			default:
				b.WriteString(markdown(blok.alinea) + "\n")
			}
		}
	}
	return b.String()
}

// markdownTekens spells in text what CommonMark or one of its usual extensions
// (tables, strikethrough, mathematics, autolinks) would take for markup. < > &
// and | become entities and not \<: those mean the same to every reader, also
// to one that takes what it is given for HTML or splits a table before it looks
// at backslashes.
var markdownTekens = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "#", `\#`, "~", `\~`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "|", "&#124;", "& ", "& ", "&", "&amp;",
	"://", `\://`, "www.", `www\.`,
)

// markdown gives a clean line as Markdown that shows it as it is, wherever in a
// paragraph, cell, item or heading it stands.
func markdown(s string) string {
	uit := markdownTekens.Replace(s)
	// What only at the start of a block means something: lists and underlined
	// headings. # and > are escaped everywhere.
	cijfers := len(uit) - len(strings.TrimLeft(uit, "0123456789"))
	rest := uit[cijfers:]
	switch {
	case cijfers == 0 && strings.HasPrefix(rest, "-"),
		cijfers == 0 && strings.HasPrefix(rest, "+"),
		cijfers == 0 && strings.HasPrefix(rest, "="),
		cijfers > 0 && strings.HasPrefix(rest, "."),
		cijfers > 0 && strings.HasPrefix(rest, ")"):
		return uit[:cijfers] + `\` + rest
	}
	return uit
}

// breedsteOpvulling is how wide a column is made with spaces, for those who read
// the Markdown as it stands.
const breedsteOpvulling = 40

func (t *tabel) markdown(b *strings.Builder) {
	rijen := make([][]string, 0, len(t.rijen)+1)
	koppen := make([]string, len(t.kolommen))
	for i, k := range t.kolommen {
		koppen[i] = celMarkdown(k.Titel)
	}
	rijen = append(rijen, koppen)
	for _, r := range t.rijen {
		cellen := make([]string, len(r))
		for i, cel := range r {
			cellen[i] = celMarkdown(cel)
		}
		rijen = append(rijen, cellen)
	}
	breed := make([]int, len(t.kolommen))
	for _, r := range rijen {
		for i, cel := range r {
			breed[i] = max(breed[i], min(scherm.Breedte(cel), breedsteOpvulling), 3)
		}
	}
	for n, r := range rijen {
		for i, cel := range r {
			b.WriteString("| " + vulOp(cel, breed[i], t.kolommen[i].Rechts) + " ")
		}
		b.WriteString("|\n")
		if n > 0 {
			continue
		}
		for i, k := range t.kolommen {
			if k.Rechts {
				b.WriteString("| " + strings.Repeat("-", breed[i]-1) + ": ")
			} else {
				b.WriteString("| " + strings.Repeat("-", breed[i]) + " ")
			}
		}
		b.WriteString("|\n")
	}
}

// celMarkdown is markdown for a cell, in which no block can start: a number
// below zero needs no backslash.
func celMarkdown(s string) string { return markdownTekens.Replace(s) }

func vulOp(s string, breed int, rechts bool) string {
	wit := strings.Repeat(" ", max(0, breed-scherm.Breedte(s)))
	if rechts {
		return wit + s
	}
	return s + wit
}
