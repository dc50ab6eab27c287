package dossier

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// opmaker writes random files as people might: every legal oddity of layout,
// with numbered comments so that a lost one shows.
type opmaker struct {
	t          *rapid.T
	eol        string
	opmerkt    int
	commentaar bool
	scalars    [][]string // paths of scalars and empty values outside lists
	groepen    [][]string // paths of mappings
}

func (o *opmaker) kies(n int) int     { return rapid.IntRange(0, n-1).Draw(o.t, "kies") }
func (o *opmaker) soms(kans int) bool { return rapid.IntRange(0, kans).Draw(o.t, "soms") == 0 }

func (o *opmaker) opmerking() string {
	o.opmerkt++
	return fmt.Sprintf("# c%d: x", o.opmerkt)
}

// tussen gives blank lines and comment lines.
func (o *opmaker) tussen(kolom int) string {
	var t strings.Builder
	for o.soms(5) {
		if o.commentaar && o.soms(1) {
			t.WriteString(strings.Repeat(" ", rapid.SampledFrom([]int{kolom, 0, kolom + 1}).Draw(o.t, "kolom")) + o.opmerking())
		} else if o.soms(3) {
			t.WriteString("   ")
		}
		t.WriteString(o.eol)
	}
	return t.String()
}

// achter gives what may stand behind a value, with the line end.
func (o *opmaker) achter() string {
	s := ""
	if o.soms(6) {
		s = strings.Repeat(" ", 1+o.kies(3))
	}
	if o.commentaar && o.soms(5) {
		s = " " + s + o.opmerking()
	}
	return s + o.eol
}

var woorden = []string{"Jan", "cursus Excel", "0612345678", "2026-11-20", "yes", "a:b", "a#b", "ë€🙂", "- x", "http://voorbeeld.example.nl/?a=b&c", "'s-Gravenhage", "NEL\u0085x", "z\u2028y", "b\ufeffo", "x\\y", `zei "ja"`}

var kaleWoorden = []string{"Jan", "cursus Excel", "0612345678", "2026-11-20T16:40:00+01:00", "yes", "a:b", "a#b", "ë€🙂", "-x", "NEL\u0085x", "z\u2028y", "b\ufeffo", `x\y`, "~", "null", "is 'n \"woord\""}

// scalar writes a value behind its key or dash; kolom is that of its block.
func (o *opmaker) scalar(kolom int) string {
	w := rapid.SampledFrom(woorden).Draw(o.t, "woord")
	in := strings.Repeat(" ", kolom+1+o.kies(4))
	switch o.kies(11) {
	case 0:
		return o.achter()
	case 1:
		return " '" + strings.ReplaceAll(w, "'", "''") + "'" + o.achter()
	case 2:
		return ` "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(w) + `"` + o.achter()
	case 3:
		return ` "over` + o.eol + in + `twee \` + o.eol + o.eol + in + `regels\n \u00e9"` + o.achter()
	case 4:
		return " over" + o.eol + in + "twee" + o.eol + o.eol + in + "regels" + o.achter()
	case 5, 6:
		kop, diepte := rapid.SampledFrom([]string{"|", ">", "|-", ">-", "|+", ">+"}).Draw(o.t, "kop"), 1+o.kies(4)
		eerste := "regel een"
		if o.soms(3) {
			kop, eerste = kop[:1]+fmt.Sprint(diepte)+kop[1:], "  verder"
		}
		in := strings.Repeat(" ", kolom+diepte)
		romp := in + eerste + o.eol
		for o.soms(1) {
			romp += rapid.SampledFrom([]string{"", in + "# geen commentaar", in + "  dieper", in + w, in + "\ttab", in[:len(in)-1]}).Draw(o.t, "regel") + o.eol
		}
		return " " + kop + o.achter() + romp
	case 7:
		if kolom >= 0 && o.soms(1) {
			return o.achter() + in + "'op eigen regel'" + o.achter()
		}
	}
	return "  " + rapid.SampledFrom(kaleWoorden).Draw(o.t, "woord") + o.achter()
}

func (o *opmaker) stroom(diepte int) string {
	wit := rapid.SampledFrom([]string{"", " ", "  "}).Draw(o.t, "wit")
	var delen []string
	switch k := o.kies(4); {
	case k == 0 && diepte > 0:
		for range o.kies(3) {
			delen = append(delen, wit+o.stroom(diepte-1)+wit)
		}
		return "[" + strings.Join(delen, ",") + "]"
	case k == 1 && diepte > 0:
		for i := range o.kies(3) {
			delen = append(delen, fmt.Sprintf("%ss%d: %s%s", wit, i, o.stroom(diepte-1), wit))
		}
		return "{" + strings.Join(delen, ", ") + "}"
	}
	return rapid.SampledFrom([]string{"x", `"a, b"`, "'c]'", "2026-11-20", "d e", "~"}).Draw(o.t, "deel")
}

