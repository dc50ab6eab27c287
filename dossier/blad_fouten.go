package dossier

import (
	"bytes"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Leesfout says what is wrong in a file, where, and what to do about it.
type Leesfout struct {
	Bestand string // with slashes, from the folder down
	Regel   int    // 1-based, 0 when it is about the whole file
	Wat     string
	Raad    string // "" when there is nothing to advise
}

// Error reads as 2026/K2026-0007/klacht.yaml:12: WAT.
func (f *Leesfout) Error() string {
	switch {
	case f.Bestand == "":
		return f.Wat
	case f.Regel == 0:
		return f.Bestand + ": " + f.Wat
	}
	return fmt.Sprintf("%s:%d: %s", f.Bestand, f.Regel, f.Wat)
}

// Tip says what to do.
func (f *Leesfout) Tip() string { return f.Raad }

const raadUTF8 = "bewaar het in de editor als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"

// keurTekst refuses what is no plain UTF-8 text, or too large.
func keurTekst(tekst []byte, grens int) *Leesfout {
	if len(tekst) > grens {
		return &Leesfout{Wat: fmt.Sprintf("het bestand is te groot (%s; hoogstens %s wordt gelezen)", omvang(len(tekst)), omvang(grens)),
			Raad: "bewaar lange teksten in een apart bestand als bijlage"}
	}
	if bytes.HasPrefix(tekst, []byte("\xff\xfe")) || bytes.HasPrefix(tekst, []byte("\xfe\xff")) {
		return &Leesfout{Wat: "het bestand is als UTF-16 bewaard", Raad: raadUTF8}
	}
	opRegel := func(i int, wat, tip string) *Leesfout {
		regel := len(regelbeginnen(tekst[:i]))
		return &Leesfout{Regel: regel, Wat: fmt.Sprintf("regel %d bevat %s", regel, wat), Raad: tip}
	}
	for i := 0; i < len(tekst); {
		c := tekst[i]
		if c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t' {
			i++
			continue
		}
		if c == 0 {
			return opRegel(i, "nultekens: dit is geen tekstbestand, of het is als UTF-16 bewaard", raadUTF8)
		}
		r, n := utf8.DecodeRune(tekst[i:])
		if r == utf8.RuneError && n <= 1 {
			return opRegel(i, fmt.Sprintf("een teken dat geen UTF-8 is (byte %02X)", c), raadUTF8)
		}
		if !leesbaar(r) {
			return opRegel(i, fmt.Sprintf("een onzichtbaar stuurteken (U+%04X)", r), "haal het weg, of typ de regel opnieuw")
		}
		i += n
	}
	return nil
}

// leesbaar reports whether YAML allows a character to stand in the text as it
// is (YAML 1.2, 5.1).
func leesbaar(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r == 0x7f, r > 0x7f && r < 0xa0 && r != 0x85, r == 0xfffe, r == 0xffff:
		return false
	}
	return true
}

func omvang(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return strings.Replace(fmt.Sprintf("%.1f MiB", float64(n)/(1<<20)), ".", ",", 1)
}

// vertaling is a message of yaml.v3 in Dutch; %[1]d is the line.
type vertaling struct {
	engels string
	// ontleder: the message comes from yaml.v3's parser, not its scanner; it
	// names the line one too low.
	ontleder bool
	// zoek: the message names where the block began; the line that is wrong
	// has to be looked for.
	zoek      bool
	wat, raad string
}

