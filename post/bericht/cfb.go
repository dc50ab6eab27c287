package bericht

import (
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
)

// A compound file ([MS-CFB]) is a small file system in a file: storages hold streams and other storages. A stream is a
// chain of sectors in the file allocation table; one under 4096 bytes, a chain of 64 bytes each within the mini stream.

const (
	cfbBegin     = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	cfbKop       = 512 // bytes of the header
	cfbItem      = 128 // bytes of one directory entry
	cfbMini      = 64
	cfbMiniGrens = 4096 // a stream shorter than this is in the mini stream

	sectorFAT   = 0xFFFFFFFD
	sectorEinde = 0xFFFFFFFE
	sectorVrij  = 0xFFFFFFFF
	geenItem    = 0xFFFFFFFF
)

// opslag is a storage with what it holds, or a stream.
type opslag struct {
	naam     string
	stroom   bool
	kinderen []*opslag // of a storage, in the order of the file's directory tree

	inhoud []byte // of a stream, when known
	f      *cfb   // else where it is to be read from
	begin  uint32
	lengte int64
}

// kind returns the member of that name, nil when there is none. Names of storages are compared without regard to case.
func (o *opslag) kind(naam string) *opslag {
	for _, k := range o.kinderen {
		if strings.EqualFold(k.naam, naam) {
			return k
		}
	}
	return nil
}

// lees returns what a stream holds; of a broken one, what could be read. It may share memory with the file.
func (o *opslag) lees() []byte {
	if o.inhoud == nil && o.f != nil {
		o.inhoud = o.f.stroom(o)
		o.f, o.lengte = nil, int64(len(o.inhoud))
	}
	return o.inhoud
}

// cfb is an opened compound file.
type cfb struct {
	l      *lezer
	b      []byte
	sector int      // bytes of a sector
	fat    []uint32 // the sectors that hold the allocation table
	mini   []byte   // the mini stream
	minfat []byte   // its allocation table
	over   int      // bytes that may still be read: streams that share sectors can't multiply the file
}

var errGeenCFB = errors.New("het Outlook-bericht (.msg) is beschadigd of afgekapt")

// openCFB reads the directory of a compound file. Streams are read when they are asked for.
func (l *lezer) openCFB(b []byte) (*opslag, error) {
	if len(b) < cfbKop {
		return nil, errGeenCFB
	}
	f := &cfb{l: l, b: b, over: 4*len(b) + 1<<16}
	switch shift := binary.LittleEndian.Uint16(b[30:]); shift {
	case 9, 12: // [MS-CFB] 2.2: version 3 and 4
		f.sector = 1 << shift
	default:
		return nil, errGeenCFB
	}
	f.leesFAT()
	index := f.keten(binary.LittleEndian.Uint32(b[48:]), maxOpslag*cfbItem)
	if len(index) < cfbItem {
		return nil, errGeenCFB
	}
	if len(index) == maxOpslag*cfbItem {
		l.waarschuw("het bestand bevat meer dan %d onderdelen; de rest ervan is niet gelezen", maxOpslag)
	}
	wortel := f.leesItem(index[:cfbItem], false)
	wortel.stroom = false
	f.mini = f.keten(wortel.begin, int(min(wortel.lengte, int64(len(b)))))
	f.minfat = f.keten(binary.LittleEndian.Uint32(b[60:]), len(b))
	f.leesBoom(wortel, index)
	return wortel, nil
}

// leesFAT lists the sectors of the allocation table: 109 in the header, the rest in a chain of sectors of its own, the
// last number in each being that of the next ([MS-CFB] 2.5).
func (f *cfb) leesFAT() {
	le := binary.LittleEndian
	for i := 76; i < cfbKop; i += 4 {
		f.fat = append(f.fat, le.Uint32(f.b[i:]))
	}
	volgende := le.Uint32(f.b[68:])
	for n := 0; n <= len(f.b)/f.sector/(f.sector/4-1)+1; n++ { // no more than the file has sectors to list
		s := f.sectorBytes(volgende)
		if len(s) < f.sector {
			return
		}
		for i := 0; i < f.sector-4; i += 4 {
			f.fat = append(f.fat, le.Uint32(s[i:]))
		}
		volgende = le.Uint32(s[f.sector-4:])
	}
}

// sectorBytes returns the sector of that number, cut off where the file ends, nil beyond it.
func (f *cfb) sectorBytes(n uint32) []byte {
	begin := (int64(n) + 1) * int64(f.sector)
	if n >= sectorFAT-1 || begin >= int64(len(f.b)) {
		return nil
	}
	return f.b[begin:min(begin+int64(f.sector), int64(len(f.b)))]
}

// na returns the number of the sector behind n in its chain.
func (f *cfb) na(n uint32) uint32 {
	perSector := uint32(f.sector / 4)
	if int(n/perSector) >= len(f.fat) {
		return sectorEinde
	}
	s := f.sectorBytes(f.fat[n/perSector])
	if i := int(n%perSector) * 4; i+4 <= len(s) {
		return binary.LittleEndian.Uint32(s[i:])
	}
	return sectorEinde
}

