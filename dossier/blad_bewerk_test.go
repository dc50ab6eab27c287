package dossier

import (
	"strings"
	"testing"
)

func veldVan(sleutel string, w waarde) bladveld { return bladveld{sleutel: sleutel, waarde: w} }

// proefnotitie is an event with everything that an event can hold.
func proefnotitie() waarde {
	return groepWaarde(
		veldVan("op", kaleWaarde("2026-11-27")),
		veldVan("tekst", tekstWaarde("Eén\n\n  twee\n")),
		veldVan("bestanden", lijstWaarde(groepWaarde(
			veldVan("bestand", tekstWaarde("bijlagen/a.pdf")),
			veldVan("bytes", kaleWaarde("12")),
		))),
	)
}

func kortenotitie() waarde {
	return groepWaarde(veldVan("op", kaleWaarde("2026-11-27")), veldVan("wat", tekstWaarde("notitie")))
}

func TestZet(t *testing.T) {
	for _, g := range []struct {
		naam, pad string
		nieuw     waarde
		voor, na  string
	}{
		{"commentaar en CRLF blijven", "a", tekstWaarde("nieuw: x"), "a: b # c\r\n\r\nd: e\r\n", "a: \"nieuw: x\" # c\r\n\r\nd: e\r\n"},
		{"enkele aanhalingstekens blijven", "a", tekstWaarde("it's"), "a: 'b' # c\nd: e", "a: 'it''s' # c\nd: e"},
		{"dubbele aanhalingstekens blijven", "a", kaleWaarde("2026-11-27"), "a:  \"b\"\n", "a:  \"2026-11-27\"\n"},
		{"enkele kunnen geen tab", "a", tekstWaarde("x\ty"), "a: 'b'\n", "a: \"x\\ty\"\n"},
		{"geen regeleinde aan het eind", "d", tekstWaarde("x"), "a: b\nd: e", "a: b\nd: x"},
		{"merkteken vooraan", "a", tekstWaarde("x"), "\ufeffa: b\n", "\ufeffa: x\n"},
		{"blok blijft blok met zijn inspringing", "a", tekstWaarde("kort"), "a:  |  # c\n    b\n    c\n\n# d\ne: f\n", "a:  |-  # c\n    kort\n\n# d\ne: f\n"},
		{"gevouwen blok wordt letterlijk", "a", tekstWaarde("een\ntwee\n"), "a: >\n  b\n  c\ne: f\n", "a: |\n  een\n  twee\ne: f\n"},
		{"blok onder commentaar", "a", tekstWaarde("een\ntwee"), "a: b # c\ne: f\n", "a: |- # c\n  een\n  twee\ne: f\n"},
		{"blok aan het eind van het bestand", "a", tekstWaarde("een\ntwee\n"), "a: b", "a: |\n  een\n  twee"},
		{"blok in de stap van het bestand", "a", tekstWaarde(" een\ntwee"), "a: b\nk:\n   l: m\n", "a: |3-\n    een\n   twee\nk:\n   l: m\n"},
		{"witregels die geen tekst mogen worden", "a", tekstWaarde("een\n\n"), "a: b\n\n\nc: d\n", "a: \"een\\n\\\n  \\n\"\n\n\nc: d\n"},
		{"stuurteken in meer regels", "a", tekstWaarde("een\x00\n twee\n"), "a: b\n", "a: \"een\\x00\\n\\\n  \\ twee\\n\"\n"},
		{"tekst over regels", "a", tekstWaarde("x"), "a: b\n  c\n\n  d # e\nf: g\n", "a: x # e\nf: g\n"},
		{"waarde op eigen regel", "a", tekstWaarde("x"), "a:\n  'b' # c\n", "a:\n  'x' # c\n"},
		{"leeg krijgt een waarde", "a", tekstWaarde("x"), "a: # c\nb: d\n", "a: x # c\nb: d\n"},
		{"~ krijgt een waarde", "a", tekstWaarde("x"), "a: ~ # c\n", "a: x # c\n"},
		{"waarde wordt leeg", "a", waarde{}, "a: 'x' # c\n", "a: null # c\n"},
		{"sleutel tussen aanhalingstekens", "a b", tekstWaarde("x"), "'a b' : c\n", "'a b' : x\n"},
		{"tussen accolades", "k.b", tekstWaarde("x, y"), "k: { a: 'x', b: c } # d\n", "k: { a: 'x', b: \"x, y\" } # d\n"},
		{"leeg tussen accolades", "k.a", tekstWaarde("x"), "k: {a: , b: c}\n", "k: {a: x , b: c}\n"},
		{"zonder dubbele punt tussen accolades", "k.a", tekstWaarde("x"), "k: {a, b: c}\n", "k: {a: x, b: c}\n"},
		{"alles tussen accolades", "b", tekstWaarde("x"), `{"a": "c", "verloop": []}`, `{"a": "c", b: x, "verloop": []}`},

		{"nieuwe sleutel boven verloop", "ernst", tekstWaarde("hoog"), "a: b\n\n# alles\nverloop:\n- op: x\n", "a: b\nernst: hoog\n\n# alles\nverloop:\n- op: x\n"},
		{"nieuwe sleutel boven alleen verloop", "ernst", tekstWaarde("hoog"), "# kop\nverloop:\n- op: x", "# kop\nernst: hoog\nverloop:\n- op: x"},
		{"nieuwe sleutel aan het eind", "ernst", tekstWaarde("hoog"), "a: b # c\n# eind", "a: b # c\nernst: hoog\n# eind"},
		{"nieuwe sleutel achter een blok", "ernst", tekstWaarde("hoog"), "a: |\n  b\n\n# eind\n", "a: |\n  b\nernst: hoog\n\n# eind\n"},
		{"nieuwe sleutel achter een blok met witregels", "ernst", tekstWaarde("hoog"), "a: |+\n  b\n\n", "a: |+\n  b\n\nernst: hoog\n"},
		{"nieuwe sleutel in ingesprongen bestand", "ernst", tekstWaarde("hoog"), "  a: b\r\n  c: d\r\n", "  a: b\r\n  c: d\r\n  ernst: hoog\r\n"},
		{"nieuwe sleutel in een groep", "k.email", tekstWaarde("x@example.nl"), "k:\n    naam: Jan\n    # telefoon?\n\nverloop: []\n", "k:\n    naam: Jan\n    # telefoon?\n    email: x@example.nl\n\nverloop: []\n"},
		{"nieuwe sleutel in een lege groep", "k.email", tekstWaarde("x"), "k: # wie\nverloop: []\n", "k: # wie\n  email: x\nverloop: []\n"},
		{"nieuwe sleutel in lege accolades", "k.email", tekstWaarde("x"), "k: {} # wie\nl: m\n", "k: # wie\n  email: x\nl: m\n"},
		{"nieuwe sleutel in lege accolades met commentaar", "k.email", tekstWaarde("x"), "k: { # wie\n  }\n", "k: {email: x # wie\n  }\n"},
		{"nieuwe sleutel in volle accolades", "k.email", tekstWaarde("x"), "k: {naam: Jan} # wie\n", "k: {naam: Jan, email: x} # wie\n"},
		{"nieuwe sleutel in accolades over regels", "k.email", tekstWaarde("x"), "k: {\n    naam: Jan, # wie\n  }\n", "k: {\n    naam: Jan, # wie\n    email: x,\n  }\n"},
		{"nieuwe sleutel achter een lege waarde tussen accolades", "m", tekstWaarde("x"), "{a: }", "{a: , m: x }"},
		{"nieuwe sleutel achter een sleutel met dubbele punt in zijn naam", "m", tekstWaarde("x"), "{a:}", "{a:, m: x}"},
		{"blok in de kolom van zijn sleutel", "a", tekstWaarde(" x"), "a:\n| # c\n b\n", "a:\n  |1- # c\n  x\n"},
		{"commentaar vlak achter het blokteken", "a", tekstWaarde(""), "a: >#c\n  b\n", "a: \"\" #c\n"},
		{"nieuwe groep", "k.email", tekstWaarde("x"), "a:\n   b: c\nverloop: []\n", "a:\n   b: c\nk:\n   email: x\nverloop: []\n"},
		{"nieuwe lijst", "werkweek", lijstWaarde(tekstWaarde("ma"), tekstWaarde("di")), "a: b\n", "a: b\nwerkweek:\n  - ma\n  - di\n"},
		{"nieuwe lege lijst", "werkweek", lijstWaarde(), "a: b\n", "a: b\nwerkweek: []\n"},
		{"groep in plaats van tekst", "k", groepWaarde(veldVan("naam", tekstWaarde("Jan"))), "k: Jan # wie\nl: m\n", "k: # wie\n  naam: Jan\nl: m\n"},
		{"niets te doen", "a", tekstWaarde("b"), "a:   'b'\n", "a:   'b'\n"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			b, err := leesProef(t, g.voor).zet(strings.Split(g.pad, "."), g.nieuw)
			if err != nil {
				t.Fatal(err)
			}
			if string(b.tekst) != g.na {
				t.Errorf("%q\nwerd %q\nwil  %q", g.voor, b.tekst, g.na)
			}
		})
	}
}

