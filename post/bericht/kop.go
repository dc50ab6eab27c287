package bericht

import (
	"bytes"
	"strings"
)

// veld is one header field, unfolded; its value is as sent, so possibly not UTF-8.
type veld struct {
	naam   string // lower case
	waarde string
}

// kop is a header block in the order of the message.
type kop []veld

// eerste returns the first value of the field that isn't blank, else "".
//
// QUIRK: RFC 5322 3.6 allows most fields once. Where one is repeated, senders and gateways put the true one on top.
func (k kop) eerste(naam string) string {
	for _, v := range k {
		if v.naam == naam && v.waarde != "" {
			return v.waarde
		}
	}
	return ""
}

// alle returns all values of the field that aren't blank.
func (k kop) alle(naam string) []string {
	var waarden []string
	for _, v := range k {
		if v.naam == naam && v.waarde != "" {
			waarden = append(waarden, v.waarde)
		}
	}
	return waarden
}

// volgendeRegel cuts the first line off b. A line ends in LF, CRLF or CR.
//
// QUIRK: CR CR LF, left by gateways that convert twice, is one line end, or every header line would end the header.
func volgendeRegel(b []byte) (regel, rest []byte) {
	i := bytes.IndexAny(b, "\r\n")
	if i < 0 {
		return b, nil
	}
	j := i
	for j < len(b) && b[j] == '\r' {
		j++
	}
	if j < len(b) && b[j] == '\n' {
		return b[:i], b[j+1:]
	}
	return b[:i], b[i+1:]
}

// leesVeld splits a header line into name (lower case) and value. RFC 5322 2.2: the name is printable ASCII without a
// colon; blanks between name and colon are allowed by RFC 5322 4.5.
func leesVeld(regel []byte) (naam string, waarde []byte, ok bool) {
	i := bytes.IndexByte(regel, ':')
	if i < 0 {
		return "", nil, false
	}
	n := bytes.TrimRight(regel[:i], " \t")
	if len(n) == 0 || len(n) > 200 {
		return "", nil, false
	}
	for _, c := range n {
		if c <= ' ' || c > '~' {
			return "", nil, false
		}
	}
	return strings.ToLower(string(n)), bytes.Trim(regel[i+1:], " \t"), true
}

// bekendVeld tells whether a name is one that mail has, so that a line can be told from a sentence with a colon.
func bekendVeld(naam string) bool {
	switch naam {
	case "from", "sender", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "reply-to",
		"received", "return-path", "delivered-to", "mime-version", "importance", "priority", "precedence", "organization",
		"comments", "keywords", "status", "user-agent", "mailer", "auto-submitted", "authentication-results",
		"dkim-signature", "domainkey-signature", "received-spf", "thread-topic", "thread-index", "errors-to", "sensitivity",
		"envelope-to", "lines", "newsgroups", "path", "disposition-notification-to":
		return true
	}
	for _, begin := range []string{"x-", "content-", "resent-", "list-", "arc-", "delivery-"} {
		if strings.HasPrefix(naam, begin) {
			return true
		}
	}
	return false
}

// leesKop reads the header block that b starts with and returns it with the body behind it. Without any field that mail
// knows there is no header: then all of b is the body, but for the empty line that stands where the header ends.
func (l *lezer) leesKop(b []byte) (k kop, inhoud []byte) {
	h := koplezer{l: l, rest: b}
	for h.volgende() {
	}
	h.sluit()
	switch {
	case h.bekend:
		return h.velden, h.rest
	case len(h.velden) == 0:
		return nil, h.rest
	}
	return nil, b
}

// koplezer is the state of leesKop.
type koplezer struct {
	l      *lezer
	rest   []byte
	velden kop
	bekend bool // a field that mail knows was seen

	naam   string          // the field being read
	waarde strings.Builder // its value so far: folded lines are joined here, so that many of them cost no more
	bytes  int             // bytes taken so far, see maxKop

	beoordeeld bool // whether a broken line was met and judged
	kapot      bool // the judgement: broken lines belong to the header
}

