package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const grens = 1 << 20

// bijregel adds a line.
func bijregel(regel string) func([]byte) ([]byte, error) {
	return func(oud []byte) ([]byte, error) { return append(oud, regel+"\n"...), nil }
}

func TestVervang(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			for _, g := range []struct {
				naam            string
				staat           *string // nil: it does not exist
				verwacht, wordt []byte
				past            bool
			}{
				{"het oude", new("oud"), []byte("oud"), []byte("nieuw"), true},
				{"iets anders", new("vreemd"), []byte("oud"), []byte("nieuw"), false},
				{"weg", nil, []byte("oud"), []byte("nieuw"), false},
				{"er mag niets zijn", nil, nil, []byte("nieuw"), true},
				{"er is al iets", new("vreemd"), nil, []byte("nieuw"), false},
				{"leeg is niet niets", new(""), nil, []byte("nieuw"), false},
				{"niets is niet leeg", nil, []byte{}, []byte("nieuw"), false},
				{"leeg", new(""), []byte{}, []byte("nieuw"), true},
				{"leeg maken", new("oud"), []byte("oud"), []byte{}, true},
			} {
				t.Run(g.naam, func(t *testing.T) {
					s := nieuw(t)
					maak(t, s, "map")
					if g.staat != nil {
						schrijf(t, s, "map/klacht.yaml", *g.staat)
					}
					err := vervang(s, "map/klacht.yaml", grens, g.verwacht, g.wordt)
					var gewijzigd *gewijzigdFout
					if errors.As(err, &gewijzigd) == g.past || g.past && err != nil {
						t.Fatalf("fout: %v", err)
					}
					heden, err := leesOfNiets(s, "map/klacht.yaml", grens)
					if err != nil {
						t.Fatal(err)
					}
					switch {
					case g.past && string(heden) != string(g.wordt):
						t.Errorf("staat er: %q, wil %q", heden, g.wordt)
					case !g.past && (g.staat == nil) != (heden == nil):
						t.Errorf("staat er: %q", heden)
					case !g.past && g.staat != nil && string(heden) != *g.staat:
						t.Errorf("staat er: %q, wil %q", heden, *g.staat)
					case !g.past && !zelfde(gewijzigd.Inhoud, heden):
						t.Errorf("de fout noemt %q, er staat %q", gewijzigd.Inhoud, heden)
					}
					if namen := slices.DeleteFunc(namenIn(t, s, "map"), func(n string) bool { return n == "klacht.yaml" }); len(namen) > 0 {
						t.Errorf("achtergebleven: %v", namen)
					}
				})
			}
		})
	}
}

func TestVervangGeeftRechten(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows heeft andere rechten")
	}
	s := nieuweSchijf(t)
	zetNeer(t, filepath.Join(s.root.Name(), "klacht.yaml"), "oud")
	if err := os.Chmod(filepath.Join(s.root.Name(), "klacht.yaml"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := vervang(s, "klacht.yaml", grens, []byte("oud"), []byte("nieuw")); err != nil {
		t.Fatal(err)
	}
	if info, err := s.lstat("klacht.yaml"); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestVervangWeigertWatGeenBestandIs(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			s := nieuw(t)
			maak(t, s, "klacht.yaml")
			moet(t, "een map", werkBij(s, "klacht.yaml", grens, bijregel("x")), errGeenBestand)
			moet(t, "een map met haast", vervang(s, "klacht.yaml", grens, []byte("oud"), []byte("nieuw")), errGeenBestand)
			if d := cmp.Diff([]string{"klacht.yaml"}, namenIn(t, s, ".")); d != "" {
				t.Error(d)
			}
		})
	}
}

// onderbrekingen runs proef with every kind of failure at every step.
func onderbrekingen(t *testing.T, proef func(t *testing.T, echt *echteSchijf, l *lastigeSchijf)) {
	t.Helper()
	for _, kaal := range []bool{false, true} {
		for _, fout := range []error{nil, syscall.ENOSPC, syscall.EIO} {
			for n := 1; ; n++ {
				echt := nieuweSchijf(t)
				l := &lastigeSchijf{onder: echt, faal: n, fout: fout}
				if kaal {
					l.onder = kaleSchijf{echt}
				}
				t.Run(fmt.Sprintf("zonder wissel=%v %v bij stap %d", kaal, fout, n), func(t *testing.T) { proef(t, echt, l) })
				if !l.geraakt() {
					break
				}
			}
		}
	}
}