func TestZetWeigert(t *testing.T) {
	for _, g := range []struct{ naam, pad, tekst, fout string }{
		{"een lijst", "a", "\na: [x]\n", "klacht.yaml:2: a is een lijst of blok en wordt niet overschreven"},
		{"een groep", "a", "a:\n  b: c\n", "klacht.yaml:2: a is een lijst of blok en wordt niet overschreven"},
		{"onder tekst", "a.b", "a: x\n", "klacht.yaml:1: onder a kan b niet staan"},
		{"onder een lijst", "a.b", "a:\n- x\n", "klacht.yaml:2: onder a kan b niet staan"},
	} {
		_, err := leesProef(t, g.tekst).zet(strings.Split(g.pad, "."), tekstWaarde("x"))
		if err == nil || err.Error() != "2026/K2026-0007/"+g.fout {
			t.Errorf("%s: kreeg %v, wil %s", g.naam, err, g.fout)
		}
	}
}

// A file may not grow past what can be read again.
func TestZetMaaktGeenBestandDatNietMeerGelezenWordt(t *testing.T) {
	b, err := leesBlad("klacht.yaml", []byte("a: b\nverloop: []\n"), 100)
	if err != nil {
		t.Fatal(err)
	}
	wil := "klacht.yaml: het bestand is te groot (121 bytes; hoogstens 100 bytes wordt gelezen)"
	if _, err := b.zet([]string{"a"}, tekstWaarde(strings.Repeat("x", 103))); err == nil || err.Error() != wil {
		t.Errorf("kreeg %v", err)
	}
	w := tekstWaarde("x")
	for range maxDiepte {
		w = lijstWaarde(w)
	}
	if _, err := b.voegToe("verloop", w); err == nil {
		t.Error("te diep geschreven")
	}
}

