package bericht

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// verwachting is one entry of eml-a/expected.json, made by another parser.
type verwachting struct {
	Subject   string      `json:"subject"`
	MessageID string      `json:"message_id"`
	InReplyTo []string    `json:"in_reply_to"`
	Refs      []string    `json:"references"`
	From      *adreslijst `json:"from"`
	Bijlagen  []struct {
		Name   string `json:"name"`
		Type   string `json:"type"`
		SHA256 string `json:"sha256"`
		Nested bool   `json:"nested_message"`
	} `json:"attachments"`
}

type adreslijst struct {
	Address struct {
		List []struct{ Name, Address string }
	}
}

// anders lists, by file (and attachment), where we deliberately read something else than that parser did.
var anders = map[string]reden{
	// Raw windows-1252 in the header: they give U+FFFD, we give the letter.
	"legacy/010.eml": achtBits, "legacy/020.eml": achtBits, "legacy/022.eml": achtBits, "legacy/027.eml": achtBits,
	"legacy/052.eml": achtBits, "legacy/016.eml HasenundFrösche.txt": achtBits | regeleinden,
	"legacy/023.eml HasenundFrösche.txt": achtBits | regeleinden, "legacy/026.eml HasenundFrösche.txt": achtBits | uuencode,
	// Netscape sent a path unquoted within quotes; dropping its backslashes makes one word of it.
	`legacy/035.eml C:\TEMP\nsmailEG.png`: backslash, `legacy/035.eml C:\TEMP\nsmail39.png`: backslash,
	`legacy/039.eml C:\TEMP\nsmailV0.png`: backslash, `legacy/039.eml C:\TEMP\nsmailNM.png`: backslash,
	// They convert attached texts to UTF-8 with LF; an attachment is evidence, we keep the bytes that were sent.
	"legacy/016.eml blueball.png": regeleinden, "legacy/023.eml farmerandstork.txt": regeleinden,
	"legacy/026.eml farmerandstork.txt": regeleinden, "legacy/030.eml hareandtoroise.txt": regeleinden,
	"legacy/042.eml farmerandstork.txt": regeleinden, "legacy/045.eml HasenundFrösche.txt": regeleinden,
	"legacy/047.eml HasenundFrösche.txt": regeleinden,
	// They leave x-uuencode as it is, we decode it.
	"legacy/017.eml greenball.png": uuencode, "legacy/017.eml blueball.png": uuencode, "legacy/048.eml redball.png": uuencode,
	"legacy/048.eml greenball.png": uuencode, "legacy/048.eml blueball.png": uuencode,
	// They keep an attached message in its base64, we decode it.
	"rfc/008.eml attached_email.eml": overdracht,
}

type reden int

const (
	achtBits reden = 1 << iota
	backslash
	regeleinden
	uuencode
	overdracht
)

func TestVoorbeeldenEmlA(t *testing.T) {
	dir := filepath.Join(postVoorbeelden(t), "eml-a")
	b, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var alle map[string]verwachting
	if err := json.Unmarshal(b, &alle); err != nil {
		t.Fatal(err)
	}
	if len(alle) != 64 {
		t.Fatalf("%d expectations", len(alle))
	}
	// The same pictures and texts are attached over and over: what they are when decoded, by name.
	bekend := map[string]map[string]bool{}
	for bestand, w := range alle {
		for _, a := range w.Bijlagen {
			if bekend[a.Name] == nil {
				bekend[a.Name] = map[string]bool{}
			}
			bekend[a.Name][a.SHA256] = anders[bestand+" "+a.Name]&uuencode == 0
		}
	}
	gebruikt := map[string]bool{}
	for bestand, w := range alle {
		t.Run(bestand, func(t *testing.T) {
			m := leesBestand(t, filepath.Join(dir, bestand))
			onderwerp := m.Onderwerp
			if r := anders[bestand]; r&achtBits != 0 && onderwerp != w.Subject {
				gebruikt[bestand] = true
				onderwerp = strings.ReplaceAll(onderwerp, "ö", "\ufffd")
			}
			if onderwerp != w.Subject {
				t.Errorf("subject %q, want %q", onderwerp, w.Subject)
			}
			if m.ID != w.MessageID {
				t.Errorf("id %q, want %q", m.ID, w.MessageID)
			}
			if !cmp.Equal(m.InReplyTo, w.InReplyTo, cmpopts.EquateEmpty()) || !cmp.Equal(m.References, w.Refs, cmpopts.EquateEmpty()) {
				t.Errorf("in-reply-to %q, want %q; references %q, want %q", m.InReplyTo, w.InReplyTo, m.References, w.Refs)
			}
			var van []Adres
			if w.From != nil {
				for _, a := range w.From.Address.List {
					van = append(van, Adres{a.Name, a.Address})
				}
			}
			if diff := cmp.Diff(van, m.Van); diff != "" {
				t.Errorf("from (-want +got):\n%s", diff)
			}
			if len(m.Bijlagen) != len(w.Bijlagen) {
				t.Fatalf("%d attachments, want %d", len(m.Bijlagen), len(w.Bijlagen))
			}
			for i, a := range w.Bijlagen {
				x := m.Bijlagen[i]
				sleutel := bestand + " " + x.Naam
				r := anders[sleutel]
				naam, som := x.Naam, sha(x.Inhoud)
				if naam != a.Name || som != a.SHA256 {
					gebruikt[sleutel] = true
				}
				if r&achtBits != 0 {
					naam = strings.ReplaceAll(naam, "ö", "\ufffd")
				}
				if r&backslash != 0 {
					naam = strings.ReplaceAll(naam, `\`, "")
				}
				if r&regeleinden != 0 {
					som = sha(alsTekst(x.Inhoud))
					if som != a.SHA256 { // within base64 they convert the character set only
						som = sha([]byte(uitWindows1252(x.Inhoud)))
					}
				}
				if r&overdracht != 0 {
					som = sha([]byte(alsBase64(x.Inhoud)))
				}
				if naam != a.Name {
					t.Errorf("attachment %d: name %q, want %q", i, naam, a.Name)
				}
				if r&uuencode != 0 {
					if !bekend[a.Name][som] && !bekend[a.Name][sha(alsTekst(x.Inhoud))] {
						t.Errorf("attachment %d, %s: %d bytes are not the file that other messages hold", i, naam, len(x.Inhoud))
					}
				} else if som != a.SHA256 {
					t.Errorf("attachment %d, %s: %d bytes differ", i, naam, len(x.Inhoud))
				}
				// They give no type where the message gives none: RFC 2046 5.1.5 makes those messages.
				if x.Type != a.Type && (a.Type != "" || x.Type != "message/rfc822") {
					t.Errorf("attachment %d: type %q, want %q", i, x.Type, a.Type)
				}
				if (x.Soort == SoortBericht) != a.Nested {
					t.Errorf("attachment %d: nested message %t, want %t", i, x.Soort == SoortBericht, a.Nested)
				}
			}
		})
	}
	for sleutel := range anders {
		if !gebruikt[sleutel] {
			t.Errorf("%s is listed as read differently and isn't", sleutel)
		}
	}
}

func sha(b []byte) string {
	som := sha256.Sum256(b)
	return hex.EncodeToString(som[:])
}

func alsTekst(b []byte) []byte {
	return []byte(uitWindows1252(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))))
}

// alsBase64 writes base64 in lines of 76.
func alsBase64(b []byte) string {
	s := base64.StdEncoding.EncodeToString(b)
	var regels []string
	for len(s) > 76 {
		regels, s = append(regels, s[:76]), s[76:]
	}
	return strings.Join(append(regels, s), "\n")
}
