package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// postkantoor is a folder with a complaint, K2026-0001, and a mail server.
func postkantoor(t *testing.T) (*kantoor, *proefSMTP) {
	t.Helper()
	s := proefserver(t)
	k := nieuwKantoor(t, "--organisatie", "Voorbeeld BV", "--email", "klacht@example.nl", "--verantwoordelijke", "Louise Vos")
	pad := filepath.Join(k.pad, procedurebestand)
	tekst, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	voor, _, _ := strings.Cut(string(tekst), "\npost:")
	tekst = fmt.Appendf(nil, "%s\npost:\n  versturen: {server: %q, beveiliging: geen}\n", voor, s.adres())
	if err := os.WriteFile(pad, tekst, 0o600); err != nil {
		t.Fatal(err)
	}
	k.goed("nieuw", "--onderwerp", "Factuur", "--categorie", "overig", "--klager", "E. Bakker", "--email", "e.bakker@example.nl")
	return k, s
}

// alsProces is klacht as another process.
func (k *kantoor) alsProces(ctx context.Context, args ...string) (*exec.Cmd, *bytes.Buffer) {
	var fout bytes.Buffer
	cmd := exec.CommandContext(ctx, "klacht", append(args, "--map", k.pad)...) // TestMain put it on the path
	cmd.Env = append(os.Environ(), "KLACHT_TEST_KLOK="+k.nu.Format(time.RFC3339), "KLACHT_TEST_ACCOUNT=Sanne de Vries")
	cmd.Stderr = &fout
	return cmd, &fout
}

func (k *kantoor) uitgegaan() int {
	n := 0
	for _, g := range k.dossier("toon", "1").Verloop {
		if g.Wat == "bevestigd" || g.Wat == "bericht-uit" {
			n++
		}
	}
	return n
}

func TestVersturenTegelijkVerstuurtEenKeer(t *testing.T) {
	k, s := postkantoor(t)
	const processen = 6
	var gelukt atomic.Int32
	var groep sync.WaitGroup
	for range processen {
		groep.Go(func() {
			cmd, fout := k.alsProces(t.Context(), "post", "verstuur", "1", "ontvangstbevestiging", "--ja")
			switch err := cmd.Run(); {
			case err == nil:
				gelukt.Add(1)
			case cmd.ProcessState.ExitCode() != codeMislukt:
				t.Errorf("%v\n%s", err, fout)
			}
		})
	}
	groep.Wait()
	if gelukt.Load() != 1 || len(s.berichten()) != 1 || k.uitgegaan() != 1 {
		t.Errorf("%d processes say that they sent, %d letters came in, %d are on record", gelukt.Load(), len(s.berichten()), k.uitgegaan())
	}
}

// A process that is killed between the letter and the record leaves a letter that is asked about, and doesn't go again.
func TestVersturenGedoodNaHetVersturen(t *testing.T) {
	k, s := postkantoor(t)
	ctx, dood := context.WithCancel(t.Context())
	weg := make(chan struct{})
	s.zetVoor(func() { dood(); <-weg })
	cmd, fout := k.alsProces(ctx, "bevestig", "1", "--verstuur", "--ja")
	if err := cmd.Run(); err == nil {
		t.Fatal("it was not killed")
	}
	close(weg)
	s.zetVoor(nil)
	if n := len(s.berichten()); n != 1 {
		t.Fatalf("%d letters\n%s", n, fout)
	}
	status := k.goed("status")
	if !strings.Contains(status, "K2026-0001: het is niet zeker of de brief ontvangstbevestiging aan e.bakker@example.nl verstuurd is (begonnen op ma 23 november 2026 12:00 en niet afgemaakt)") {
		t.Error(status)
	}
	if _, fout, code := k.voer("bevestig", "1", "--verstuur", "--ja"); code != codeMislukt || len(s.berichten()) != 1 {
		t.Errorf("exit %d, %d letters\n%s", code, len(s.berichten()), fout)
	}
	k.goed("opschonen")
	k.goed("post", "uitslag", "1", "verstuurd")
	if d := k.dossier("toon", "1"); d.Toestand != "bevestigd" || k.uitgegaan() != 1 {
		t.Errorf("%+v", d)
	}
}

// Interrupted while the answer is waited for, it says that it isn't sure, and exits as interrupted.
func TestVersturenOnderbroken(t *testing.T) {
	k, s := postkantoor(t)
	weg := make(chan struct{})
	ctx, onderbreek := context.WithCancel(t.Context())
	cmd, fout := k.alsProces(ctx, "bevestig", "1", "--verstuur", "--ja")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	s.zetVoor(func() { onderbreek(); <-weg })
	_ = cmd.Run()
	close(weg)
	if code := cmd.ProcessState.ExitCode(); code != codeAfgebroken || !strings.Contains(fout.String(), "klacht: het is niet zeker of de brief verstuurd is: het wachten op het antwoord van 127.0.0.1 is afgebroken") || !strings.Contains(fout.String(), "klacht post uitslag K2026-0001 verstuurd") {
		t.Errorf("exit %d\n%s", code, fout)
	}
	if !strings.Contains(k.goed("toon", "1"), "Let op: het is niet zeker of de brief ontvangstbevestiging") {
		t.Error(k.goed("toon", "1"))
	}
}

// Interrupted before the server had the letter, it says that nothing was sent, and leaves nothing to ask about.
func TestVersturenOnderbrokenVoorHetVersturen(t *testing.T) {
	k, s := postkantoor(t)
	stil, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer stil.Close()
	pad := filepath.Join(k.pad, procedurebestand)
	tekst, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pad, bytes.Replace(tekst, []byte(s.adres()), []byte(stil.Addr().String()), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, onderbreek := context.WithCancel(t.Context())
	cmd, fout := k.alsProces(ctx, "bevestig", "1", "--verstuur", "--ja")
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	go func() {
		if c, err := stil.Accept(); err == nil {
			onderbreek()
			_, _ = io.Copy(io.Discard, c) // until it is left
			_ = c.Close()
		}
	}()
	_ = cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != codeAfgebroken || fout.String() != "klacht: de brief is niet verstuurd, en er is niets vastgelegd\nklacht: afgebroken\n" {
		t.Errorf("exit %d\n%s", code, fout)
	}
	if getoond := k.goed("toon", "1"); strings.Contains(getoond, "niet zeker") || k.uitgegaan() != 0 {
		t.Error(getoond)
	}
}
