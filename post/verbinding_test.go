package post

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
)

func lengte(s string) string { return strconv.Itoa(len(s)) }

// zwijg says nothing until the other side hangs up.
func zwijg(conn net.Conn) { _, _ = io.Copy(io.Discard, conn) }

// metTLS does the handshake and then praat.
func metTLS(instelling *tls.Config, praat func(net.Conn)) func(net.Conn) {
	return func(conn net.Conn) {
		c := tls.Server(conn, instelling)
		if c.Handshake() == nil {
			praat(c)
		}
	}
}

// wilFout fails unless err says wil and gives advice.
func wilFout(t *testing.T, err error, wil string) {
	t.Helper()
	var f *dossier.Fout
	if !errors.As(err, &f) || !strings.Contains(f.Wat, wil) || f.Raad == "" {
		t.Fatalf("got %#v, want a refusal with advice that says %q", err, wil)
	}
}

func TestVerbindZegtWatErMisIs(t *testing.T) {
	goed := proefcertificaat(t, nil, false)
	for _, g := range []struct {
		naam        string
		beveiliging dossier.Beveiliging
		praat       func(net.Conn)
		wil         string
	}{
		{"zwijgt", dossier.BeveiligingTLS, zwijg, "localhost zei te lang niets"},
		{"hangt op", dossier.BeveiligingTLS, func(net.Conn) {}, "localhost verbrak de verbinding"},
		{"geen TLS", dossier.BeveiligingTLS, func(c net.Conn) { _, _ = io.WriteString(c, "* OK hallo\r\n"); zwijg(c) }, "lukt geen beveiligde verbinding"},
		{"oude TLS", dossier.BeveiligingTLS, metTLS(&tls.Config{Certificates: goed.Certificates, MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}, zwijg), "lukt geen beveiligde verbinding"},
		{"zelfgemaakt", dossier.BeveiligingTLS, metTLS(proefcertificaat(t, nil, true), zwijg), "zijn certificaat is van niemand die deze computer vertrouwt"},
		{"andere naam", dossier.BeveiligingTLS, metTLS(proefcertificaat(t, func(c *x509.Certificate) { c.DNSNames = []string{"mail.example.org"} }, false), zwijg), "zijn certificaat is niet voor localhost"},
		{"verlopen", dossier.BeveiligingTLS, metTLS(proefcertificaat(t, func(c *x509.Certificate) { c.NotAfter = time.Now().Add(-time.Minute) }, false), zwijg), "zijn certificaat is verlopen"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			toegang := proefserver(t, g.beveiliging, g.praat)
			if g.naam == "zwijgt" {
				toegang.Wacht = 100 * time.Millisecond
			}
			l, err := verbind(t.Context(), toegang)
			if err == nil {
				l.verbreek()
			}
			wilFout(t, err, g.wil)
		})
	}
}

func TestVerbindZonderServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	poort := l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = verbind(t.Context(), Toegang{Server: dossier.Mailserver{Host: "localhost", Poort: poort, Beveiliging: dossier.BeveiligingTLS}})
	wilFout(t, err, "localhost neemt op poort "+strconv.Itoa(poort)+" geen verbinding aan")
	_, err = verbind(t.Context(), Toegang{Server: dossier.Mailserver{Host: "mail.invalid", Poort: 993, Beveiliging: dossier.BeveiligingTLS}, Wacht: 5 * time.Second})
	wilFout(t, err, "mail.invalid")
}

func TestVerbindWordtAfgebroken(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := verbind(ctx, proefserver(t, dossier.BeveiligingGeen, zwijg)); !errors.Is(err, context.Canceled) {
		t.Errorf("before dialling: %v", err)
	}

	begonnen := make(chan struct{})
	ctx, stop = context.WithCancel(t.Context())
	go func() { <-begonnen; stop() }()
	if _, err := verbind(ctx, proefserver(t, dossier.BeveiligingTLS, func(c net.Conn) { close(begonnen); zwijg(c) })); !errors.Is(err, context.Canceled) {
		t.Errorf("during the handshake: %v", err)
	}

	ctx, stop = context.WithCancel(t.Context())
	toegang := proefserver(t, dossier.BeveiligingGeen, zwijg)
	l, err := verbind(ctx, toegang)
	if err != nil {
		t.Fatal(err)
	}
	defer l.verbreek()
	time.AfterFunc(20*time.Millisecond, stop)
	_, err = l.Read(make([]byte, 1))
	if err = l.fout(ctx, toegang.Server, err); !errors.Is(err, context.Canceled) {
		t.Errorf("while reading: %v", err)
	}
}

func TestLijnTeltDeStilte(t *testing.T) {
	toegang := proefserver(t, dossier.BeveiligingGeen, func(c net.Conn) {
		for range 6 { // together longer than it may be silent
			time.Sleep(50 * time.Millisecond)
			if _, err := c.Write([]byte("x")); err != nil {
				return
			}
		}
		zwijg(c)
	})
	toegang.Wacht = 200 * time.Millisecond
	l, err := verbind(t.Context(), toegang)
	if err != nil {
		t.Fatal(err)
	}
	defer l.verbreek()
	if _, err := io.ReadFull(l, make([]byte, 6)); err != nil {
		t.Fatalf("one that keeps talking: %v", err)
	}
	// At rest, silence is no fault, also for a read that goes on meanwhile.
	l.rust()
	gelezen := make(chan error, 1)
	go func() { _, err := l.Read(make([]byte, 1)); gelezen <- err }()
	select {
	case err := <-gelezen:
		t.Fatalf("at rest: %v", err)
	case <-time.After(400 * time.Millisecond):
	}
	if _, err := l.Write([]byte("vraag")); err != nil {
		t.Fatal(err)
	}
	wilFout(t, l.fout(t.Context(), toegang.Server, <-gelezen), "localhost zei te lang niets")
}

func TestZonderBeveiligingAlleenHier(t *testing.T) {
	for adres, wil := range map[string]bool{"127.0.0.1": true, "127.8.8.8": true, "::1": true, "192.0.2.1": false, "10.0.0.1": false, "2001:db8::1": false, "0.0.0.0": false} {
		if isHier(&net.TCPAddr{IP: net.ParseIP(adres)}) != wil {
			t.Errorf("isHier(%s) is not %v", adres, wil)
		}
	}
	if isHier(&net.UnixAddr{Name: "/x"}) {
		t.Error("a socket that is no TCP")
	}
	// An own address that is seen from outside, where this machine has one.
	adressen, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp4", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, a := range adressen {
		ip, _, err := net.ParseCIDR(a.String())
		if err != nil || ip.To4() == nil || ip.IsLoopback() {
			continue
		}
		s := dossier.Mailserver{Host: ip.String(), Poort: l.Addr().(*net.TCPAddr).Port, Beveiliging: dossier.BeveiligingGeen}
		_, err = verbind(t.Context(), Toegang{Server: s})
		wilFout(t, err, "is niet deze computer")
	}
}