// overleeft reports whether err says that the change stands.
func overleeft(err error) bool {
	return err == nil || errors.As(err, new(*nietVastFout))
}

// achtergelaten gives the temporary names in a folder.
func achtergelaten(t testing.TB, s schijf, inMap string) []string {
	t.Helper()
	return slices.DeleteFunc(namenIn(t, s, inMap), func(naam string) bool { return !isTijdelijk(naam) })
}

func TestOnderbrokenVervangingLaatOudOfNieuw(t *testing.T) {
	oud, nieuw := strings.Repeat("oud\n", 100), strings.Repeat("nieuw\n", 200)
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		schrijf(t, echt, "klacht.yaml", oud)
		err := vervang(l, "klacht.yaml", grens, []byte(oud), []byte(nieuw))
		staat := inhoudVan(t, echt, "klacht.yaml")
		if staat != oud && staat != nieuw {
			t.Fatalf("na %v staat er %q", err, staat)
		}
		if l.fout != nil && overleeft(err) != (staat == nieuw) || err == nil && staat != nieuw {
			t.Errorf("de uitkomst is %v, maar er staat %.10q", err, staat)
		}
		if l.fout != nil {
			if weg := achtergelaten(t, echt, "."); len(weg) > 0 && err != nil {
				t.Errorf("na %v bleef achter: %v", err, weg)
			}
		}
		if err := vervang(echt, "klacht.yaml", grens, []byte(staat), []byte("daarna")); err != nil {
			t.Error(err)
		}
		if got := inhoudVan(t, echt, "klacht.yaml"); got != "daarna" {
			t.Errorf("de volgende keer: %q", got)
		}
	})
}

func TestOnderbrokenEersteVersieIsErHeelOfNiet(t *testing.T) {
	nieuw := strings.Repeat("nieuw\n", 200)
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		err := vervang(l, "vernietigd.yaml", grens, nil, []byte(nieuw))
		staat, leesfout := leesOfNiets(echt, "vernietigd.yaml", grens)
		if leesfout != nil || staat != nil && string(staat) != nieuw {
			t.Fatalf("na %v staat er %q, %v", err, staat, leesfout)
		}
		if l.fout != nil && overleeft(err) != (staat != nil) || err == nil && staat == nil {
			t.Errorf("de uitkomst is %v, maar er staat %.10q", err, staat)
		}
		if err := werkBij(echt, "vernietigd.yaml", grens, bijregel("daarna")); err != nil {
			t.Error(err)
		}
		if got := inhoudVan(t, echt, "vernietigd.yaml"); got != string(staat)+"daarna\n" {
			t.Errorf("de volgende keer: %q", got)
		}
	})
}

func TestMisluktVastleggenZegtDatHetErStaat(t *testing.T) {
	s := nieuweSchijf(t)
	schrijf(t, s, "klacht.yaml", "oud\n")
	l := &lastigeSchijf{onder: s}
	l.voor = func(wat string) {
		if wat == "syncMap ." {
			t.Error("er werd nog eens vastgelegd")
		}
		if wat == "wissel klacht.yaml" {
			l.faal, l.fout = l.stap+2, syscall.EIO // after reading what was displaced
		}
	}
	err := werkBij(l, "klacht.yaml", grens, bijregel("nieuw"))
	wil := "klacht.yaml is opgeslagen, maar een stroomstoring kan dat nog ongedaan maken: syncMap . gaat mis: de schijf geeft een storing"
	if err == nil || err.Error() != wil || !overleeft(err) {
		t.Errorf("%v, wil %s", err, wil)
	}
	if got := inhoudVan(t, s, "klacht.yaml"); got != "oud\nnieuw\n" {
		t.Errorf("staat er: %q", got)
	}
}