const (
	raadInspringen    = "laat de regel even ver inspringen als de regels waar hij bij hoort"
	raadAanhalen      = "zet de waarde tussen aanhalingstekens"
	raadVerwijzing    = "zet tekst die met * of & begint tussen aanhalingstekens"
	raadType          = "zet tekst die met ! begint tussen aanhalingstekens"
	raadRegelWeg      = "haal die regel weg"
	raadAanhalingEind = "zet aan het eind van de tekst hetzelfde aanhalingsteken"
	raadBackslash     = `schrijf \\ waar \ bedoeld is, of gebruik enkele aanhalingstekens`
	watProcent        = "regel %[1]d begint met %%, en daar kan klacht niets mee"
	watVerwijzing     = "op regel %[1]d staat * of & zonder naam erachter"
	watType           = "op regel %[1]d staat een typeaanduiding (!) die niet klopt"
	watGeenUTF8       = "het bestand bevat tekens die geen UTF-8 zijn"
	watBackslash      = `in de tekst tussen dubbele aanhalingstekens die op regel %[1]d begint, staat een \ met iets onbekends erachter`
	watTeDiep         = "op regel %[1]d zijn lijsten en blokken te diep in elkaar gezet"
	watPastNiet       = "regel %[1]d past niet bij de regels erboven"
)

// vertalingen are all messages that yaml.v3 can give while it reads nodes.
var vertalingen = []vertaling{
	{engels: "could not find expected ':'", wat: "op regel %[1]d ontbreekt een dubbele punt achter de sleutel",
		raad: "schrijf sleutel: waarde, of zet tekst van meer regels onder een |"},
	{engels: "mapping values are not allowed in this context", wat: watPastNiet, raad: raadInspringen},
	{engels: "block sequence entries are not allowed in this context", wat: "op regel %[1]d staat een streepje waar geen lijst kan staan",
		raad: "zet het streepje op een nieuwe regel onder de sleutel, of de tekst tussen aanhalingstekens"},
	{engels: "mapping keys are not allowed in this context", wat: "op regel %[1]d staat een vraagteken waar dat niet kan", raad: raadAanhalen},
	{engels: "found character that cannot start any token", wat: "op regel %[1]d begint een waarde met een teken dat dat niet mag (zoals @, %% of `)",
		raad: raadAanhalen},
	{engels: "found a tab character that violates indentation", wat: "onder regel %[1]d begint een regel met een tab", raad: raadTab},
	{engels: "found a tab character where an indentation space is expected", wat: "onder regel %[1]d begint een regel met een tab", raad: raadTab},
	{engels: "found unexpected end of stream", wat: "het aanhalingsteken waarmee de tekst op regel %[1]d begint, wordt niet gesloten", raad: raadAanhalingEind},
	{engels: "found unexpected document indicator", wat: "in de tekst tussen aanhalingstekens die op regel %[1]d begint, staat een regel met --- of ...",
		raad: raadAanhalingEind},
	{engels: "found unknown escape character", wat: watBackslash, raad: raadBackslash},
	{engels: "did not find expected hexdecimal number", wat: watBackslash, raad: raadBackslash},
	{engels: "found invalid Unicode character escape code", wat: watBackslash, raad: raadBackslash},
	{engels: "found an indentation indicator equal to 0", wat: "op regel %[1]d staat een 0 achter | of >", raad: "haal de 0 weg"},
	{engels: "did not find expected comment or line break", wat: "op regel %[1]d staat tekst achter | of >", raad: "zet de tekst op de volgende regel, verder ingesprongen"},
	{engels: "exceeded max depth of 10000", wat: watTeDiep, raad: "maak de opbouw van het bestand eenvoudiger"},
	{engels: "did not find expected alphabetic or numeric character", wat: watVerwijzing, raad: raadVerwijzing},
	{engels: "did not find expected whitespace or line break", wat: watType, raad: raadType},
	{engels: "did not find the expected '>'", wat: watType, raad: raadType},
	{engels: "did not find expected '!'", wat: watType, raad: raadType},
	{engels: "did not find expected tag URI", wat: watType, raad: raadType},
	{engels: "did not find URI escaped octet", wat: watType, raad: raadType},
	{engels: "found an incorrect leading UTF-8 octet", wat: watType, raad: raadType},
	{engels: "found an incorrect trailing UTF-8 octet", wat: watType, raad: raadType},
	{engels: "found unknown directive name", wat: watProcent, raad: raadRegelWeg},
	{engels: "could not find expected directive name", wat: watProcent, raad: raadRegelWeg},
	{engels: "found unexpected non-alphabetical character", wat: watProcent, raad: raadRegelWeg},
	{engels: "did not find expected digit or '.' character", wat: watProcent, raad: raadRegelWeg},
	{engels: "found extremely long version number", wat: watProcent, raad: raadRegelWeg},
	{engels: "did not find expected version number", wat: watProcent, raad: raadRegelWeg},
	{engels: "did not find expected whitespace", wat: watProcent, raad: raadRegelWeg},

	{engels: "did not find expected key", ontleder: true, zoek: true, wat: watPastNiet,
		raad: "kijk of hij even ver inspringt als zijn buren, en of er geen tekst achter een aanhalingsteken staat"},
	{engels: "did not find expected '-' indicator", ontleder: true, zoek: true, wat: "regel %[1]d past niet bij de lijst erboven",
		raad: "begin elk onderdeel van de lijst met een streepje, even ver ingesprongen"},
	{engels: "did not find expected ',' or ']'", ontleder: true, wat: "de lijst die op regel %[1]d met [ begint, mist een komma of ]",
		raad: "zet een komma tussen de onderdelen en ] aan het eind, of tekst met [ tussen aanhalingstekens"},
	{engels: "did not find expected ',' or '}'", ontleder: true, wat: "het blok dat op regel %[1]d met { begint, mist een komma of }",
		raad: "zet een komma tussen de onderdelen en } aan het eind, of tekst met { tussen aanhalingstekens"},
	{engels: "did not find expected node content", ontleder: true, wat: "op regel %[1]d staat een leesteken waar een waarde hoort", raad: raadAanhalen},
	{engels: "did not find expected <document start>", ontleder: true, wat: "regel %[1]d hoort niet bij wat erboven staat",
		raad: "kijk of er geen haakje of regel te veel staat"},
	{engels: "did not find expected <stream-start>", ontleder: true, wat: "het bestand heeft geen begin", raad: "zet een reservekopie terug"},
	{engels: "found undefined tag handle", ontleder: true, wat: watType, raad: raadType},
	{engels: "found duplicate %YAML directive", ontleder: true, wat: watProcent, raad: raadRegelWeg},
	{engels: "found duplicate %TAG directive", ontleder: true, wat: watProcent, raad: raadRegelWeg},
	{engels: "found incompatible YAML document", ontleder: true, wat: watProcent, raad: raadRegelWeg},

	{engels: "invalid leading UTF-8 octet", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "incomplete UTF-8 octet sequence", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "invalid trailing UTF-8 octet", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "invalid length of a UTF-8 sequence", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "invalid Unicode character", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "control characters are not allowed", wat: "het bestand bevat onzichtbare stuurtekens", raad: "haal ze weg"},
	{engels: "incomplete UTF-16 character", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "unexpected low surrogate area", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "incomplete UTF-16 surrogate pair", wat: watGeenUTF8, raad: raadUTF8},
	{engels: "expected low surrogate area", wat: watGeenUTF8, raad: raadUTF8},
}

