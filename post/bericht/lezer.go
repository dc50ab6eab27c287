package bericht

import "fmt"

// lezer carries what is gathered while one message is read.
type lezer struct {
	delen    int // parts met so far, see maxDelen
	stukken  []string
	lengte   int // bytes in stukken
	bijlagen []Bijlage
	reserve  string // the text of an unpacked winmail.dat
	ingepakt int    // depth of TNEF being read, see maxIngepakt

	waarschuwingen []string
	gewaarschuwd   map[string]bool
}

// waarschuw notes, once, what was broken and how it was read.
func (l *lezer) waarschuw(zin string, waarden ...any) {
	zin = fmt.Sprintf(zin, waarden...)
	if l.gewaarschuwd[zin] || len(l.waarschuwingen) > maxWaarschuwingen {
		return
	}
	if len(l.waarschuwingen) == maxWaarschuwingen {
		zin = "er is meer mis met dit bericht dan hier genoemd is"
	}
	if l.gewaarschuwd == nil {
		l.gewaarschuwd = map[string]bool{}
	}
	l.gewaarschuwd[zin] = true
	l.waarschuwingen = append(l.waarschuwingen, zin)
}
