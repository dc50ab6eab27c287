package post

import (
	"io/fs"
	"iter"

	"klacht/post/bericht"
)

// Bron is one message that was found, and where.
type Bron = bericht.Bron

// ErrGeenBericht is the error for a file in a folder that is no message and
// doesn't look like one.
var ErrGeenBericht = bericht.ErrGeenBericht

// Berichten walks over the messages at pad, as bericht.Berichten does.
func Berichten(fsys fs.FS, pad string) iter.Seq2[Bron, error] { return bericht.Berichten(fsys, pad) }
