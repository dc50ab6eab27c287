package rapport

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// schrijfJSON writes the figures as in the contract, indented for people.
func schrijfJSON(w io.Writer, o Overzicht) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(o); err != nil {
		return fmt.Errorf("kon het rapport niet als JSON schrijven: %w", err)
	}
	_, err := io.WriteString(w, zichtbaar(b.String()))
	return err
}
