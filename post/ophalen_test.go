package post

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"klacht/dossier"
)

// metAnders is a server of two messages, with some answers of its own.
func metAnders(t *testing.T, anders map[string]antwoord) (Toegang, *nepserver) {
	nep := &nepserver{anders: anders}
	return proefserver(t, dossier.BeveiligingGeen, nep.praat), nep
}

// stukken are the answers that the usual server gives.
func stukken(regel string, uids ...string) string {
	var uit strings.Builder
	for _, uid := range uids {
		uit.WriteString(nepstuk(uid, regel))
	}
	return uit.String()
}

func TestHaalOpGaatOmMetVreemdeAntwoorden(t *testing.T) {
	zeg := func(maak func(regel string) string) antwoord {
		return func(w io.Writer, tag, regel string) bool {
			_, err := io.WriteString(w, strings.ReplaceAll(maak(regel), "TAG", tag))
			return err == nil
		}
	}
	vast := func(tekst string) antwoord { return zeg(func(string) string { return tekst }) }
	eerst := func(tekst string) antwoord { // and then as usual
		var keer atomic.Int32
		return func(w io.Writer, tag, regel string) bool {
			if keer.Add(1) > 1 {
				tekst = stukken(regel, "1") + "TAG OK klaar\r\n"
			}
			_, err := io.WriteString(w, strings.ReplaceAll(tekst, "TAG", tag))
			return err == nil
		}
	}
	for _, g := range []struct {
		naam   string
		anders map[string]antwoord
		wil    string // what becomes of messages 1 and 2
	}{
		{"gewoon", nil, "goed, goed"},
		{"nieuws ertussen", map[string]antwoord{"UID FETCH 1 (": zeg(func(r string) string {
			return "* 3 EXISTS\r\n* 1 RECENT\r\n* FLAGS (\\Seen)\r\n* OK [ALERT] let op\r\n* 2 FETCH (FLAGS (\\Seen))\r\n" + stukken(r, "2", "1") + "TAG OK klaar\r\n"
		})}, "goed, goed"},
		{"nieuws in plaats van antwoord", map[string]antwoord{"UID FETCH 1 (": eerst("* 1 FETCH (UID 1 FLAGS (\\Seen))\r\nTAG OK klaar\r\n")}, "goed, goed"},
		{"NO voor alles tegelijk", map[string]antwoord{"UID FETCH 1:2": vast("TAG NO te veel\r\n")}, "goed, goed"},
		{"BAD op de kop", map[string]antwoord{"UID FETCH 1:2 (UID BODY.PEEK[HEADER])": vast("TAG BAD te veel\r\n")}, "goed, goed"},
		{"NO voor een bericht", map[string]antwoord{"UID FETCH 1 (": vast("TAG NO [SERVERBUG] stuk\r\n")}, "localhost geeft het bericht niet (de server zegt: stuk), goed"},
		{"niets", map[string]antwoord{"UID FETCH 1 (UID INTERNALDATE": vast("TAG OK klaar\r\n"), "UID FETCH 1 (UID BODY": vast("TAG OK klaar\r\n")}, "localhost geeft het bericht niet, goed"},
		{"NIL", map[string]antwoord{"UID FETCH 1 (UID INTERNALDATE": vast("* 1 FETCH (UID 1 BODY[] NIL)\r\nTAG OK klaar\r\n"), "UID FETCH 1 (UID BODY": vast("* 1 FETCH (UID 1 BODY[] NIL)\r\nTAG OK klaar\r\n")}, "localhost geeft het bericht niet, goed"},
		{"weg", map[string]antwoord{"UID FETCH 1 (": vast("TAG OK klaar\r\n")}, "het staat niet meer in de brievenbus, goed"},
		{"te groot volgens de server", map[string]antwoord{"UID FETCH 1:2": zeg(func(r string) string {
			return strings.Replace(stukken(r, "1", "2"), "RFC822.SIZE ", "RFC822.SIZE 99999999", 1) + "TAG OK klaar\r\n"
		})}, "het bericht is groter dan 100 MiB, goed"},
		{"kop te groot", map[string]antwoord{"HEADER])": zeg(func(r string) string {
			kop := "From: a@example.com\r\nList-Id: <x.example.com>\r\nX: " + strings.Repeat("x", 2<<20) + "\r\n\r\n"
			return "* 1 FETCH (UID 1 BODY[HEADER] {" + lengte(kop) + "}\r\n" + kop + ")\r\n" + stukken(r, "2") + "TAG OK klaar\r\n"
		})}, "goed, goed"},
		{"Message-ID te groot", map[string]antwoord{"UID FETCH 1:2 (UID RFC822.SIZE": zeg(func(r string) string {
			id := "Message-ID: <" + strings.Repeat("in@k7", 1<<20) + ">\r\n\r\n"
			return "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (MESSAGE-ID)] {" + lengte(id) + "}\r\n" + id + ")\r\n" + stukken(r, "2") + "TAG OK klaar\r\n"
		})}, "goed, goed"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			// Items of a question come in any order.
			anders := map[string]antwoord{}
			for begin, a := range g.anders {
				anders[begin] = a
				if strings.Contains(begin, "(UID RFC822.SIZE") {
					anders[strings.Replace(begin, "RFC822.SIZE", "INTERNALDATE", 1)] = a
				}
			}
			toegang, _ := metAnders(t, anders)
			uit, err := allesUit(t.Context(), toegang, bekend(), 0)
			if err != nil {
				t.Fatal(err)
			}
			var zijn []string
			for _, o := range uit {
				wat := "goed"
				switch {
				case o.Fout != nil:
					wat = o.Fout.Error()
				case o.Besluit != nil:
					wat = o.Besluit.Reden
				case string(o.Inhoud) != nepbericht(fmt.Sprint(o.UID)):
					wat = fmt.Sprintf("%q", o.Inhoud)
				}
				zijn = append(zijn, wat)
			}
			if kreeg := strings.Join(zijn, ", "); kreeg != g.wil {
				t.Errorf("got %s\nwant %s", kreeg, g.wil)
			}
		})
	}
}

