package dossier

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func schrijf(t testing.TB, s schijf, naam, inhoud string) geschreven {
	t.Helper()
	g, err := s.schrijfNieuw(naam, strings.NewReader(inhoud))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func maak(t testing.TB, s schijf, naam string) {
	t.Helper()
	if err := s.maakMap(naam); err != nil {
		t.Fatal(err)
	}
}

func moet(t testing.TB, wat string, err, fout error) {
	t.Helper()
	if fout == nil && err != nil || fout != nil && !errors.Is(err, fout) {
		t.Errorf("%s: %v, wil %v", wat, err, fout)
	}
}

// TestSchijf is the one suite that every schijf passes.
func TestSchijf(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			for naam, proef := range map[string]func(*testing.T, schijf){
				"schrijven en lezen":  proefSchrijven,
				"niet gewoon":         proefNietGewoon,
				"lijst":               proefLijst,
				"hernoemen":           proefHernoemen,
				"hernoemen zonder":    proefHernoemNieuw,
				"wisselen":            proefWissel,
				"verwijderen":         proefVerwijder,
				"namen naar buiten":   proefBuiten,
				"bron geeft een fout": proefBronfout,
				"vastleggen":          proefSyncMap,
			} {
				t.Run(naam, func(t *testing.T) { proef(t, nieuw(t)) })
			}
		})
	}
}

func proefSchrijven(t *testing.T, s schijf) {
	const tekst = "onderwerp: docent kwam te laat\r\n"
	som := sha256.Sum256([]byte(tekst))
	wil := geschreven{int64(len(tekst)), hex.EncodeToString(som[:])}
	maak(t, s, "2026")
	if d := cmp.Diff(wil, schrijf(t, s, "2026/klacht.yaml", tekst)); d != "" {
		t.Error(d)
	}
	if got := inhoudVan(t, s, "2026/klacht.yaml"); got != tekst {
		t.Errorf("staat er: %q", got)
	}
	_, err := s.schrijfNieuw("2026/klacht.yaml", strings.NewReader("anders"))
	moet(t, "nog eens schrijven", err, fs.ErrExist)
	if got := inhoudVan(t, s, "2026/klacht.yaml"); got != tekst {
		t.Errorf("na de weigering staat er: %q", got)
	}
	_, err = s.schrijfNieuw("2025/klacht.yaml", strings.NewReader("x"))
	moet(t, "schrijven in een map die er niet is", err, fs.ErrNotExist)
	_, err = s.lees("2026/klacht.yaml", int64(len(tekst))-1)
	moet(t, "te groot", err, errTeGroot)
	_, err = s.lees("2026/klacht.yaml", int64(len(tekst)))
	moet(t, "precies groot genoeg", err, nil)
	_, err = s.lees("2026/niets", 10)
	moet(t, "lezen wat er niet is", err, fs.ErrNotExist)
	if runtime.GOOS == "windows" {
		return
	}
	for naam, wil := range map[string]fs.FileMode{"2026": fs.ModeDir | 0o700, "2026/klacht.yaml": 0o600} {
		info, err := s.lstat(naam)
		if err != nil || info.Mode() != wil {
			t.Errorf("%s: %v, %v; wil %v", naam, info.Mode(), err, wil)
		}
	}
}

func proefNietGewoon(t *testing.T, s schijf) {
	maak(t, s, "map")
	_, err := s.lees("map", 10)
	moet(t, "een map lezen", err, errGeenBestand)
	moet(t, "een map die er is", s.maakMap("map"), fs.ErrExist)
}