// keten returns what the chain of sectors from begin holds, at most lengte bytes. A chain whose sectors lie behind one
// another, as they mostly do, is not copied.
func (f *cfb) keten(begin uint32, lengte int) []byte {
	if lengte = min(lengte, f.over); lengte <= 0 || f.sectorBytes(begin) == nil {
		return nil
	}
	n, aantal := begin, len(f.sectorBytes(begin))
	for aantal < lengte && f.na(n) == n+1 && f.sectorBytes(n+1) != nil {
		n++
		aantal += len(f.sectorBytes(n))
	}
	f.over -= min(aantal, lengte)
	if aantal >= lengte || f.na(n) == sectorEinde {
		return f.b[(int64(begin)+1)*int64(f.sector):][:min(aantal, lengte)]
	}
	uit := make([]byte, 0, lengte)
	for n = begin; len(uit) < lengte && f.over > 0; n = f.na(n) {
		s := f.sectorBytes(n)
		if len(s) == 0 {
			break
		}
		s = s[:min(len(s), lengte-len(uit))]
		f.over -= len(s)
		uit = append(uit, s...)
	}
	return uit
}

// miniketen does the same within the mini stream.
func (f *cfb) miniketen(begin uint32, lengte int) []byte {
	uit := make([]byte, 0, lengte)
	for n := begin; len(uit) < lengte && f.over > 0; {
		van := int64(n) * cfbMini
		if van >= int64(len(f.mini)) {
			break
		}
		s := f.mini[van:min(van+cfbMini, int64(len(f.mini)))]
		s = s[:min(len(s), lengte-len(uit))]
		f.over -= cfbMini
		uit = append(uit, s...)
		if int64(n)*4+4 > int64(len(f.minfat)) {
			break
		}
		n = binary.LittleEndian.Uint32(f.minfat[n*4:])
	}
	return uit
}

// stroom reads a stream, as far as it is there.
func (f *cfb) stroom(o *opslag) []byte {
	lengte := int(min(o.lengte, int64(len(f.b))))
	var b []byte
	if o.lengte < cfbMiniGrens {
		b = f.miniketen(o.begin, lengte)
	} else {
		b = f.keten(o.begin, lengte)
	}
	if int64(len(b)) < o.lengte {
		f.l.waarschuw("het bestand is beschadigd; een stuk van een onderdeel ontbreekt")
	}
	return b
}

// leesItem reads one directory entry ([MS-CFB] 2.6.1); groot tells that its length has 8 bytes.
func (f *cfb) leesItem(b []byte, groot bool) *opslag {
	le := binary.LittleEndian
	tekens := min(int(le.Uint16(b[64:]))/2, 32) - 1 // the closing NUL counts
	var naam []uint16
	for i := range max(tekens, 0) {
		naam = append(naam, le.Uint16(b[2*i:]))
	}
	o := &opslag{naam: string(utf16.Decode(naam)), f: f, stroom: b[66] == 2, begin: le.Uint32(b[116:])}
	o.lengte = int64(le.Uint32(b[120:]))
	if groot && le.Uint32(b[124:]) != 0 {
		o.lengte = int64(len(f.b)) + 1 // longer than the file: broken
	}
	return o
}

// leesBoom hangs the entries in the tree where they belong. Every entry has at most two siblings and, if it is a
// storage, a child; no entry is taken twice.
func (f *cfb) leesBoom(wortel *opslag, index []byte) {
	type plek struct {
		ouder *opslag
		item  uint32
		hier  bool // its siblings to the left were handled
	}
	le := binary.LittleEndian
	gezien := make([]bool, len(index)/cfbItem)
	gezien[0] = true
	stapel := []plek{{ouder: wortel, item: le.Uint32(index[76:])}}
	for len(stapel) > 0 {
		p := stapel[len(stapel)-1]
		stapel = stapel[:len(stapel)-1]
		if p.item == geenItem || int64(p.item) >= int64(len(gezien)) {
			continue
		}
		b := index[p.item*cfbItem:][:cfbItem]
		if !p.hier {
			if gezien[p.item] {
				f.l.waarschuw("het bestand is beschadigd; een onderdeel ervan komt op twee plaatsen voor")
				continue
			}
			gezien[p.item] = true
			stapel = append(stapel, plek{p.ouder, p.item, true}, plek{ouder: p.ouder, item: le.Uint32(b[68:])})
			continue
		}
		stapel = append(stapel, plek{ouder: p.ouder, item: le.Uint32(b[72:])})
		if b[66] != 1 && b[66] != 2 { // neither a storage nor a stream: unused
			continue
		}
		o := f.leesItem(b, f.sector == 1<<12)
		p.ouder.kinderen = append(p.ouder.kinderen, o)
		if !o.stroom {
			stapel = append(stapel, plek{ouder: o, item: le.Uint32(b[76:])})
		}
	}
}