func (h *koplezer) sluit() {
	if h.naam != "" && len(h.velden) < maxVelden {
		h.velden = append(h.velden, veld{h.naam, h.waarde.String()})
	}
	h.naam = ""
	h.waarde.Reset()
}

// neem adds text to the field being read.
func (h *koplezer) neem(b []byte) {
	h.bytes += len(b) + 1
	if h.bytes > maxKop || len(h.velden) >= maxVelden {
		h.l.waarschuw("de kop van het bericht is te lang; het laatste stuk ervan is niet gelezen")
		return
	}
	if h.waarde.Len() > 0 && len(b) > 0 {
		h.waarde.WriteByte(' ')
	}
	h.waarde.Write(b)
}

// volgende handles one line and tells whether the header goes on behind it.
func (h *koplezer) volgende() bool {
	if len(h.rest) == 0 {
		return false
	}
	regel, na := volgendeRegel(h.rest)
	kaal := bytes.Trim(regel, " \t")
	if len(kaal) == 0 {
		h.rest = na
		// QUIRK: a line of blanks only is a fold by RFC 5322 4.2, but in practice it is the empty line that ends the
		// header, unless a header field follows.
		if len(regel) > 0 {
			volgt, _ := volgendeRegel(na)
			if naam, _, ok := leesVeld(volgt); ok && bekendVeld(naam) {
				return true
			}
		}
		return false
	}
	if regel[0] == ' ' || regel[0] == '\t' {
		if h.naam != "" {
			h.neem(kaal)
			h.rest = na
			return true
		}
		regel = kaal // QUIRK: the very first field is sometimes indented
	}
	if naam, waarde, ok := leesVeld(regel); ok {
		h.sluit()
		h.naam = naam
		h.bekend = h.bekend || bekendVeld(naam)
		h.neem(waarde)
		h.rest = na
		return true
	}
	if !h.beoordeeld {
		h.beoordeeld = true
		h.kapot = kopGaatDoor(na)
		if h.kapot {
			h.l.waarschuw("de kop van het bericht bevat een regel die er niet hoort; de rest van de kop is wel gelezen")
		} else if h.bekend {
			h.l.waarschuw("de lege regel tussen kop en tekst ontbreekt; de tekst begint bij de eerste regel die geen kopregel is")
		}
	}
	if !h.kapot {
		return false
	}
	// QUIRK: a broken line amid fields is mostly a folded line that lost its indent; an mbox line is left out.
	if h.naam != "" && !isMboxRegel(regel) {
		h.neem(kaal)
	}
	h.rest = na
	return true
}

// kopGaatDoor tells whether what follows a broken line is still header: fields that mail knows, up to an empty line,
// at least as many as other broken lines.
func kopGaatDoor(b []byte) bool {
	goed, fout := 0, 0
	for n := 0; len(b) > 0 && n < maxVelden; n++ {
		var regel []byte
		regel, b = volgendeRegel(b)
		if len(bytes.Trim(regel, " \t")) == 0 {
			break
		}
		if regel[0] == ' ' || regel[0] == '\t' {
			continue
		}
		if naam, _, ok := leesVeld(regel); ok && bekendVeld(naam) {
			goed++
		} else if !ok {
			fout++
		}
	}
	return goed > 0 && goed >= fout
}

// isMboxRegel recognises the line that separates messages in an mbox file (RFC 4155), by the time in it.
func isMboxRegel(regel []byte) bool {
	na, ok := bytes.CutPrefix(bytes.TrimPrefix(regel, []byte(">")), []byte("From "))
	i := bytes.IndexByte(na, ':')
	return ok && i > 0 && i+1 < len(na) && isCijfer(na[i-1]) && isCijfer(na[i+1])
}

func isCijfer(c byte) bool { return c >= '0' && c <= '9' }
