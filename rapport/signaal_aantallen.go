package rapport

import (
	"math"

	"klacht/dossier"
	"klacht/rapport/statistiek"
	"klacht/werkdagen"
)

// maandenBuitenDeGrenzen signals each month of the period that is outside the
// control limits. A month that the period began in counts: it was not whole
// when an earlier period ended.
func (r *rekening) maandenBuitenDeGrenzen(b *bevindingen, kaart Regelkaart) {
	if kaart.Bovengrens == nil {
		b.nietTeZeggen(SignaalRegelkaart, map[string]any{"maanden": len(kaart.Maanden)},
			"Of een maand opvalt, is niet te zeggen. %s", kaart.Onvoldoende)
		return
	}
	for _, m := range kaart.Maanden {
		dag := werkdagen.Datum(m.Maand)
		if !m.Buiten || dag.PlusMaanden(1) <= r.nu.Van {
			continue
		}
		geteld := map[string]any{
			"maand": m.Maand.String(), "aantal": m.Aantal, "maanden": len(kaart.Maanden),
			"gemiddelde": *kaart.Gemiddelde, "ondergrens": *kaart.Ondergrens, "bovengrens": *kaart.Bovengrens,
		}
		grens := "meer dan de bovengrens van " + grensBij(m.Aantal, *kaart.Bovengrens)
		if float64(m.Aantal) < *kaart.Ondergrens {
			grens = "minder dan de ondergrens van " + grensBij(m.Aantal, *kaart.Ondergrens)
		}
		b.signaal(SignaalRegelkaart, geteld, "In %s %s er %s %s binnen: %s. Het gemiddelde over %d maanden is %s per maand.",
			maandnaam(dag), bij(m.Aantal, "kwam", "kwamen"), ofGeen(m.Aantal), bij(m.Aantal, "klacht", "klachten"), grens, len(kaart.Maanden), breuk(*kaart.Gemiddelde))
	}
}

// grensBij rounds a limit as the chart does, but not to n itself, which is outside it: "137, meer dan 137" is not true.
func grensBij(n int, grens float64) string {
	switch r := math.Round(grens*10) / 10; {
	case r != float64(n):
		return breuk(r)
	case grens < float64(n):
		return breuk(math.Floor(grens*10) / 10)
	}
	return breuk(math.Ceil(grens*10) / 10)
}

// gestegenCategorieen signals each category of which more came in than chance
// explains, and says once of which ones the numbers are too small to tell.
func (r *rekening) gestegenCategorieen(b *bevindingen, categorieen []PerCategorie) {
	// From before the record begins nothing is known.
	toen := r.ontvangsten.opSchrift(r.toen)
	if len(categorieen) == 0 || r.nu.lengte() == 0 {
		return
	}
	if toen.lengte() == 0 {
		b.nietTeZeggen(SignaalCategorie, map[string]any{"dagen": r.nu.lengte(), "dagen_vorige": 0},
			"Of een categorie is gestegen, is niet te zeggen: uit de vorige periode is niets geregistreerd.")
		return
	}
	kleinste := max(kleinsteTotaal(), statistiek.KleinsteTotaal(r.nu.lengte(), toen.lengte(), niveau))
	klein := []string{}
	for _, c := range categorieen {
		if c.Aantal+c.Vorige < kleinste {
			klein = append(klein, c.Categorie)
			continue
		}
		p, uitslag := weeg(statistiek.Telling{Aantal: c.Vorige, Duur: toen.lengte()}, statistiek.Telling{Aantal: c.Aantal, Duur: r.nu.lengte()})
		if uitslag != UitslagMeer {
			continue
		}
		geteld := map[string]any{
			"categorie": c.Categorie, "aantal": c.Aantal, "vorige": c.Vorige,
			"dagen": r.nu.lengte(), "dagen_vorige": toen.lengte(), "p": *p,
		}
		b.signaal(SignaalCategorie, geteld, "Over %s %s er %s binnen in %s, tegen %s in %s ervoor. Die stijging is meer dan toeval.",
			c.Categorie, bij(c.Aantal, "kwam", "kwamen"), dossiers(c.Aantal), aantal(r.nu.lengte(), "dag", "dagen"),
			getal(c.Vorige), aantal(toen.lengte(), "dag", "dagen"))
	}
	if len(klein) > 0 {
		b.nietTeZeggen(SignaalCategorie, map[string]any{"categorieen": klein, "kleinste_totaal": kleinste, "dagen": r.nu.lengte(), "dagen_vorige": toen.lengte()},
			"Van %s is niet te zeggen of er meer over binnenkwam dan door toeval: daarvoor zijn er in beide perioden samen minstens %s nodig.",
			aantal(len(klein), "categorie", "categorieën"), dossiers(kleinste))
	}
}

// herhalingen signals each measure that was called effective when something on
// the same subject came in since.
func (r *rekening) herhalingen(b *bevindingen) {
	for _, m := range r.in.Maatregelen {
		if m.GecontroleerdOp == 0 || m.Oordeel != dossier.Doeltreffend {
			continue
		}
		d := r.ontvangsten.doel(m)
		var plaatsen []int
		for _, o := range r.ontvangsten.in(Periode{m.GecontroleerdOp + 1, r.nu.Tot}) {
			if ja, _ := d.raakt(&o, r.nu.Tot); ja {
				plaatsen = append(plaatsen, o.plaats)
			}
		}
		if len(plaatsen) == 0 {
			continue
		}
		geteld := map[string]any{
			"maatregel": m.Nummer.String(), "doeltreffend_op": m.GecontroleerdOp, "categorie": m.Categorie, "oorzaak": m.Oorzaak,
			"aantal": len(plaatsen), "dossiers": r.nummers(plaatsen),
		}
		b.signaal(SignaalHerhaling, geteld, "Maatregel %s is op %s doeltreffend genoemd, maar daarna %s er nog %s binnen met dezelfde %s.",
			m.Nummer, dagnaam(m.GecontroleerdOp), bij(len(plaatsen), "kwam", "kwamen"), dossiers(len(plaatsen)), d.waarin(m))
	}
}

// waarin says what of m others may have in common with it.
func (d doel) waarin(m *dossier.Maatregelstand) string {
	switch {
	case d.oorzaak == 0:
		return "categorie (" + m.Categorie + ")"
	case d.categorie == 0:
		return "oorzaak (" + m.Oorzaak + ")"
	}
	return "categorie en oorzaak (" + m.Categorie + "; " + m.Oorzaak + ")"
}
