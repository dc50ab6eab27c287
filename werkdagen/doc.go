// Package werkdagen is the pure calendar of the procedure: civil dates, Dutch
// holidays, terms and the calculation of deadlines with its explanation.
//
// It has no I/O and no clock. time.Time occurs at its edges only: in
// amsterdam.go, where a moment becomes a day, and in feestdagen.go, where the
// holidays of github.com/rickar/cal are read.
//
// Sources: Algemene termijnenwet (BWBR0002448) art. 1 (extension to the next
// ordinary day), art. 2 (at least two ordinary days), art. 3 (the holidays and
// the days designated by royal decree) and art. 4 (terms it leaves alone).
package werkdagen