func TestHaalOpBreektAf(t *testing.T) {
	vast := func(tekst string) antwoord {
		return func(w io.Writer, tag, _ string) bool {
			_, err := io.WriteString(w, strings.ReplaceAll(tekst, "TAG", tag))
			return err == nil
		}
	}
	ophangen := func(tekst string) antwoord {
		return func(w io.Writer, _, _ string) bool { _, _ = io.WriteString(w, tekst); return false }
	}
	for _, g := range []struct {
		naam, bij string
		doe       antwoord
		wil       string
		eerst     int // messages that came before
	}{
		{"hangt op bij zoeken", "UID SEARCH", ophangen(""), "localhost verbrak de verbinding", 0},
		{"hangt op bij de koppen", "UID FETCH 1:2", ophangen(""), "localhost verbrak de verbinding", 0},
		{"hangt op bij het tweede bericht", "UID FETCH 2 (", ophangen(""), "localhost verbrak de verbinding", 1},
		{"hangt op midden in een bericht", "UID FETCH 2 (", ophangen("* 2 FETCH (UID 2 BODY[] {500}\r\nFrom: a@example.com\r\n\r\nHal"), "localhost verbrak de verbinding", 1},
		{"hangt op na een bericht", "UID FETCH 2 (", ophangen("* 2 FETCH (UID 2 BODY[] {3}\r\nabc)\r\n"), "localhost verbrak de verbinding", 1},
		{"troep", "UID FETCH 2 (", vast("* 2 FETCH (UID 2 BODY[] onzin\r\n"), "niet zoals een IMAP-server doet", 1},
		{"onbekend label", "UID FETCH 2 (", vast("XYZ OK klaar\r\n"), "niet zoals een IMAP-server doet", 1},
		{"vraagt om meer", "UID FETCH 2 (", vast("+ ga door\r\n"), "niet zoals een IMAP-server doet", 1},
		{"een letterlijk stuk zonder eind", "UID FETCH 2 (", eindeloos("* 2 FETCH (UID 2 BODY[] {9223372036854775807}\r\n" + strings.Repeat("x", 1<<20)), "stuurt veel meer dan gevraagd is", 1},
		{"te groot getal", "UID FETCH 2 (", vast("* 2 FETCH (UID 2 BODY[] {9223372036854775808}\r\n"), "niet zoals een IMAP-server doet", 1},
		{"eindeloos delen van één bericht", "UID FETCH 2 (", func(w io.Writer, tag, regel string) bool {
			_, _ = io.WriteString(w, "* 2 FETCH (UID 2")
			return eindeloos(" BODY[] {200000}\r\n"+strings.Repeat("x", 200_000))(w, tag, regel)
		}, "stuurt veel meer dan gevraagd is", 1},
		{"een woord zonder eind", "UID FETCH 2 (", eindeloos(strings.Repeat("x", 4096)), "stuurt veel meer dan gevraagd is", 1},
		{"aanhalingstekens zonder eind", "UID FETCH 2 (", eindeloos(`* 2 FETCH (UID 2 BODY[] "` + strings.Repeat("x", 4<<20)), "stuurt veel meer dan gevraagd is", 1},
		{"eindeloos nieuws", "UID FETCH 2 (", eindeloos("* 1 EXISTS\r\n* 7 FETCH (FLAGS (\\Seen))\r\n"), "stuurt veel meer dan gevraagd is", 1},
		{"eindeloos hetzelfde bericht", "UID FETCH 2 (", eindeloos("* 2 FETCH (UID 2 BODY[] {3}\r\nabc)\r\n"), "stuurt veel meer dan gevraagd is", 1},
		{"weigert zoeken", "UID SEARCH", vast("TAG NO nee\r\n"), "localhost weigert (de server zegt: nee)", 0},
		{"tien miljoen berichten in een reeks", "UID SEARCH", func(w io.Writer, tag, _ string) bool {
			_, err := fmt.Fprintf(w, "* ESEARCH (TAG %q) UID ALL 1:4294967295\r\n%s OK klaar\r\n", tag, tag)
			return err == nil
		}, "meer dan een miljoen berichten", 0},
		{"nummer nul", "UID SEARCH", vast("* SEARCH 0\r\nTAG OK klaar\r\n"), "niet zoals een IMAP-server doet", 0},
		{"een reeks zonder eind", "UID SEARCH", eindeloos("* SEARCH" + strings.Repeat(" 4000000001 4000000003", 1<<15) + "\r\n"), "stuurt veel meer dan gevraagd is", 0},
	} {
		t.Run(g.naam, func(t *testing.T) {
			toegang, _ := metAnders(t, map[string]antwoord{g.bij: g.doe})
			var voor, na runtime.MemStats
			runtime.ReadMemStats(&voor)
			uit, err := allesUit(t.Context(), toegang, bekend(), 0)
			runtime.ReadMemStats(&na)
			wilFout(t, err, g.wil)
			if len(uit) != g.eerst {
				t.Errorf("%d messages before, want %d", len(uit), g.eerst)
			}
			if mib := (na.Sys - voor.Sys) >> 20; na.Sys > voor.Sys && mib > 200 {
				t.Errorf("took %d MiB", mib)
			}
		})
	}
}

