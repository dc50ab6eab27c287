package bericht

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// outlookVerwachting is one entry of msg/expected.json, made by another reader.
type outlookVerwachting struct {
	Subject  string  `json:"subject"`
	From     *string `json:"from"`
	MsgID    *string `json:"msgid"`
	Class    string  `json:"cls"`
	Bijlagen []struct {
		Name   *string `json:"name"`
		Bytes  int     `json:"bytes"`
		SHA256 string  `json:"sha256"`
		Inner  bool    `json:"inner_message"`
	} `json:"attachments"`
}

// TestVoorbeeldenMsg reads every .msg and gets what that reader got.
//
// Of a message within a message, both make a file; the bytes of it depend on where its writer puts each stream, so only
// its length must be the same, and what is in it is checked with a library.
func TestVoorbeeldenMsg(t *testing.T) {
	dir := filepath.Join(postVoorbeelden(t), "msg")
	b, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var alle map[string]outlookVerwachting
	if err := json.Unmarshal(b, &alle); err != nil {
		t.Fatal(err)
	}
	if len(alle) != 44 {
		t.Fatalf("%d expectations", len(alle))
	}
	// That reader drops what it can't show of a subject in a Japanese code page; we decode it.
	onderwerpen := map[string]string{
		"nonUnicodeCP932.msg": "日本語 Non Unicode タイトル",
		"contactAnsi.msg":     "コム ドット イグザンプル 殿",
	}
	for bestand, w := range alle {
		t.Run(bestand, func(t *testing.T) {
			m := leesBestand(t, filepath.Join(dir, bestand))
			controleer(t, m)
			onderwerp := w.Subject
			if o := onderwerpen[bestand]; o != "" {
				onderwerp = o
			}
			if m.Onderwerp != onderwerp || m.Kenmerken.Klasse != w.Class || len(m.Waarschuwingen) > 0 {
				t.Errorf("subject %q, class %q, warnings %q; want %q, %q", m.Onderwerp, m.Kenmerken.Klasse, m.Waarschuwingen, onderwerp, w.Class)
			}
			van := ""
			if w.From != nil {
				van = *w.From
			}
			switch {
			case van == "" && len(m.Van) != 0, van != "" && len(m.Van) != 1:
				t.Errorf("from %q, want %q", m.Van, van)
			case van == "":
			case van == "Unknown": // the name of a mailbox without an address
				if m.Van[0] != (Adres{Naam: van}) {
					t.Errorf("from %q, want the name %q", m.Van, van)
				}
			case strings.HasPrefix(van, "/"): // within Exchange: no address to write to
				if m.Van[0].Naam == "" || m.Van[0].Adres != "" {
					t.Errorf("from %q, want a name alone", m.Van)
				}
			case m.Van[0].Adres != van:
				t.Errorf("from %q, want %q", m.Van, van)
			}
			id := ""
			if w.MsgID != nil {
				id = strings.Trim(*w.MsgID, "<>")
			}
			if m.ID != id {
				t.Errorf("id %q, want %q", m.ID, id)
			}
			if len(m.Bijlagen) != len(w.Bijlagen) {
				t.Fatalf("%d attachments, want %d", len(m.Bijlagen), len(w.Bijlagen))
			}
			for i, wil := range w.Bijlagen {
				a := m.Bijlagen[i]
				naam := ""
				if wil.Name != nil {
					naam = *wil.Name
				}
				if a.Naam != naam || len(a.Inhoud) != wil.Bytes {
					t.Errorf("attachment %d: %q, %d bytes; want %q, %d", i, a.Naam, len(a.Inhoud), naam, wil.Bytes)
				}
				if !wil.Inner {
					if sha(a.Inhoud) != wil.SHA256 {
						t.Errorf("attachment %d, %s: other bytes", i, a.Naam)
					}
					continue
				}
				binnen, err := Lees(a.Inhoud)
				if err != nil || a.Soort != SoortBericht || binnen.Onderwerp != a.Titel && binnen.Onderwerp != "" || len(binnen.Waarschuwingen) > 0 {
					t.Errorf("attachment %d: %q, %v", i, a.Titel, err)
				}
				l := &lezer{}
				wortel, err := l.openCFB(a.Inhoud)
				if err != nil {
					t.Fatal(err)
				}
				for pad, inhoud := range stromenVolgensMscfb(t, a.Inhoud) {
					if stromen(wortel)[pad] != inhoud {
						t.Errorf("attachment %d: %s differs from what mscfb reads", i, pad)
					}
				}
			}
		})
	}
}