func proefLijst(t *testing.T, s schijf) {
	for _, naam := range []string{"c", "a", "B", ".x.tmp"} {
		schrijf(t, s, naam, naam)
	}
	maak(t, s, "map")
	if d := cmp.Diff([]string{".x.tmp", "B", "a", "c", "map"}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
	_, err := s.lijst("niets")
	moet(t, "een map die er niet is", err, fs.ErrNotExist)
	if _, err = s.lijst("a"); err == nil {
		t.Error("een bestand is geen map")
	}
}

func proefHernoemen(t *testing.T, s schijf) {
	schrijf(t, s, "oud", "oud")
	schrijf(t, s, "nieuw", "nieuw")
	maak(t, s, "map")
	moet(t, "over een bestand", s.hernoem("nieuw", "oud"), nil)
	if got := inhoudVan(t, s, "oud"); got != "nieuw" {
		t.Errorf("staat er: %q", got)
	}
	if err := s.hernoem("oud", "map"); err == nil {
		t.Error("een map werd vervangen door een bestand")
	}
	maak(t, s, "map2")
	moet(t, "een map over een map", s.hernoem("map2", "map"), fs.ErrExist)
	moet(t, "wat er niet is", s.hernoem("niets", "iets"), fs.ErrNotExist)
	moet(t, "naar een andere map", s.hernoem("oud", "map/oud"), nil)
	if d := cmp.Diff([]string{"map", "map2"}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
}

func proefHernoemNieuw(t *testing.T, s schijf) {
	schrijf(t, s, "bestand", "van een ander")
	maak(t, s, "leeg")
	maak(t, s, "vol")
	schrijf(t, s, "vol/klacht.yaml", "van een ander")
	maak(t, s, "nieuwe map")
	schrijf(t, s, "nieuwe map/klacht.yaml", "nieuw")
	schrijf(t, s, "nieuw bestand", "nieuw")
	for _, van := range []string{"nieuwe map", "nieuw bestand"} {
		for _, naar := range []string{"bestand", "leeg", "vol"} {
			moet(t, van+" naar "+naar, s.hernoemNieuw(van, naar), fs.ErrExist)
		}
	}
	for naam, wil := range map[string]string{"bestand": "van een ander", "vol/klacht.yaml": "van een ander", "nieuwe map/klacht.yaml": "nieuw", "nieuw bestand": "nieuw"} {
		if got := inhoudVan(t, s, naam); got != wil {
			t.Errorf("%s: %q, wil %q", naam, got, wil)
		}
	}
	moet(t, "een map", s.hernoemNieuw("nieuwe map", "K2026-0001"), nil)
	moet(t, "een bestand", s.hernoemNieuw("nieuw bestand", "K2026-0001/brief.eml"), nil)
	moet(t, "wat er niet is", s.hernoemNieuw("niets", "iets"), fs.ErrNotExist)
	if d := cmp.Diff([]string{"K2026-0001", "bestand", "leeg", "vol"}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"brief.eml", "klacht.yaml"}, namenIn(t, s, "K2026-0001")); d != "" {
		t.Error(d)
	}
}

func proefWissel(t *testing.T, s schijf) {
	schrijf(t, s, "a", "inhoud van a")
	schrijf(t, s, "b", "inhoud van b")
	err := s.wissel("a", "b")
	wilA, wilB := "inhoud van b", "inhoud van a"
	if errors.Is(err, errGeenWissel) {
		wilA, wilB = wilB, wilA
	} else if err != nil {
		t.Fatal(err)
	}
	if a, b := inhoudVan(t, s, "a"), inhoudVan(t, s, "b"); a != wilA || b != wilB {
		t.Errorf("na %v: a is %q, b is %q", err, a, b)
	}
	if s.wissel("a", "niets") == nil {
		t.Error("wisselen met niets lukte")
	}
}

func proefVerwijder(t *testing.T, s schijf) {
	maak(t, s, "map")
	schrijf(t, s, "map/bestand", "x")
	moet(t, "een map die niet leeg is", s.verwijder("map"), fs.ErrExist)
	moet(t, "een bestand", s.verwijder("map/bestand"), nil)
	moet(t, "nog eens", s.verwijder("map/bestand"), fs.ErrNotExist)
	moet(t, "een lege map", s.verwijder("map"), nil)
	maak(t, s, "map")
	maak(t, s, "map/diep")
	schrijf(t, s, "map/diep/bestand", "x")
	moet(t, "een boom", s.verwijderBoom("map"), nil)
	moet(t, "een boom die er niet is", s.verwijderBoom("map"), nil)
	if d := cmp.Diff([]string{}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
}

func proefBuiten(t *testing.T, s schijf) {
	schrijf(t, s, "binnen", "x")
	for _, naam := range []string{"../buiten", "/etc/passwd", "binnen/../../buiten", "", "./binnen", "map//x", ".."} {
		_, err := s.lees(naam, 10)
		moet(t, "lees "+naam, err, errBuitenMap)
		_, err = s.lijst(naam)
		moet(t, "lijst "+naam, err, errBuitenMap)
		_, err = s.lstat(naam)
		moet(t, "lstat "+naam, err, errBuitenMap)
		_, err = s.schrijfNieuw(naam, strings.NewReader("x"))
		moet(t, "schrijfNieuw "+naam, err, errBuitenMap)
		moet(t, "maakMap "+naam, s.maakMap(naam), errBuitenMap)
		moet(t, "hernoem "+naam, s.hernoem("binnen", naam), errBuitenMap)
		moet(t, "hernoem van "+naam, s.hernoem(naam, "x"), errBuitenMap)
		moet(t, "hernoemNieuw "+naam, s.hernoemNieuw("binnen", naam), errBuitenMap)
		moet(t, "verwijder "+naam, s.verwijder(naam), errBuitenMap)
		moet(t, "verwijderBoom "+naam, s.verwijderBoom(naam), errBuitenMap)
		moet(t, "syncMap "+naam, s.syncMap(naam), errBuitenMap)
	}
	if got := inhoudVan(t, s, "binnen"); got != "x" {
		t.Errorf("binnen is %q", got)
	}
}

func proefBronfout(t *testing.T, s schijf) {
	stuk := errors.New("de usb-stick is eruit")
	_, err := s.schrijfNieuw("bijlage.pdf", io.MultiReader(strings.NewReader("het begin"), iotest.ErrReader(stuk)))
	moet(t, "schrijven", err, stuk)
	var fout *schijfFout
	if !errors.As(err, &fout) || !fout.Bron {
		t.Errorf("%v zegt niet dat het aan de bron lag", err)
	}
	if d := cmp.Diff([]string{}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
}

func proefSyncMap(t *testing.T, s schijf) {
	moet(t, "de map zelf", s.syncMap("."), nil)
	moet(t, "wat er niet is", s.syncMap("niets"), fs.ErrNotExist)
}

// verwijzing makes a link, or skips where that isn't allowed.
func verwijzing(t testing.TB, naar, van string) {
	t.Helper()
	if err := os.Symlink(naar, van); err != nil {
		t.Skip("verwijzingen kunnen hier niet worden gemaakt: ", err)
	}
}

func TestVerwijzingNaarBuitenIsGeenUitweg(t *testing.T) {
	boven := t.TempDir()
	binnen, buiten := filepath.Join(boven, "binnen"), filepath.Join(boven, "buiten")
	for _, m := range []string{binnen, buiten} {
		if err := os.Mkdir(m, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	geheim := filepath.Join(buiten, "geheim")
	zetNeer(t, geheim, "geheim")
	for _, naar := range []string{buiten, "../buiten"} {
		for _, kaal := range []bool{false, true} {
			link := filepath.Join(binnen, "link")
			verwijzing(t, naar, link)
			echt := schijfOp(t, binnen)
			var s schijf = echt
			if kaal {
				s = kaleSchijf{echt}
			}
			schrijf(t, s, "eigen", "eigen")
			_, leesfout := s.lees("link/geheim", 10)
			_, lijstfout := s.lijst("link")
			_, schrijffout := s.schrijfNieuw("link/nieuw", strings.NewReader("x"))
			for wat, err := range map[string]error{
				"lees": leesfout, "lijst": lijstfout, "schrijfNieuw": schrijffout,
				"maakMap": s.maakMap("link/map"), "hernoem": s.hernoem("eigen", "link/eigen"),
				"hernoem van": s.hernoem("link/geheim", "gepakt"), "hernoemNieuw": s.hernoemNieuw("eigen", "link/eigen"),
				"hernoemNieuw van": s.hernoemNieuw("link/geheim", "gepakt"), "wissel": s.wissel("eigen", "link/geheim"),
				"verwijder": s.verwijder("link/geheim"), "verwijderBoom": s.verwijderBoom("link/geheim"),
				"syncMap": s.syncMap("link"),
			} {
				if err == nil {
					t.Errorf("%s kwam buiten de map", wat)
				} else if !errors.Is(err, errGeenWissel) && !strings.HasSuffix(err.Error(), errBuitenMap.Error()) {
					t.Errorf("%s: %v", wat, err)
				}
			}
			// The link itself may go, but what it points to stays.
			if err := s.verwijderBoom("link"); err != nil {
				t.Error(err)
			}
			if got := inhoudVan(t, s, "eigen"); got != "eigen" {
				t.Errorf("eigen is %q", got)
			}
			if err := s.verwijder("eigen"); err != nil {
				t.Error(err)
			}
		}
	}
	if namen, err := os.ReadDir(buiten); err != nil || len(namen) != 1 {
		t.Errorf("buiten staat nu %v, %v", namen, err)
	}
}

func TestVerwijzingNaarBestandWordtNietGelezen(t *testing.T) {
	s := nieuweSchijf(t)
	schrijf(t, s, "echt", "x")
	verwijzing(t, "echt", filepath.Join(s.root.Name(), "link"))
	_, err := s.lees("link", 10)
	moet(t, "lees", err, errGeenBestand)
	_, err = s.schrijfNieuw("link", strings.NewReader("y"))
	moet(t, "schrijfNieuw", err, fs.ErrExist)
	verwijzing(t, "bestaat niet", filepath.Join(s.root.Name(), "los"))
	_, err = s.schrijfNieuw("los", strings.NewReader("y"))
	moet(t, "schrijfNieuw over een losse verwijzing", err, fs.ErrExist)
}

func TestOpenSchijf(t *testing.T) {
	_, err := openSchijf(filepath.Join(t.TempDir(), "Klachtafhandeling"))
	moet(t, "een map die er niet is", err, fs.ErrNotExist)
	if err == nil || !strings.HasSuffix(err.Error(), "kan niet worden geopend: het bestaat niet") {
		t.Error(err)
	}
}
