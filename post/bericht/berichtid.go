package bericht

import "strings"

// leesIDs finds the message ids in a field: everything between < and >, and where there are none, words with an @.
//
// QUIRK: In-Reply-To of old mailers holds a sentence around the id (RFC 5322 4.5.4), folding puts blanks within ids, and
// some senders leave out the angle brackets.
func leesIDs(s string) []string {
	var ids []string
	gezien := map[string]bool{}
	voegToe := func(id string) {
		id = strings.Trim(strings.Join(strings.Fields(eenRegel(id)), ""), "<>")
		if id != "" && len(id) <= 1000 && !gezien[id] {
			gezien[id] = true
			ids = append(ids, id)
		}
	}
	for rest := s; rest != ""; {
		_, na, open := strings.Cut(rest, "<")
		if !open {
			break
		}
		id, achter, dicht := strings.Cut(na, ">")
		if !dicht { // the last > was cut off
			id, _, _ = strings.Cut(strings.TrimSpace(na), " ")
		}
		for _, stuk := range strings.Split(id, "<") { // QUIRK: `<a@x <b@x>`, an id whose > is missing
			voegToe(stuk)
		}
		rest = achter
	}
	if len(ids) == 0 {
		for _, woord := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\r\n,;\"()<>", r) }) {
			if strings.Contains(woord, "@") {
				voegToe(woord)
			}
		}
	}
	// The last ones are nearest to this message.
	return ids[max(0, len(ids)-maxVerwijzingen):]
}

// leesEigenID reads Message-ID: the first id, and where nothing looks like one, the first word as it stands.
func leesEigenID(s string) string {
	if ids := leesIDs(s); len(ids) > 0 {
		return ids[0]
	}
	zonderHaken := strings.NewReplacer("<", " ", ">", " ").Replace(eenRegel(s))
	if woorden := strings.Fields(zonderHaken); len(woorden) > 0 && len(woorden[0]) <= 1000 {
		return woorden[0]
	}
	return ""
}
