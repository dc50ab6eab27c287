package bericht

import "strings"

// Kenmerken are the marks that tell a machine's mail from a person's. They are facts, as the message has them; what
// follows from them is for the caller to decide. A field is empty, or false, when the message lacks it.
type Kenmerken struct {
	AutoSubmitted     string   // RFC 3834 5: "auto-generated", "auto-replied", …; lower case, without parameters; "no" is kept
	Precedence        string   // "bulk", "list", "junk", …; lower case
	Lijst             string   // the List-Id between <> (RFC 2919), else the first other List field (RFC 2369)
	XLoop             string   // X-Loop: an address that already handled the message
	LegeAfzender      bool     // Return-Path: <>, a report that is never to be answered (RFC 5321 4.5.5)
	AutoAntwoord      bool     // X-Autoreply, X-Autorespond or X-Autoresponder, of older answering machines
	OnderdrukAntwoord []string // X-Auto-Response-Suppress (MS-OXCMAIL 2.2.3.2.14): "all", "oof", "autoreply", "dr", …; lower case
	Rapport           string   // report-type of a multipart/report (RFC 6522): "delivery-status", "disposition-notification", …
	Klasse            string   // MAPI message class of a .msg or TNEF, such as "IPM.Note" or "REPORT.IPM.Note.NDR"
}

func (l *lezer) leesKenmerken(k kop) Kenmerken {
	woord := func(naam string) string {
		s, _, _ := strings.Cut(eenRegel(l.ruw(k.eerste(naam))), ";")
		s, _, _ = strings.Cut(s, "(")
		return strings.ToLower(strings.TrimSpace(s))
	}
	m := Kenmerken{
		AutoSubmitted: woord("auto-submitted"),
		Precedence:    woord("precedence"),
		XLoop:         eenRegel(l.ruw(k.eerste("x-loop"))),
		LegeAfzender:  strings.Join(strings.Fields(k.eerste("return-path")), "") == "<>",
	}
	if s := woord("x-auto-response-suppress"); s != "" {
		for _, deel := range strings.Split(s, ",") {
			m.OnderdrukAntwoord = append(m.OnderdrukAntwoord, strings.TrimSpace(deel))
		}
	}
	for _, v := range k {
		switch {
		case v.waarde == "":
		case v.naam == "x-autoreply" || v.naam == "x-autorespond" || v.naam == "x-autoresponder":
			m.AutoAntwoord = !strings.EqualFold(v.waarde, "no")
		case v.naam == "list-id":
			m.Lijst = lijstnaam(eenRegel(l.ruw(v.waarde)))
		case strings.HasPrefix(v.naam, "list-") && m.Lijst == "":
			m.Lijst = eenRegel(l.ruw(v.waarde))
		}
	}
	return m
}

// lijstnaam takes the identifier out of a List-Id, `Nieuwsbrief <nieuws.example.org>`.
func lijstnaam(s string) string {
	if i := strings.LastIndexByte(s, '<'); i >= 0 {
		if naam := strings.Trim(s[i:], "<> "); naam != "" {
			return naam
		}
	}
	return s
}

// rapportsoort returns the report-type of the message d, or "".
func rapportsoort(d *deel) string {
	if d.soort != "multipart/report" {
		return ""
	}
	if s := strings.ToLower(eenRegel(d.opties["report-type"])); s != "" {
		return s
	}
	return "onbekend"
}