// groep writes a mapping whose first line is indented already when kort.
func (o *opmaker) groep(pad []string, kolom, diepte int, kort bool, namen []string) string {
	if pad != nil {
		o.groepen = append(o.groepen, pad)
	}
	var t strings.Builder
	for i, naam := range namen {
		if i > 0 || !kort {
			t.WriteString(o.tussen(kolom))
			t.WriteString(strings.Repeat(" ", kolom))
		}
		sleutel := rapid.SampledFrom([]string{naam, naam, `"` + naam + `"`, `'` + naam + `'`}).Draw(o.t, "sleutel")
		if o.soms(8) {
			sleutel += " "
		}
		var hier []string
		if pad != nil {
			hier = append(append([]string{}, pad...), naam)
		}
		t.WriteString(sleutel + ":" + o.deel(hier, kolom, diepte, naam == "verloop" && len(pad) == 0))
	}
	return t.String()
}

func (o *opmaker) deel(pad []string, kolom, diepte int, verloop bool) string {
	soort := o.kies(5)
	if verloop {
		soort = 3 + o.kies(2)
	}
	switch {
	case soort == 2 && diepte > 0:
		onder := kolom + 1 + o.kies(8)
		return o.achter() + o.groep(pad, onder, diepte-1, false, []string{"naam", "e-mail", "ook dit"}[:1+o.kies(3)])
	case soort == 3 && diepte > 0:
		return o.achter() + o.reeks(kolom+o.kies(5), diepte-1)
	case soort == 4:
		if verloop {
			in := strings.Repeat(" ", kolom+1+o.kies(4))
			return rapid.SampledFrom([]string{
				" []", " [ ]", "", " [a]", " ~", " [a,]", " [{op: x}, {op: 'y]', wat: \"z\"}]",
				" [" + o.eol + in + "{op: x}," + o.eol + in + "{op: y}" + o.eol + in + "]",
				" [" + o.eol + in + "{op: x}, # eerste" + o.eol + in + "{op: y}, # tweede" + o.eol + in + "]",
				" [" + o.eol + in + "{op: x}," + o.eol + in + "{op: y} # tweede" + o.eol + in + "# slot" + o.eol + in + "]",
				o.eol + in + "[ ]",
			}).Draw(o.t, "leeg") + o.achter()
		}
		return " " + o.stroom(2) + o.achter()
	}
	if pad != nil {
		o.scalars = append(o.scalars, pad)
	}
	return o.scalar(kolom)
}

func (o *opmaker) reeks(kolom, diepte int) string {
	var t strings.Builder
	achterStreepje := 1 + o.kies(4)
	for range 1 + o.kies(3) {
		t.WriteString(o.tussen(kolom) + strings.Repeat(" ", kolom) + "-")
		switch k := o.kies(4); {
		case k == 0 || diepte <= 0:
			t.WriteString(o.scalar(kolom))
		case k == 1:
			t.WriteString(o.achter() + o.groep(nil, kolom+1+o.kies(4), diepte-1, false, []string{"op", "wat", "door"}))
		default:
			t.WriteString(strings.Repeat(" ", achterStreepje) + o.groep(nil, kolom+1+achterStreepje, diepte-1, true, []string{"op", "wat", "door"}[:1+o.kies(3)]))
		}
	}
	return t.String()
}

// bestand writes a whole file.
func (o *opmaker) bestand() string {
	o.eol = rapid.SampledFrom([]string{"\n", "\r\n", "\n", "\r"}).Draw(o.t, "eol")
	o.commentaar = !o.soms(4)
	namen := []string{"id", "onderwerp", "klager", "onbekende sleutel", "ernst", "verloop", "naschrift"}
	if o.soms(2) {
		namen = namen[:6]
	}
	namen = namen[o.kies(4):]
	var t strings.Builder
	if o.soms(4) {
		t.WriteString(bom)
	}
	if o.soms(6) {
		t.WriteString("---" + o.achter())
	}
	kolom := 0
	if o.soms(9) {
		kolom = 1 + o.kies(3)
	}
	t.WriteString(o.groep([]string{}, kolom, 3, false, namen))
	t.WriteString(o.tussen(0))
	if o.soms(6) {
		t.WriteString("..." + o.achter())
	}
	s := t.String()
	if o.soms(3) {
		s = strings.TrimRight(s, "\r\n")
	}
	return s
}
