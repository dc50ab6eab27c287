package bericht

import (
	"io/fs"
	"path"
	"strings"
)

// isMaildir recognises a Maildir: a folder with the folders cur and new. Its subfolders, such as .Verzonden, are mailboxes
// of their own, and are read when they are asked for.
func isMaildir(p plek) bool {
	if !p.dir {
		return false
	}
	for _, naam := range []string{"cur", "new"} {
		if info, err := fs.Stat(p.fsys, path.Join(p.pad, naam)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// leesMaildir reads the messages in cur, which a mail program has seen, and in new. What is in tmp is still being written.
func leesMaildir(p plek, yield geef) bool {
	for _, deel := range []string{"cur", "new"} {
		namen, err := fs.ReadDir(p.fsys, path.Join(p.pad, deel))
		if err != nil && !yield(Bron{Pad: path.Join(p.pad, deel)}, err) {
			return false
		}
		for _, n := range namen {
			if !n.Type().IsRegular() || isBijwerk(n.Name()) {
				continue
			}
			b := Bron{Pad: path.Join(p.pad, deel, n.Name()), Vlaggen: maildirvlaggen(n.Name())}
			if !geefBestand(p.fsys, b, yield) {
				return false
			}
		}
	}
	return true
}

// maildirvlaggen returns the flags in a name, behind ":2,".
//
// QUIRK: where a colon can't be in a name, as on Windows, programs write a semicolon or an exclamation mark.
func maildirvlaggen(naam string) string {
	i := strings.LastIndex(naam, "2,")
	if i < 1 || !strings.ContainsRune(":;!", rune(naam[i-1])) {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, naam[i+2:])
}
