package bericht

import (
	"strconv"
	"strings"
	"unicode"
)

// blok asks for n line ends before the next text. The first block in a cell or behind a bullet needs none: Word puts a
// paragraph in every cell of a table.
func (h *htmllezer) blok(n int) {
	if h.celLeeg || h.punt != "" {
		return
	}
	h.spatie = false
	h.breuken = max(h.breuken, n)
}

// br ends the line: one at the end of a block shows nothing, two in a row make an empty line.
func (h *htmllezer) br() {
	if h.celLeeg {
		return
	}
	h.spatie = false
	if h.regel && h.breuken == 0 {
		h.breuken = 1
	} else {
		h.breuken = 2
	}
}

// nieuweCel starts a table cell. It goes on the line of the previous one, unless that went over more lines: then the table
// was for layout.
func (h *htmllezer) nieuweCel() {
	if h.celBreuk {
		h.breuken = max(h.breuken, 1)
	} else if h.regel && !h.cel && h.breuken == 0 {
		h.cel = true
	}
	h.celLeeg, h.celBreuk = true, false
}

func (h *htmllezer) lijst(start int) {
	if len(h.lijsten) == 0 {
		h.blok(2)
	} else {
		h.blok(1)
	}
	if len(h.lijsten) < 1000 {
		h.lijsten = append(h.lijsten, start)
	}
}

func (h *htmllezer) item() {
	h.blok(1)
	n := len(h.lijsten)
	h.punt = "- "
	if n > 0 && h.lijsten[n-1] > 0 {
		h.punt = strconv.Itoa(h.lijsten[n-1]) + ". "
		h.lijsten[n-1]++
	}
	h.punt = strings.Repeat("  ", min(max(n-1, 0), maxInspringen)) + h.punt
}

// tekst writes text, with blanks collapsed as a browser does.
func (h *htmllezer) tekst(s string) {
	if h.link != "" && h.linkTekst.Len() < maxRegel {
		h.linkTekst.WriteString(s[:min(len(s), maxRegel)])
	}
	if h.pre > 0 {
		h.letterlijk(s)
		return
	}
	for len(s) > 0 {
		i := strings.IndexFunc(s, isWit)
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			h.schrijf(s[:i])
			s = s[i:]
			continue
		}
		s = strings.TrimLeftFunc(s, isWit)
		h.spatie = h.regel && h.breuken == 0
	}
}

// isWit tells what counts as a blank. A no-break space is a blank to a reader, and mailers use it for layout.
func isWit(r rune) bool { return unicode.IsSpace(r) }

// letterlijk writes preformatted text.
func (h *htmllezer) letterlijk(s string) {
	for regel := range strings.Lines(s) {
		tekst := strings.TrimRight(regel, "\r\n")
		if tekst != "" {
			h.schrijf(tekst)
		}
		if len(tekst) < len(regel) {
			h.br()
		}
	}
}

// schrijf writes one word, with what is due before it.
func (h *htmllezer) schrijf(s string) {
	if h.uit.Len() == 0 {
		h.breuken = 0
		h.prefix()
	} else if h.breuken > 0 {
		if !h.celLeeg {
			h.celBreuk = true
		}
		h.cel = false
		for ; h.breuken > 0; h.breuken-- {
			h.uit.WriteByte('\n')
			if h.breuken > 1 {
				h.uit.WriteString(strings.TrimRight(citaattekens(min(h.citaat, h.vorige)), " "))
			}
		}
		h.prefix()
	} else if h.cel {
		h.uit.WriteString(" | ")
	} else if h.spatie {
		h.uit.WriteByte(' ')
	}
	h.spatie, h.regel, h.cel, h.celLeeg, h.leeg = false, true, false, false, false
	h.uit.WriteString(h.punt)
	h.punt = ""
	h.uit.WriteString(s)
}

func citaattekens(diepte int) string { return strings.Repeat("> ", min(diepte, maxInspringen)) }

func (h *htmllezer) prefix() {
	h.uit.WriteString(citaattekens(h.citaat))
	h.vorige = h.citaat
}

// eindeLink writes the address of a link behind its text, when a reader couldn't know it from the text.
func (h *htmllezer) eindeLink() {
	adres, tekst := h.link, h.linkTekst.String()
	h.link = ""
	h.linkTekst.Reset()
	if adres == "" || zelfdeAdres(adres, tekst) {
		return
	}
	if strings.TrimSpace(tekst) != "" {
		h.spatie = true
	}
	h.schrijf("<" + adres + ">")
}