// A foreign program saves at every possible moment of an update. Its edit and
// ours must both be there in the end; without exchange of names, the one
// instant between the last look and the rename excepted.
func TestVreemdeWijzigingWordtSamengevoegd(t *testing.T) {
	for _, kaal := range []bool{false, true} {
		for n := 1; ; n++ {
			gedaan, gemist := false, false
			t.Run(fmt.Sprintf("zonder wissel=%v bij stap %d", kaal, n), func(t *testing.T) {
				echt := nieuweSchijf(t)
				l := &lastigeSchijf{onder: echt}
				if kaal {
					l.onder = kaleSchijf{echt}
				}
				schrijf(t, echt, "klacht.yaml", "begin\n")
				vreemd := filepath.Join(echt.root.Name(), "klacht.yaml")
				l.voor = func(wat string) {
					if l.stap != n {
						return
					}
					gedaan = true
					heden, err := os.ReadFile(vreemd)
					if err != nil {
						t.Fatal(err)
					}
					gemist = kaal && (wat == "hernoem klacht.yaml" || wat == "wissel klacht.yaml")
					zetNeer(t, vreemd+"~", string(heden)+"vreemd\n") // as most editors save
					if err := os.Rename(vreemd+"~", vreemd); err != nil {
						t.Fatal(err)
					}
				}
				if err := werkBij(l, "klacht.yaml", grens, bijregel("eigen")); err != nil {
					t.Fatal(err)
				}
				regels := strings.Fields(inhoudVan(t, echt, "klacht.yaml"))
				slices.Sort(regels)
				wil := []string{"begin", "eigen", "vreemd"}
				if !gedaan || gemist {
					wil = []string{"begin", "eigen"}
				}
				if d := cmp.Diff(wil, regels); d != "" {
					t.Error(d)
				}
				if d := cmp.Diff([]string{}, achtergelaten(t, echt, ".")); d != "" {
					t.Error(d)
				}
			})
			if !gedaan {
				break
			}
		}
	}
}

// The foreign edit comes between the last look and the exchange, and at every
// step after it the disk fails or the computer goes down. The edit must still
// be somewhere.
func TestVerdrongenWijzigingRaaktNooitWeg(t *testing.T) {
	for _, fout := range []error{nil, syscall.EIO} {
		for n := 1; ; n++ {
			geraakt := false
			t.Run(fmt.Sprintf("%v bij stap %d na de wissel", fout, n), func(t *testing.T) {
				echt := nieuweSchijf(t)
				schrijf(t, echt, "klacht.yaml", "oud")
				l := &lastigeSchijf{onder: echt}
				l.voor = func(wat string) {
					if wat == "wissel klacht.yaml" && l.faal == 0 {
						zetNeer(t, filepath.Join(echt.root.Name(), "klacht.yaml"), "vreemd")
						l.faal, l.fout = l.stap+n, fout
					}
				}
				err := vervang(l, "klacht.yaml", grens, []byte("oud"), []byte("nieuw"))
				geraakt = l.geraakt()
				if err == nil {
					t.Error("het lukte, terwijl er een vreemde wijziging was")
				}
				var verdrongen *verdrongenFout
				switch {
				case errors.As(err, &verdrongen):
					inhoudVan(t, echt, verdrongen.Bewaard)
				case l.fout != nil:
					if got := inhoudVan(t, echt, "klacht.yaml"); got != "vreemd" {
						t.Errorf("na %v staat er %q", err, got)
					}
				}
				ergens := false
				for _, naam := range namenIn(t, echt, ".") {
					ergens = ergens || inhoudVan(t, echt, naam) == "vreemd"
				}
				if !ergens {
					t.Error("de vreemde wijziging is weg")
				}
			})
			if !geraakt {
				break
			}
		}
	}
}

// Two foreign edits: one just before the exchange, one just before it is
// exchanged back. The second was made over the first, so it is what stands.
func TestTweeVreemdeWijzigingenNaElkaar(t *testing.T) {
	s := nieuweSchijf(t)
	schrijf(t, s, "klacht.yaml", "begin\n")
	pad := filepath.Join(s.root.Name(), "klacht.yaml")
	wissels := 0
	l := &lastigeSchijf{onder: s, voor: func(wat string) {
		if wat != "wissel klacht.yaml" {
			return
		}
		switch wissels++; wissels {
		case 1:
			zetNeer(t, pad, "begin\nvreemd 1\n")
		case 2:
			zetNeer(t, pad+"~", "begin\nvreemd 1\nvreemd 2\n")
			if err := os.Rename(pad+"~", pad); err != nil {
				t.Fatal(err)
			}
		}
	}}
	if err := werkBij(l, "klacht.yaml", grens, bijregel("eigen")); err != nil {
		t.Fatal(err)
	}
	if got := inhoudVan(t, s, "klacht.yaml"); got != "begin\nvreemd 1\nvreemd 2\neigen\n" {
		t.Errorf("staat er: %q", got)
	}
}

