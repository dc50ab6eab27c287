package bericht

// vorm is one form that a message comes in.
type vorm struct {
	extensie string // of a file that holds it
	herken   func(b []byte) bool
	lees     func(l *lezer, b []byte) (*Bericht, error)
}

// vormen lists every form; the first one that recognises a message reads it. What recognises the most comes last.
func vormen() []vorm {
	return []vorm{
		{".msg", isMsg, leesMsg},
		{".tnef", isTnef, leesTnef},
		{".eml", isEml, leesEml},
	}
}