const raadTab = "gebruik spaties om in te springen"

var (
	yamlMelding   = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)
	legeAlias     = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
	tweeDubbele   = regexp.MustCompile(`^\s*(?:- +)*[^\s#'"][^:]*: +[^\s#'"|>\[{].*:(?: |$)`)
	naAanhaling   = regexp.MustCompile(`^\s*(?:- +)*[^\s#'"][^:]*: +(?:'[^']*'|"[^"]*") *[^\s#,'"]`)
	tabBijBegin   = regexp.MustCompile(`^ *\t`)
	tabNaStreepje = regexp.MustCompile(`^ *(?:- *)*-\t`)
)

// vertaalYaml says in Dutch why yaml.v3 refuses the text. The text is read
// again behind an empty line, because yaml.v3 does not name its first line.
func vertaalYaml(tekst []byte, err error) *Leesfout {
	regels := regelbeginnen(tekst)
	if _, _, nogmaals := eersteDocument(append([]byte{'\n'}, bytes.TrimPrefix(tekst, []byte(bom))...)); nogmaals != nil {
		err = nogmaals
	}
	delen := yamlMelding.FindStringSubmatch(err.Error())
	if delen == nil {
		return &Leesfout{Wat: "het bestand is geen geldige YAML", Raad: "zet een reservekopie terug, of haal de laatste wijziging weg"}
	}
	regel, _ := strconv.Atoi(delen[1])
	if naam := legeAlias.FindStringSubmatch(delen[2]); naam != nil {
		regel = regelMet(tekst, regels, "*"+naam[1])
		return &Leesfout{Regel: regel, Wat: fmt.Sprintf("de verwijzing *%s wijst nergens naar", naam[1]), Raad: raadVerwijzing}
	}
	for _, v := range vertalingen {
		if v.engels != delen[2] {
			continue
		}
		if !v.ontleder {
			regel--
		}
		if v.zoek {
			regel = eersteFouteRegel(tekst, regels, regel, delen[2])
		}
		regel = min(max(regel, 0), len(regels))
		return v.opRegel(tekst, regels, regel)
	}
	return &Leesfout{Regel: min(regel, len(regels)), Wat: "het bestand is geen geldige YAML",
		Raad: "zet een reservekopie terug, of haal de laatste wijziging weg"}
}

