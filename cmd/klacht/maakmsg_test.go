package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// maakMsg writes a small Outlook message: `maak-msg klacht.msg onderwerp='…' naam='…' adres=… tekst='…' id=… ontvangen=2026-11-20T16:40:00+01:00
// bijlage=bon.txt:inhoud`. What is left out, the message doesn't have.
func maakMsg(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: maak-msg bestand [veld=waarde...]")
	}
	le := binary.LittleEndian
	nummers := map[string]uint16{"onderwerp": 0x0037, "naam": 0x0C1A, "adres": 0x0C1F, "tekst": 0x1000, "id": 0x1035}
	bericht := &msgMap{tabel: make([]byte, 32)}
	for _, arg := range args[1:] {
		veld, waarde, _ := strings.Cut(arg, "=")
		switch veld {
		case "ontvangen":
			t, err := time.Parse(time.RFC3339, waarde)
			ts.Check(err)
			item := le.AppendUint32(le.AppendUint32(nil, 0x0E060040), 6)
			bericht.tabel = append(bericht.tabel, le.AppendUint64(item, uint64(t.Unix()+11_644_473_600)*10_000_000)...)
		case "bijlage":
			naam, inhoud, _ := strings.Cut(waarde, ":")
			b := &msgMap{tabel: make([]byte, 8)}
			b.zet("3707001F", alsUTF16(naam))
			b.zet("37010102", []byte(inhoud))
			b.tabel = append(b.tabel, le.AppendUint64(le.AppendUint32(le.AppendUint32(nil, 0x37050003), 6), 1)...)
			bericht.mappen = append(bericht.mappen, b)
		default:
			nummer, ok := nummers[veld]
			if !ok {
				ts.Fatalf("maak-msg: no field %q", veld)
			}
			bericht.zet(fmt.Sprintf("%04X001F", nummer), alsUTF16(waarde))
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), schrijfMsg(bericht), 0o600))
}

func alsUTF16(s string) (b []byte) {
	for _, c := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return b
}

// msgMap is a storage: properties of a fixed size in tabel, the others in streams.
type msgMap struct {
	tabel   []byte
	stromen []msgStroom
	mappen  []*msgMap
}

type msgStroom struct {
	naam   string
	inhoud []byte
}

func (m *msgMap) zet(nummer string, b []byte) {
	m.stromen = append(m.stromen, msgStroom{"__substg1.0_" + nummer, b})
}

// schrijfMsg writes a compound file in its simplest shape: every stream, under 4096 bytes, in the mini stream; siblings in
// a chain to the right.
func schrijfMsg(wortel *msgMap) []byte {
	const einde, geen = 0xFFFFFFFE, 0xFFFFFFFF
	le := binary.LittleEndian
	var index, mini []byte
	var minfat []uint32
	item := func(naam string, soort byte, begin, lengte uint32) int {
		plek := len(index)
		e := make([]byte, 128)
		copy(e, alsUTF16(naam))
		le.PutUint16(e[64:], uint16(2*len(naam)+2))
		e[66], e[67] = soort, 1
		for _, p := range []int{68, 72, 76} {
			le.PutUint32(e[p:], geen)
		}
		le.PutUint32(e[116:], begin)
		le.PutUint32(e[120:], lengte)
		index = append(index, e...)
		return plek
	}
	stroom := func(naam string, b []byte) int {
		begin := uint32(len(minfat))
		for i := 0; i < len(b); i += 64 {
			mini = append(mini, append(b[i:min(i+64, len(b)):min(i+64, len(b))], make([]byte, 64-min(64, len(b)-i))...)...)
			minfat = append(minfat, uint32(len(minfat))+1)
		}
		if len(b) > 0 {
			minfat[len(minfat)-1] = einde
		}
		return item(naam, 2, begin, uint32(len(b)))
	}
	var vul func(m *msgMap, plek int)
	vul = func(m *msgMap, plek int) {
		vorige, waar := plek, 76 // first the child of the storage, then the right sibling of the one before
		hang := func(kind int) {
			le.PutUint32(index[vorige+waar:], uint32(kind/128))
			vorige, waar = kind, 72
		}
		hang(stroom("__properties_version1.0", m.tabel))
		for _, s := range m.stromen {
			hang(stroom(s.naam, s.inhoud))
		}
		for i, k := range m.mappen {
			kind := item("__attach_version1.0_#0000000"+string(rune('0'+i)), 1, 0, 0)
			hang(kind)
			vul(k, kind)
		}
	}
	item("Root Entry", 5, 0, 0)
	vul(wortel, 0)

	var fat []uint32
	var inhoud []byte
	leg := func(b []byte) (begin uint32) {
		begin = uint32(len(fat))
		for range (len(b) + 511) / 512 {
			fat = append(fat, uint32(len(fat))+1)
		}
		fat[len(fat)-1] = einde
		inhoud = append(append(inhoud, b...), make([]byte, 512*len(fat)-len(inhoud)-len(b))...)
		return begin
	}
	tabel := func(getallen []uint32) (b []byte) {
		for i := range (len(getallen) + 127) / 128 * 128 {
			n := uint32(geen)
			if i < len(getallen) {
				n = getallen[i]
			}
			b = le.AppendUint32(b, n)
		}
		return b
	}
	miniBegin := leg(mini)
	le.PutUint32(index[116:], miniBegin)
	le.PutUint32(index[120:], uint32(len(mini)))
	minfatBegin := leg(tabel(minfat))
	indexBegin := leg(index)
	fat = append(fat, 0xFFFFFFFD)

	kop := make([]byte, 76)
	copy(kop, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for plek, n := range map[int]uint32{24: 3<<16 | 0x3E, 28: 9<<16 | 0xFFFE, 32: 6, 44: 1, 48: indexBegin, 56: 4096, 60: minfatBegin, 64: 1, 68: einde} {
		le.PutUint32(kop[plek:], n)
	}
	difat := []uint32{uint32(len(fat) - 1)}
	for len(difat) < 109 {
		difat = append(difat, geen)
	}
	for _, n := range difat {
		kop = le.AppendUint32(kop, n)
	}
	return append(append(kop, inhoud...), tabel(fat)...)
}
