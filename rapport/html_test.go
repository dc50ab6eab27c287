package rapport

import (
	"fmt"
	"path/filepath"
	"testing"
)

func TestHTMLMetAlleGrafieken(t *testing.T) {
	for naam, o := range map[string]Overzicht{
		"grafieken-24":   gevuld(t, 24),
		"grafieken-3":   gevuld(t, 3),
		"grafieken-veel": veelCategorieen(gevuld(t, 12), 30),
	} {
		t.Run(fmt.Sprint(naam), func(t *testing.T) {
			vergelijkMet(t, filepath.Join("..", "testdata", "rapport", naam+".html"), []byte(schrijf(t, Formaat{Schrijver: schrijfHTML}, o)))
		})
	}
}
