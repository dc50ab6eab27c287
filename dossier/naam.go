package dossier

import (
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	langsteNaam      = 120 // bytes of UTF-8; leaves room for the path within Windows' 260
	langsteExtensie  = 20
	meesteAccenten   = 4 // combining marks on one letter
	naamVanNaamloos  = "bijlage"
	verbodenInNaam   = `<>:"/\|?*` // Windows
	vervangtVerboden = '_'
)

// veiligeNaam makes a file name of one that came from outside: a name without
// a path, that every system can keep and that shows as what it is. An ordinary
// name stays as it is. bezet reports whether a name is taken (see bezetIn);
// then a number is added, as in factuur-2.pdf.
func veiligeNaam(origineel string, bezet func(naam string) bool) string {
	stam, ext := splits(schoon(zonderPad(origineel)))
	if stam == "" && ext == "" {
		stam = naamVanNaamloos
	}
	if strings.EqualFold(ext, tijdelijk) {
		stam, ext = stam+"_"+ext[1:], ""
	}
	if isVoorbehouden(stam) || heeftBetekenis(stam+ext) {
		stam = "_" + stam
	}
	naam := kort(stam, ext, "")
	for n := 2; bezet(naam); n++ {
		naam = kort(stam, ext, "-"+strconv.Itoa(n))
	}
	return naam
}

// bezetIn reports whether a name is among namen to a file system that takes
// capitals, and letters composed in another way, for the same.
func bezetIn(namen []string) func(naam string) bool {
	sleutels := make(map[string]bool, len(namen))
	for _, naam := range namen {
		sleutels[naamSleutel(naam)] = true
	}
	return func(naam string) bool { return sleutels[naamSleutel(naam)] }
}

func naamSleutel(naam string) string {
	return norm.NFC.String(strings.ToLower(strings.ToUpper(norm.NFC.String(naam))))
}

// zonderPad gives the last part of a path of whatever system.
func zonderPad(naam string) string {
	naam = strings.TrimRight(strings.ReplaceAll(naam, `\`, "/"), "/")
	naam = naam[strings.LastIndexByte(naam, '/')+1:]
	if len(naam) >= 2 && naam[1] == ':' && (naam[0]|0x20 >= 'a' && naam[0]|0x20 <= 'z') {
		naam = naam[2:]
	}
	return naam
}

// schoon leaves out what can't be seen or changes how the rest is seen, and
// puts a _ for what not every system allows in a name.
func schoon(naam string) string {
	naam = norm.NFC.String(strings.ToValidUTF8(naam, string(vervangtVerboden)))
	var b strings.Builder
	spatie, accenten := false, 0
	for _, r := range naam {
		switch {
		case unicode.IsSpace(r):
			spatie = b.Len() > 0
			continue
		case !unicode.IsGraphic(r) || unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
			continue
		case strings.ContainsRune(verbodenInNaam, r):
			r = vervangtVerboden
		}
		if accenten++; !unicode.IsMark(r) {
			accenten = 0
		} else if accenten > meesteAccenten {
			continue
		}
		if spatie {
			b.WriteByte(' ')
			spatie = false
		}
		b.WriteRune(r)
	}
	return strings.Trim(norm.NFC.String(b.String()), ". ")
}

// splits takes the extension off, if what comes after the last full stop looks
// like one.
func splits(naam string) (stam, ext string) {
	ext = path.Ext(naam)
	if len(ext) < 2 || len(ext) > langsteExtensie || strings.Contains(ext, " ") {
		return naam, ""
	}
	return strings.TrimSuffix(naam, ext), ext
}

// kort joins the parts of a name, with what is over the limit taken off stam.
func kort(stam, ext, volg string) string {
	ruimte := langsteNaam - len(ext) - len(volg)
	if len(stam) > ruimte {
		for ruimte > 0 && !utf8.RuneStart(stam[ruimte]) {
			ruimte--
		}
		stam = strings.TrimRight(stam[:ruimte], ". ")
	}
	return stam + volg + ext
}

// isVoorbehouden reports whether Windows keeps a name for a device, which it
// does whatever the extension ("Naming Files, Paths, and Namespaces",
// Microsoft Learn).
func isVoorbehouden(stam string) bool {
	stam, _, _ = strings.Cut(stam, ".")
	stam = strings.ToUpper(strings.TrimRight(stam, " "))
	switch stam {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	if len(stam) < len("COM1") || stam[:3] != "COM" && stam[:3] != "LPT" {
		return false
	}
	rest := stam[3:]
	return utf8.RuneCountInString(rest) == 1 && strings.Contains("0123456789¹²³", rest)
}

// heeftBetekenis reports whether a name means something to klacht itself, or
// to Windows' file explorer when it lies in a folder.
func heeftBetekenis(naam string) bool {
	switch naamSleutel(naam) {
	case "klacht.yaml", "procedure.yaml", "vernietigd.yaml", "desktop.ini", "thumbs.db", "autorun.inf":
		return true
	}
	return false
}
