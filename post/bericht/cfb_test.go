package bericht

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/richardlehane/mscfb"
)

// stromen lists every stream of a storage by its path.
func stromen(o *opslag) map[string]string {
	uit := map[string]string{}
	var loop func(o *opslag, pad string)
	loop = func(o *opslag, pad string) {
		for _, k := range o.kinderen {
			if k.stroom {
				uit[pad+k.naam] = string(k.lees())
			} else {
				loop(k, pad+k.naam+"/")
			}
		}
	}
	loop(o, "")
	return uit
}

// stromenVolgensMscfb does the same with an independent library.
func stromenVolgensMscfb(t *testing.T, b []byte) map[string]string {
	t.Helper()
	r, err := mscfb.New(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	uit := map[string]string{}
	for _, f := range r.File[1:] {
		if f.FileInfo().IsDir() {
			continue
		}
		inhoud, err := io.ReadAll(f)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		uit[strings.Join(append(f.Path[:len(f.Path):len(f.Path)], f.Name), "/")] = string(inhoud)
	}
	return uit
}

// proefopslag has streams on both sides of every limit: of the mini stream, of sectors, of the table in the header.
func proefopslag(groot int) *opslag {
	wortel := &opslag{naam: "Root Entry"}
	for _, n := range []int{0, 1, 63, 64, 65, 4095, 4096, 4097, groot} {
		wortel.kinderen = append(wortel.kinderen, &opslag{naam: fmt.Sprintf("stroom %d", n), stroom: true, inhoud: bytes.Repeat([]byte{byte(n), 7}, n/2+1)[:n]})
	}
	diep := wortel
	for i := range 40 {
		k := &opslag{naam: fmt.Sprintf("map %d", i)}
		k.kinderen = append(k.kinderen, &opslag{naam: "inhoud", stroom: true, inhoud: []byte(k.naam)})
		diep.kinderen = append(diep.kinderen, k)
		diep = k
	}
	return wortel
}

func TestSchrijfCFB(t *testing.T) {
	for _, groot := range []int{5000, 1 << 20, 8 << 20} { // the last needs more of the table than the header lists
		wortel := proefopslag(groot)
		b := schrijfCFB(wortel)
		want := stromen(wortel)
		l := &lezer{}
		zelf, err := l.openCFB(b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, stromen(zelf)); diff != "" || len(l.waarschuwingen) > 0 {
			t.Errorf("%d: read back: %.500s %q", groot, diff, l.waarschuwingen)
		}
		if diff := cmp.Diff(want, stromenVolgensMscfb(t, b)); diff != "" {
			t.Errorf("%d: read by mscfb: %.500s", groot, diff)
		}
		if len(b)%512 != 0 || string(b[80*0:8]) != cfbBegin {
			t.Errorf("%d: %d bytes", groot, len(b))
		}
	}
}

// Sectors need not lie in order, and those of version 4 are 4096 bytes.
func TestCFBVerspreid(t *testing.T) {
	b := schrijfCFB(&opslag{naam: "Root Entry", kinderen: []*opslag{
		{naam: "a", stroom: true, inhoud: bytes.Repeat([]byte("een"), 3000)},
	}})
	// Exchange the second and third sector of the stream: the directory takes sector 0, the stream 1 to 18, the table 19.
	le := binary.LittleEndian
	sector := func(n int) []byte { return b[512*(n+1):][:512] }
	fat := sector(19)
	kopie := bytes.Clone(sector(2))
	copy(sector(2), sector(3))
	copy(sector(3), kopie)
	le.PutUint32(fat[4*1:], 3)
	le.PutUint32(fat[4*3:], 2)
	le.PutUint32(fat[4*2:], 4)
	l := &lezer{}
	wortel, err := l.openCFB(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := wortel.kind("A").lees(); string(got) != strings.Repeat("een", 3000) || len(l.waarschuwingen) > 0 {
		t.Errorf("%d bytes; %q", len(got), l.waarschuwingen)
	}
	// A chain that runs in a circle ends where the stream does.
	le.PutUint32(fat[4*2:], 1)
	if wortel, err = l.openCFB(b); err != nil {
		t.Fatal(err)
	}
	if got := wortel.kind("a").lees(); len(got) != 9000 {
		t.Errorf("%d bytes", len(got))
	}
}

func TestCFBVersie4(t *testing.T) {
	le := binary.LittleEndian
	const sector = 4096
	b := make([]byte, sector*4) // header, table, directory, stream
	copy(b, cfbBegin)
	le.PutUint16(b[26:], 4)
	le.PutUint16(b[30:], 12)
	le.PutUint32(b[44:], 1)
	le.PutUint32(b[48:], 1)
	le.PutUint32(b[60:], sectorEinde)
	le.PutUint32(b[68:], sectorEinde)
	schrijfTabel(b[76:512], []uint32{0})
	schrijfTabel(b[sector:2*sector], []uint32{sectorFAT, sectorEinde, sectorEinde})
	index := b[2*sector:]
	item := func(i int, naam string, soort byte, kind uint32) []byte {
		e := index[i*cfbItem:]
		for j, c := range []byte(naam) {
			e[2*j] = c
		}
		le.PutUint16(e[64:], uint16(2*len(naam)+2))
		e[66] = soort
		for _, p := range []int{68, 72} {
			le.PutUint32(e[p:], geenItem)
		}
		le.PutUint32(e[76:], kind)
		return e
	}
	le.PutUint32(item(0, "Root Entry", 5, 1)[116:], sectorEinde)
	e := item(1, "a", 2, geenItem)
	le.PutUint32(e[116:], 2)
	le.PutUint64(e[120:], 4096)
	copy(b[3*sector:], bytes.Repeat([]byte("x"), 4096))
	l := &lezer{}
	wortel, err := l.openCFB(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := wortel.kind("a").lees(); string(got) != strings.Repeat("x", 4096) || len(l.waarschuwingen) > 0 {
		t.Errorf("%q %q", got, l.waarschuwingen)
	}
	le.PutUint64(e[120:], 1<<40)
	if wortel, err = l.openCFB(b); err != nil {
		t.Fatal(err)
	}
	if got := wortel.kind("a").lees(); len(got) != 4096 || len(l.waarschuwingen) != 1 {
		t.Errorf("%d bytes of a terabyte, warnings %q", len(got), l.waarschuwingen)
	}
}

// A directory in which entries point at one another is read once.
func TestCFBBoomInEenKring(t *testing.T) {
	b := schrijfCFB(&opslag{naam: "Root Entry", kinderen: []*opslag{
		{naam: "a", stroom: true}, {naam: "bb", kinderen: []*opslag{{naam: "c", stroom: true}}}, {naam: "ddd", stroom: true},
	}})
	index := b[512:]
	for i := range 5 {
		for _, plek := range []int{68, 72, 76} {
			binary.LittleEndian.PutUint32(index[i*cfbItem+plek:], uint32((i+plek)%5))
		}
	}
	l := &lezer{}
	wortel, err := l.openCFB(b)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(stromen(wortel)); n > 3 || len(l.waarschuwingen) != 1 {
		t.Errorf("%d streams; %q", n, l.waarschuwingen)
	}
}

// nepMsg is a compound file of n storages, each in the one before: 10,000 of them are 5,000 messages in one another.
func nepMsg(n int) []byte {
	wortel := &opslag{naam: "Root Entry", kinderen: []*opslag{{naam: msgEigenschappen, stroom: true, inhoud: make([]byte, msgKopWortel)}}}
	diep := wortel
	for i := range n {
		k := &opslag{naam: msgStroom + "3701000D", kinderen: []*opslag{{naam: msgEigenschappen, stroom: true, inhoud: make([]byte, msgKopGenest)}}}
		if i%2 == 0 {
			k.naam = msgBijlage + "#00000000"
		}
		diep.kinderen = append(diep.kinderen, k)
		diep = k
	}
	return schrijfCFB(wortel)
}

// TestCFBTienduizendInElkaar: a path kept for each of them would take gigabytes.
func TestCFBTienduizendInElkaar(t *testing.T) {
	m := lees(t, string(nepMsg(20_000)))
	if len(m.Bijlagen) != 1 || m.Bijlagen[0].Soort != SoortBericht {
		t.Fatalf("%d attachments", len(m.Bijlagen))
	}
	if _, err := Lees(m.Bijlagen[0].Inhoud); err != nil {
		t.Error(err)
	}
}

// Fifty thousand streams that all say to be the same large piece of the file.
func TestCFBStromenDelenSectoren(t *testing.T) {
	wortel := &opslag{naam: "Root Entry", kinderen: []*opslag{{naam: msgEigenschappen, stroom: true, inhoud: make([]byte, msgKopWortel)}}}
	groot := &opslag{naam: "groot", stroom: true, inhoud: make([]byte, 4<<20)}
	wortel.kinderen = append(wortel.kinderen, groot)
	for i := range 1900 {
		wortel.kinderen = append(wortel.kinderen, &opslag{naam: fmt.Sprintf("%s#%08X", msgBijlage, i), kinderen: []*opslag{
			{naam: msgStroom + "37010102", stroom: true, inhoud: []byte("x")},
		}})
	}
	b := schrijfCFB(wortel)
	// The index begins in sector 0, in the order of the tree: streams of one byte become the large one.
	le := binary.LittleEndian
	index := b[512:]
	begin := uint32(0)
	for i := range 4000 {
		if e := index[i*cfbItem:]; e[66] == 2 && le.Uint32(e[120:]) == 4<<20 {
			begin = le.Uint32(e[116:])
		}
	}
	for i := range 4000 {
		if e := index[i*cfbItem:]; e[66] == 2 && le.Uint32(e[120:]) == 1 {
			le.PutUint32(e[116:], begin)
			le.PutUint32(e[120:], 4<<20)
		}
	}
	m := lees(t, string(b))
	if len(m.Bijlagen) < 2 || len(m.Waarschuwingen) == 0 {
		t.Errorf("%d attachments, warnings %q", len(m.Bijlagen), m.Waarschuwingen)
	}
}
