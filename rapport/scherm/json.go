package scherm

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// SchrijfJSON writes v indented by two spaces, with a line end. Characters that Schoon would remove are written as \uXXXX: the
// data is whole, and yet a terminal that shows it can't be steered by it.
func SchrijfJSON(w io.Writer, v any) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("kon de uitvoer niet als JSON schrijven: %w", err)
	}
	_, err := w.Write(zichtbaar(buf.Bytes()))
	return err
}

// zichtbaar escapes invisible characters in JSON. Outside strings JSON has only ASCII, so they can only stand within one.
func zichtbaar(p []byte) []byte {
	if isGewoon(string(p)) {
		return p
	}
	uit := make([]byte, 0, len(p)+16)
	for len(p) > 0 {
		r, n := utf8.DecodeRune(p)
		switch {
		case r < ' ' || !onzichtbaar(r):
			uit = append(uit, p[:n]...)
		case r > 0xffff:
			hoog, laag := utf16.EncodeRune(r)
			uit = fmt.Appendf(uit, `\u%04x\u%04x`, hoog, laag)
		default:
			uit = fmt.Appendf(uit, `\u%04x`, r)
		}
		p = p[n:]
	}
	return uit
}