// tnefNamen are the attachments that the names of the example files promise.
var tnefNamen = map[string][]string{
	"MAPI_ATTACH_DATA_OBJ.tnef":   {"VIA_Nytt_1402.doc", "VIA_Nytt_1402.pdf", "VIA_Nytt_14021.htm"},
	"MAPI_OBJECT.tnef":            {"Untitled_Attachment"},
	"attachments.tnef":            {"zappa_av1.jpg", "bookmark.htm"},
	"badchecksum.tnef":            {"zappa_av1.jpg", "bookmark.htm"},
	"body.tnef":                   nil,
	"data-before-name.tnef":       {"AUTOEXEC.BAT", "CONFIG.SYS", "boot.ini"},
	"garbage-at-end.tnef":         nil,
	"long-filename.tnef":          {"allproductsmar2000.dat"},
	"missing-filenames.tnef":      {"generpts.src", "TechlibDEC99.doc", "TechlibDEC99-JAN00.doc", "TechlibNOV99.doc"},
	"multi-name-property.tnef":    nil,
	"multi-value-attribute.tnef":  {"208225__5_seconds__Voice_Mail.mp3"},
	"one-file.tnef":               {"AUTHORS"},
	"panic.tnef":                  {"image001.jpg", "image002.jpg", "image003.png"},
	"rtf.tnef":                    nil,
	"triples.tnef":                nil,
	"two-files.tnef":              {"AUTHORS", "README"},
	"unicode-mapi-attr-name.tnef": {"spaconsole2.cfg", "image001.png", "image002.png", "image003.png"},
	"unicode-mapi-attr.tnef":      {"example.dat"},
}

// tnefBeschadigd are those that can't be read without a warning, and not at all by the program tnef.
var tnefBeschadigd = map[string]bool{"badchecksum.tnef": true, "garbage-at-end.tnef": true, "panic.tnef": true}

func TestVoorbeeldenTnef(t *testing.T) {
	paden, err := filepath.Glob(filepath.Join(postVoorbeelden(t), "tnef", "*.tnef"))
	if err != nil || len(paden) != len(tnefNamen) {
		t.Fatalf("%d files, %v", len(paden), err)
	}
	tekst := map[string]string{"body.tnef": "THE BILL OF RIGHTS", "rtf.tnef": "Compuware Corporation", "panic.tnef": "men säkerställ att", "attachments.tnef": "Casdasdf"}
	for _, pad := range paden {
		t.Run(filepath.Base(pad), func(t *testing.T) {
			m := leesBestand(t, pad)
			controleer(t, m)
			var namen []string
			for _, b := range m.Bijlagen {
				namen = append(namen, b.Naam)
			}
			if wil := tnefNamen[filepath.Base(pad)]; !slices.Equal(namen, wil) {
				t.Errorf("attachments %q, want %q", namen, wil)
			}
			if tnefBeschadigd[filepath.Base(pad)] != (len(m.Waarschuwingen) > 0) {
				t.Errorf("warnings %q", m.Waarschuwingen)
			}
			if !strings.Contains(m.Tekst, tekst[filepath.Base(pad)]) {
				t.Errorf("text %q", m.Tekst)
			}
		})
	}
}

// TestVoorbeeldenTegenTnef unpacks the same files with the program tnef and compares the bytes.
func TestVoorbeeldenTegenTnef(t *testing.T) {
	if _, err := exec.LookPath("tnef"); err != nil {
		t.Skip("the program tnef is not installed: nothing to compare with")
	}
	vreemd := regexp.MustCompile(`[^A-Za-z0-9._-]`)
	for bestand := range tnefNamen {
		t.Run(bestand, func(t *testing.T) {
			pad := filepath.Join(postVoorbeelden(t), "tnef", bestand)
			uit := t.TempDir()
			if err := exec.Command("tnef", "--overwrite", "-C", uit, "-f", pad).Run(); err != nil {
				if !tnefBeschadigd[bestand] {
					t.Errorf("tnef refuses this file: %v", err)
				}
				return
			}
			gelezen := map[string]string{}
			for _, b := range leesBestand(t, pad).Bijlagen {
				gelezen[vreemd.ReplaceAllString(b.Naam, "_")] = string(b.Inhoud)
			}
			namen, err := os.ReadDir(uit)
			if err != nil {
				t.Fatal(err)
			}
			if len(namen) != len(gelezen) {
				t.Errorf("tnef gives %d files, we %d", len(namen), len(gelezen))
			}
			for _, n := range namen {
				inhoud, err := os.ReadFile(filepath.Join(uit, n.Name()))
				if err != nil {
					t.Fatal(err)
				}
				// Of an object, tnef leaves in place what says which kind it is.
				if wij := gelezen[vreemd.ReplaceAllString(n.Name(), "_")]; wij != string(inhoud) && (bestand != "MAPI_OBJECT.tnef" || wij != string(inhoud[16:])) {
					t.Errorf("%s differs", n.Name())
				}
			}
		})
	}
}