func (v vertaling) opRegel(tekst []byte, regels []int, regel int) *Leesfout {
	if regel > 0 {
		// A tab is what one sees least and meets most.
		for r := regel; r <= min(regel+1, len(regels)) || strings.Contains(v.engels, "tab character") && r <= len(regels); r++ {
			switch inhoud := regelTekst(tekst, regels, r); {
			case tabBijBegin.Match(inhoud):
				return &Leesfout{Regel: r, Wat: fmt.Sprintf("regel %d begint met een tab", r), Raad: raadTab}
			case r == regel && tabNaStreepje.Match(inhoud):
				return &Leesfout{Regel: r, Wat: fmt.Sprintf("op regel %d staat een tab achter het streepje", r), Raad: "zet er een spatie"}
			}
		}
		if inhoud := regelTekst(tekst, regels, regel); v.wat == watPastNiet {
			switch {
			case tweeDubbele.Match(inhoud):
				return &Leesfout{Regel: regel, Wat: fmt.Sprintf("op regel %d staat een dubbele punt in de waarde", regel), Raad: raadAanhalen}
			case naAanhaling.Match(inhoud):
				return &Leesfout{Regel: regel, Wat: fmt.Sprintf("op regel %d staat tekst achter een aanhalingsteken", regel),
					Raad: `zet de hele waarde tussen dubbele aanhalingstekens, met \" voor een aanhalingsteken in de tekst`}
			}
		}
	}
	return &Leesfout{Regel: regel, Wat: fmt.Sprintf(v.wat+"%[2]s", regel, ""), Raad: v.raad}
}

// eersteFouteRegel finds the first line that gives the message, by reading ever
// shorter beginnings of the text.
func eersteFouteRegel(tekst []byte, regels []int, vanaf int, melding string) int {
	vanaf = min(max(vanaf, 1), len(regels))
	n := sort.Search(len(regels)-vanaf, func(i int) bool {
		_, _, err := eersteDocument(tekst[:regels[vanaf+i]]) // up to and including line vanaf+i
		return err != nil && strings.HasSuffix(err.Error(), melding)
	})
	return vanaf + n
}

// regelTekst is a line (from 1) without its line end.
func regelTekst(tekst []byte, regels []int, regel int) []byte {
	begin, einde := regels[regel-1], len(tekst)
	if regel < len(regels) {
		einde = regels[regel]
	}
	return bytes.TrimRight(tekst[begin:einde], "\r\n")
}

// regelMet is the first line that holds s, 0 when none does.
func regelMet(tekst []byte, regels []int, s string) int {
	for r := range regels {
		if bytes.Contains(regelTekst(tekst, regels, r+1), []byte(s)) {
			return r + 1
		}
	}
	return 0
}