func TestVoegMeerToeInEenKeer(t *testing.T) {
	for _, voor := range []string{
		"verloop:\n  - op: x # c\n\n  - op: y\n# eind\n", "verloop:\r\n- op: x\r\n", "verloop: [{op: x}]\n", "verloop:\n", "a: b", "verloop: []\nz: 1\n",
	} {
		los := leesProef(t, voor)
		var err error
		for _, s := range []string{"een", "twee", "drie"} {
			if los, err = los.voegToe("verloop", groepWaarde(bladveld{sleutel: "op", waarde: tekstWaarde(s)})); err != nil {
				t.Fatal(err)
			}
		}
		samen, err := leesProef(t, voor).voegToe("verloop",
			groepWaarde(bladveld{sleutel: "op", waarde: tekstWaarde("een")}),
			groepWaarde(bladveld{sleutel: "op", waarde: tekstWaarde("twee")}),
			groepWaarde(bladveld{sleutel: "op", waarde: tekstWaarde("drie")}))
		if err != nil {
			t.Fatal(err)
		}
		if !gelijkeKnopen(los.wortel, samen.wortel) {
			t.Errorf("%q: at once %q, one by one %q", voor, samen.tekst, los.tekst)
		}
	}
	b := leesProef(t, "a: b\n")
	if na, err := b.voegToe("verloop"); err != nil || na != b {
		t.Errorf("nothing to add changed the file: %v", err)
	}
}

