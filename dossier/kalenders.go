package dossier

import (
	"fmt"
	"sync"

	"klacht/werkdagen"
)

// kalenders keeps the calendars already made: most dossiers were promised the
// same one.
type kalenders struct {
	mu      sync.Mutex
	gemaakt map[string]*werkdagen.Kalender
}

// voor gives the calendar with options o.
func (ks *kalenders) voor(o werkdagen.Opties) (*werkdagen.Kalender, error) {
	sleutel := fmt.Sprint(o)
	ks.mu.Lock()
	defer ks.mu.Unlock()
	if k, ok := ks.gemaakt[sleutel]; ok {
		return k, nil
	}
	k, err := werkdagen.NieuweKalender(o)
	if err != nil {
		return nil, err
	}
	if ks.gemaakt == nil {
		ks.gemaakt = map[string]*werkdagen.Kalender{}
	}
	ks.gemaakt[sleutel] = k
	return k, nil
}
