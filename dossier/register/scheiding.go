package register

import (
	"bytes"
	"strings"

	"klacht/dossier"
)

// proefstuk is how much of a register is looked at to find what stands between
// its values.
const proefstuk = 1 << 18

func scheidingsnaam(sep byte) string {
	for naam, b := range dossier.Scheidingen() {
		if b == sep {
			return naam
		}
	}
	return ""
}

// scheidingsregel reads a first line such as "sep=;", which Excel writes and
// hides, and gives how many bytes it takes; 0 when there is none.
func scheidingsregel(p []byte) (sep byte, n int) {
	i := bytes.IndexAny(p, "\r\n")
	if i < 0 {
		return 0, 0
	}
	regel := strings.ToLower(strings.Trim(string(p[:i]), `" `))
	if rest, ok := strings.CutPrefix(regel, "sep="); ok && len(rest) == 1 && scheidingsnaam(rest[0]) != "" {
		return rest[0], regelOp(p, i)
	}
	return 0, 0
}

// raadScheiding finds what stands between values: what gives the most rows as
// many of them as the first rows have, and more than one.
func raadScheiding(p []byte, einde bool) byte {
	beste, hoogst := byte(';'), 0
	for _, sep := range []byte{';', ',', '\t', '|'} {
		if n := eensgezind(p, sep, einde); n > hoogst {
			beste, hoogst = sep, n
		}
	}
	return beste
}

// eensgezind says how well rows agree on how many values they have: how many
// rows have the commonest count, weighed by that count a little.
func eensgezind(p []byte, sep byte, einde bool) int {
	const genoeg = 200
	keer := map[int]int{}
	for rij := 0; rij < genoeg && len(p) > 0; rij++ {
		s := snijRij(p, sep, einde)
		if !s.klaar {
			break
		}
		if s.waarden > 1 {
			keer[s.waarden]++
		}
		p = p[s.bytes:]
	}
	meest := 0
	for waarden, n := range keer {
		meest = max(meest, n*100+min(waarden, 99))
	}
	return meest
}