func TestVoegToe(t *testing.T) {
	for _, g := range []struct {
		naam     string
		item     waarde
		voor, na string
	}{
		{"lege haken", proefnotitie(), "verloop: []", "verloop:\n  - op: 2026-11-27\n    tekst: |\n      Eén\n\n        twee\n    bestanden:\n      - bestand: bijlagen/a.pdf\n        bytes: 12"},
		{"niets, met commentaar", kortenotitie(), "verloop: # alles\n# eind\n", "verloop: # alles\n  - op: 2026-11-27\n    wat: notitie\n# eind\n"},
		{"lege haken op eigen regel", kortenotitie(), "a:\n- b\nverloop:\n  [] # alles\n", "a:\n- b\nverloop:\n  - op: 2026-11-27\n    wat: notitie # alles\n"},
		{"geen sleutel", kortenotitie(), "a: b\n", "a: b\nverloop:\n  - op: 2026-11-27\n    wat: notitie\n"},
		{"geen sleutel, geen regeleinde", kortenotitie(), "a: b", "a: b\nverloop:\n  - op: 2026-11-27\n    wat: notitie"},
		{"ruime stijl met witregels", proefnotitie(), "a: b\nverloop:\n    -   op: x\n        wat: y\n\n    -   op: z\n\n# einde\n", "a: b\nverloop:\n    -   op: x\n        wat: y\n\n    -   op: z\n\n    -   op: 2026-11-27\n        tekst: |\n            Eén\n\n              twee\n        bestanden:\n            -   bestand: bijlagen/a.pdf\n                bytes: 12\n\n# einde\n"},
		{"streepje op eigen regel", kortenotitie(), "verloop:\n-\n   op: x\n   # bij x\n# einde\n...\n", "verloop:\n-\n   op: x\n   # bij x\n-\n   op: 2026-11-27\n   wat: notitie\n# einde\n...\n"},
		{"niet ingesprongen, niet de laatste sleutel", kortenotitie(), "verloop:\r\n- op: x # dit\r\nna: schrift\r\n", "verloop:\r\n- op: x # dit\r\n- op: 2026-11-27\r\n  wat: notitie\r\nna: schrift\r\n"},
		{"achter een blok zonder regeleinde", kortenotitie(), "verloop:\n  - tekst: |\n      a\n\n      b", "verloop:\n  - tekst: |\n      a\n\n      b\n  - op: 2026-11-27\n    wat: notitie"},
		{"achter een blok met witregels", kortenotitie(), "verloop:\n  - tekst: |+\n      a\n\n\n", "verloop:\n  - tekst: |+\n      a\n\n\n  - op: 2026-11-27\n    wat: notitie\n"},
		{"commentaar van het laatste item blijft erbij", kortenotitie(), "verloop:\n  - op: x\n\n    # nog vragen\n  # ook dit\n\n# einde\n", "verloop:\n  - op: x\n\n    # nog vragen\n  # ook dit\n  - op: 2026-11-27\n    wat: notitie\n\n# einde\n"},
		{"leeg laatste item", kortenotitie(), "verloop:\n  -\n", "verloop:\n  -\n  - op: 2026-11-27\n    wat: notitie\n"},
		{"tekst aan tekst", tekstWaarde("- c"), "verloop:\n  - a\n  - b", "verloop:\n  - a\n  - b\n  - \"- c\""},
		{"lijst in lijst", lijstWaarde(tekstWaarde("c"), tekstWaarde("d")), "verloop:\n  - - a\n    - b\n", "verloop:\n  - - a\n    - b\n  - - c\n    - d\n"},
		{"tussen haken", kortenotitie(), "verloop: [{op: x}] # z\n", "verloop: [{op: x}, {op: 2026-11-27, wat: notitie}] # z\n"},
		{"tussen haken met komma", tekstWaarde("a, b"), "verloop: [ x, ]\n", "verloop: [ x, \"a, b\", ]\n"},
		{"tussen haken over regels", kortenotitie(), "verloop: [\n  {op: x}, # z\n  {op: y}  # q\n]\n", "verloop: [\n  {op: x}, # z\n  {op: y}, # q\n  {op: 2026-11-27, wat: notitie}\n]\n"},
		{"haken met alleen commentaar", tekstWaarde("x"), "verloop: [ # z\n]\n", "verloop: [x # z\n]\n"},
		{"achter een lege waarde tussen haken", tekstWaarde("x"), "verloop: [b: \n] ", "verloop: [b: , x \n] "},
		{"tekst van meer regels tussen haken", tekstWaarde("a\nb"), "verloop: [x]\n", "verloop: [x, \"a\\nb\"]\n"},
		{"alles tussen accolades", kortenotitie(), "{a: b, verloop: [c]}", "{a: b, verloop: [c, {op: 2026-11-27, wat: notitie}]}"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			b, err := leesProef(t, g.voor).voegToe("verloop", g.item)
			if err != nil {
				t.Fatal(err)
			}
			if string(b.tekst) != g.na {
				t.Errorf("%q\nwerd %q\nwil  %q", g.voor, b.tekst, g.na)
			}
		})
	}
	for tekst, wil := range map[string]string{
		"verloop: niets\n":  "klacht.yaml:1: verloop is geen lijst",
		"verloop: {a: b}\n": "klacht.yaml:1: verloop is geen lijst",
	} {
		if _, err := leesProef(t, tekst).voegToe("verloop", kortenotitie()); err == nil || err.Error() != "2026/K2026-0007/"+wil {
			t.Errorf("%q: kreeg %v", tekst, err)
		}
	}
}

// Two hundred notes one after the other: each only adds, none is lost.
func TestVoegToeKeerOpKeer(t *testing.T) {
	b := leesProef(t, "# kop\r\na: b\r\n\r\nverloop: []\r\n# eind")
	for i := range 200 {
		n, err := b.voegToe("verloop", proefnotitie())
		if err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		if voor, achter := gelijkeEinden(b.tekst, n.tekst); i > 0 && voor+achter < len(b.tekst) {
			t.Fatalf("%d: bestaande tekst veranderd", i)
		}
		b = n
	}
	if n := len(b.wortel.veld("verloop").items); n != 200 {
		t.Errorf("%d items", n)
	}
	if s := string(b.tekst); !strings.HasSuffix(s, "bytes: 12\r\n# eind") || strings.Count(s, "\n") != strings.Count(s, "\r\n") {
		t.Error("regeleinden of slot veranderd")
	}
}
