package rapport

import (
	"slices"

	"klacht/dossier"
)

// maatregelenTeLaat signals the measures that are past their target date, and
// those past the day of their check.
func (r *rekening) maatregelenTeLaat(b *bevindingen) {
	for _, t := range []struct {
		toestand       dossier.Maatregeltoestand
		dag, een, meer string
	}{
		{dossier.Gepland, "streefdatum", "had uitgevoerd moeten zijn en is dat niet", "hadden uitgevoerd moeten zijn en zijn dat niet"},
		{dossier.Uitgevoerd, "controledatum", "is uitgevoerd, maar de controle of dat hielp is te laat", "zijn uitgevoerd, maar de controle of dat hielp is te laat"},
	} {
		var nummers []dossier.Maatregelnummer
		for _, m := range r.in.Maatregelen {
			if m.Toestand == t.toestand && m.TeLaat() {
				nummers = append(nummers, m.Nummer)
			}
		}
		if len(nummers) == 0 {
			continue
		}
		slices.SortFunc(nummers, dossier.Maatregelnummer.Vergelijk)
		namen := make([]string, len(nummers))
		for i, n := range nummers {
			namen[i] = n.String()
		}
		b.signaal(SignaalMaatregel, map[string]any{"voorbij": t.dag, "aantal": len(namen), "maatregelen": namen},
			"%s %s: %s.", aantal(len(namen), "maatregel", "maatregelen"), bij(len(namen), t.een, t.meer), genoemd(namen))
	}
}

// eigenZaken signals the dossiers of the period that are handled by the one they
// are about. It names no one: the numbers will do. What was destroyed does not
// tell.
func (r *rekening) eigenZaken(b *bevindingen) {
	nummers := r.nummers(r.plaatsen(func(f *dossier.Feiten) bool {
		if f.Behandelaar == "" || f.Betreft == "" || f.Vernietigd || f.Ontvangen > r.nu.Tot {
			return false
		}
		wie := vergelijkbaar(f.Betreft)
		return wie != "" && wie == vergelijkbaar(f.Behandelaar) && (r.nu.bevat(f.Ontvangen) || f.OpenOp(r.nu.Tot))
	}))
	if n := len(nummers); n > 0 {
		b.signaal(SignaalEigenZaak, map[string]any{"aantal": n, "dossiers": nummers},
			"Van %s is de behandelaar degene over wie het gaat: %s. Laat een ander dat doen.", dossiers(n), genoemd(nummers))
	}
}

// zonderAnalyse signals the dossiers closed in the period of which nobody
// looked for the cause.
func (r *rekening) zonderAnalyse(b *bevindingen, afgehandeld int) {
	nummers := r.nummers(r.plaatsen(func(f *dossier.Feiten) bool {
		if geanalyseerdOp(f, r.nu.Tot) {
			return false
		}
		s, gesloten := f.GeslotenOp(r.nu.Tot)
		return gesloten && r.nu.bevat(s.Op)
	}))
	geteld := map[string]any{"aantal": len(nummers), "afgehandeld": afgehandeld, "dossiers": nummers}
	switch n := len(nummers); {
	case n == 0:
	case afgehandeld == 1:
		b.signaal(SignaalZonderAnalyse, geteld, "Het dossier dat in de periode is afgehandeld, is niet geanalyseerd: %s.", genoemd(nummers))
	default:
		b.signaal(SignaalZonderAnalyse, geteld, "Van de %s die in de periode zijn afgehandeld, %s er %s niet geanalyseerd: %s.",
			dossiers(afgehandeld), bij(n, "is", "zijn"), getal(n), genoemd(nummers))
	}
}
