package bericht

import (
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// xmlDeel is the structure that stands beside each message of eml-b.
type xmlDeel struct {
	Body      *string  `xml:"body"`
	Message   *xmlDeel `xml:"message"`
	Multipart *struct {
		Delen []xmlDeel `xml:"body-part"`
	} `xml:"multipart"`
}

// bladen flattens the structure: the content of each leaf, "<bericht>" for a message within.
func (x xmlDeel) bladen() []string {
	var uit []string
	switch {
	case x.Multipart != nil:
		for _, d := range x.Multipart.Delen {
			uit = append(uit, d.bladen()...)
		}
	case x.Message != nil:
		uit = append(uit, "<bericht>")
	case x.Body != nil:
		if s := platGeslagen(*x.Body); s != "" {
			uit = append(uit, s)
		}
	}
	return uit
}

func bladenVan(d *deel) []string {
	var uit []string
	if !d.meerdelig {
		if d.soort == "message/rfc822" {
			return []string{"<bericht>"}
		}
		if s := platGeslagen(uitWindows1252(d.inhoud)); s != "" {
			uit = append(uit, s)
		}
	}
	for _, kind := range d.delen {
		uit = append(uit, bladenVan(kind)...)
	}
	return uit
}

func platGeslagen(s string) string { return strings.Join(strings.Fields(s), " ") }

// andersEmlB lists the messages of eml-b whose parts we deliberately find elsewhere, and why.
var andersEmlB = map[string]string{
	"badbound":                              "the boundary is broken over two lines, here and there; they drop all of it, we keep it as text",
	"basic-plain-with-bad-header-separator": "a line with one blank: they read on as header, to us it ends the header",
	"hdr-fakeout":                           "a line with one blank: they read on as header, to us it ends the header",
	"obsolete":                              "a line with blanks within a folded subject: to us it ends the header",
	"malformedHeader-nocrlfcrlf":            "no empty line behind the header: they drop lines up to the next empty one, we keep them as text",
	"malformedHeader-noheader":              "no header: they drop all of it, we keep it as text",
	"malformedHeaderStartsBody-nocrlfcrlf":  "they drop the second line behind the header, we keep it",
	"malformedHeaderStartsBody-noheader":    "they drop the second line, we keep it",
	"missing-boundary":                      "a multipart without boundaries: they drop its text, we keep it",
	"missing-inner-boundary":                "a multipart without boundaries: they drop its text, we keep it",
	"missing-inner-start-boundary":          "a multipart with a closing boundary only: they drop its text, we keep it",
	"multipartnopart":                       "a multipart with a closing boundary only: they drop its text, we keep it",
	"very-long-boundary":                    "a boundary that ends in blanks, which RFC 2046 5.1.1 forbids: we compare without them",
	"very-very-long-boundary":               "a boundary that ends in blanks, which RFC 2046 5.1.1 forbids: we compare without them",
	"weird-boundary":                        "a boundary that ends in blanks, which RFC 2046 5.1.1 forbids: we compare without them",
}

func TestVoorbeeldenEmlBStructuur(t *testing.T) {
	paden, _ := filepath.Glob(filepath.Join(postVoorbeelden(t), "eml-b", "*.xml"))
	vergeleken := 0
	for _, pad := range paden {
		naam := strings.TrimSuffix(filepath.Base(pad), ".xml")
		t.Run(naam, func(t *testing.T) {
			b, err := os.ReadFile(pad)
			if err != nil {
				t.Fatal(err)
			}
			var x xmlDeel
			d := xml.NewDecoder(bytes.NewReader(b))
			d.Strict = false
			if err := d.Decode(&x); err != nil {
				t.Skip("their XML can't be read:", err)
			}
			bron, err := os.ReadFile(strings.TrimSuffix(pad, ".xml") + ".msg")
			if err != nil {
				t.Fatal(err)
			}
			l := &lezer{}
			verschil := cmp.Diff(x.bladen(), bladenVan(l.leesDeel(l.kaleBegin(bron), "text/plain", 0)))
			reden, mag := andersEmlB[naam]
			switch {
			case verschil != "" && !mag:
				t.Errorf("parts (-want +got):\n%s", verschil)
			case verschil == "" && mag:
				t.Errorf("listed as read differently (%s) and isn't", reden)
			}
			vergeleken++
		})
	}
	if vergeleken < 75 {
		t.Errorf("only %d messages compared", vergeleken)
	}
}