// een server die elk bericht weigert, is geen reden om er twintigduizend te vragen.
func TestHaalOpGeeftHetOp(t *testing.T) {
	const aantal = 50
	toegang, nep := metAnders(t, map[string]antwoord{
		"UID SEARCH": func(w io.Writer, tag, _ string) bool {
			_, err := fmt.Fprintf(w, "* ESEARCH (TAG %q) UID ALL 1:%d\r\n%s OK klaar\r\n", tag, aantal, tag)
			return err == nil
		},
		"UID FETCH": func(w io.Writer, tag, _ string) bool {
			_, err := io.WriteString(w, tag+" NO stuk\r\n")
			return err == nil
		},
	})
	uit, err := allesUit(t.Context(), toegang, bekend(), 0)
	wilFout(t, err, "localhost geeft 20 berichten achter elkaar niet (de server zegt: stuk)")
	if len(uit) != 19 || len(nep.regels()) > 30 {
		t.Errorf("%d messages, %d commands", len(uit), len(nep.regels()))
	}
}

func TestHaalOpWordtOnderbroken(t *testing.T) {
	for _, bij := range []string{"AUTHENTICATE", "EXAMINE", "UID SEARCH", "UID FETCH 1:2", "UID FETCH 2 ("} {
		ctx, stop := context.WithCancel(t.Context())
		toegang, _ := metAnders(t, map[string]antwoord{bij: func(io.Writer, string, string) bool { stop(); return true }})
		if _, err := allesUit(ctx, toegang, bekend(), 0); err != context.Canceled {
			t.Errorf("%s: %v", bij, err)
		}
		toegang, _ = metAnders(t, map[string]antwoord{bij: func(io.Writer, string, string) bool { return true }})
		toegang.Wacht = 100 * time.Millisecond
		_, err := allesUit(t.Context(), toegang, bekend(), 0)
		wilFout(t, err, "localhost zei te lang niets")
	}
}