func TestWerkBij(t *testing.T) {
	s := nieuweSchijf(t)
	var gezien []string
	stap := func(nieuw string, fout error) func([]byte) ([]byte, error) {
		return func(oud []byte) ([]byte, error) {
			gezien = append(gezien, fmt.Sprintf("%v %s", oud == nil, oud))
			if nieuw == "" {
				return nil, fout
			}
			return []byte(nieuw), fout
		}
	}
	stuk := errors.New("dit mag niet")
	moet(t, "maken", werkBij(s, "a", grens, stap("een", nil)), nil)
	moet(t, "weigeren", werkBij(s, "a", grens, stap("twee", stuk)), stuk)
	moet(t, "niets doen", werkBij(s, "a", grens, stap("", nil)), nil)
	eerst, err := s.lstat("a")
	if err != nil {
		t.Fatal(err)
	}
	moet(t, "niets veranderen", werkBij(s, "a", grens, stap("een", nil)), nil)
	if daarna, err := s.lstat("a"); err != nil || !os.SameFile(eerst, daarna) {
		t.Errorf("het bestand is vervangen: %v", err)
	}
	moet(t, "een map die er niet is", werkBij(s, "niets/a", grens, stap("x", nil)), fs.ErrNotExist)
	moet(t, "te groot", werkBij(s, "a", 2, stap("x", nil)), errTeGroot)
	wil := []string{"true ", "false een", "false een", "false een", "true "}
	if d := cmp.Diff(wil, gezien); d != "" {
		t.Error(d)
	}
}

// What pas does to the bytes it gets must not count as what was expected.
func TestWerkBijVertrouwtOpGeenEnkeleByteVanPas(t *testing.T) {
	s := nieuweSchijf(t)
	schrijf(t, s, "a", "abc")
	err := werkBij(s, "a", grens, func(oud []byte) ([]byte, error) { return bytes.ToUpper(append(oud[:0], 'x')), nil })
	if got := inhoudVan(t, s, "a"); err != nil || got != "X" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWerkBijGeeftHetOpBijEenProgrammaDatBlijftSchrijven(t *testing.T) {
	s := nieuweSchijf(t)
	schrijf(t, s, "a", "begin")
	keer := 0
	l := &lastigeSchijf{onder: s, voor: func(wat string) {
		if strings.HasPrefix(wat, "schrijfNieuw") {
			keer++
			zetNeer(t, filepath.Join(s.root.Name(), "a"), fmt.Sprint("vreemd ", keer))
		}
	}}
	err := werkBij(l, "a", grens, bijregel("eigen"))
	var gewijzigd *gewijzigdFout
	if !errors.As(err, &gewijzigd) || string(gewijzigd.Inhoud) != fmt.Sprint("vreemd ", keer) {
		t.Errorf("%v", err)
	}
	if got := inhoudVan(t, s, "a"); got != fmt.Sprint("vreemd ", keer) {
		t.Errorf("staat er: %q", got)
	}
}

func TestWerkBijZietDatHetBestandIntussenWegIsOfErIs(t *testing.T) {
	weg := errors.New("het dossier is weg")
	s := nieuweSchijf(t)
	schrijf(t, s, "a", "begin")
	l := &lastigeSchijf{onder: s}
	l.voor = func(wat string) {
		if wat == "wissel a" {
			if err := os.Remove(filepath.Join(s.root.Name(), "a")); err != nil {
				t.Fatal(err)
			}
		}
		if wat == "hernoemNieuw b" && l.stap < 100 {
			l.stap = 100
			zetNeer(t, filepath.Join(s.root.Name(), "b"), "vreemd\n")
		}
	}
	moet(t, "weg", werkBij(l, "a", grens, func(oud []byte) ([]byte, error) {
		if oud == nil {
			return nil, weg
		}
		return []byte("nieuw"), nil
	}), weg)
	moet(t, "er", werkBij(l, "b", grens, bijregel("eigen")), nil)
	if got := inhoudVan(t, s, "b"); got != "vreemd\neigen\n" {
		t.Errorf("staat er: %q", got)
	}
	if d := cmp.Diff([]string{"b"}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
}
