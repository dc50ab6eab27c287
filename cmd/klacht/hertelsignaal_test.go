package main

// signalen gives what fires, with what was counted for it, and what the numbers were too small for.
func (h hertelling) signalen() (signalen, teWeinig []any) {
	eind := h.p.peil()
	signaal := func(soort string, geteld blok) { signalen = append(signalen, blok{"soort": soort, "geteld": geteld}) }
	weinig := func(soort string, geteld blok) { teWeinig = append(teWeinig, blok{"soort": soort, "geteld": geteld}) }

	kaart := h.regelkaart()
	maanden := kaart["maanden"].([]any)
	if kaart["bovengrens"] == nil {
		weinig("regelkaart", blok{"maanden": getal(len(maanden))})
	}
	for _, m := range maanden {
		m := m.(blok)
		begin, _, _ := leesEtmaal(h.t, m.tekst("maand")+"-01")
		if laatste := plusMaanden(begin, 1) - 1; m["buiten"] == true && laatste >= h.p.van {
			signaal("regelkaart", blok{
				"maand": m["maand"], "aantal": m["aantal"], "maanden": getal(len(maanden)),
				"gemiddelde": kaart["gemiddelde"], "ondergrens": kaart["ondergrens"], "bovengrens": kaart["bovengrens"],
			})
		}
	}

	h.categoriesignalen(signaal, weinig)

	uitvoering, controle := []any{}, []any{}
	for _, m := range h.maatregelen {
		if u, c := m.teLaat(eind); u {
			uitvoering = append(uitvoering, m.nummer)
		} else if c {
			controle = append(controle, m.nummer)
		}
		if m.oordeel != "doeltreffend" {
			continue
		}
		var weer []hertelfeit
		for _, f := range h.feiten {
			if ja, _ := m.over(f); ja && m.gecontroleerd < f.ontvangen && f.ontvangen <= eind {
				weer = append(weer, f)
			}
		}
		if len(weer) > 0 {
			signaal("herhaling", blok{
				"maatregel": m.nummer, "doeltreffend_op": m.gecontroleerd.String(), "categorie": m.categorie, "oorzaak": m.oorzaak,
				"aantal": getal(len(weer)), "dossiers": nummers(weer),
			})
		}
	}
	if len(uitvoering) > 0 {
		signaal("maatregel", blok{"voorbij": "streefdatum", "aantal": getal(len(uitvoering)), "maatregelen": uitvoering})
	}
	if len(controle) > 0 {
		signaal("maatregel", blok{"voorbij": "controledatum", "aantal": getal(len(controle)), "maatregelen": controle})
	}

	var eigen, zonder []hertelfeit
	afgehandeld := 0
	for _, f := range h.feiten {
		er, open, gesloten, _ := f.opDag(eind)
		if er && f.betreft != "" && zelfdeTekst(f.betreft, f.behandelaar) && (open || h.p.van <= f.ontvangen) {
			eigen = append(eigen, f)
		}
		if gesloten == 0 || gesloten < h.p.van {
			continue
		}
		afgehandeld++
		if f.oorzaak == "" {
			zonder = append(zonder, f)
		}
	}
	if len(eigen) > 0 {
		signaal("eigen zaak", blok{"aantal": getal(len(eigen)), "dossiers": nummers(eigen)})
	}
	if len(zonder) > 0 {
		signaal("zonder analyse", blok{"aantal": getal(len(zonder)), "afgehandeld": getal(afgehandeld), "dossiers": nummers(zonder)})
	}
	return signalen, teWeinig
}

// categoriesignalen compares each category with the period before, as far as that is on record.
func (h hertelling) categoriesignalen(signaal, weinig func(string, blok)) {
	nu, toen := h.labels(func(f hertelfeit) string { return f.categorie })
	dagen, dagenToen := int(h.p.peil()-h.p.van)+1, 0
	for d := h.v.van; d <= h.v.peil(); d++ {
		if h.begin != 0 && d >= h.begin {
			dagenToen++
		}
	}
	namen := map[string]bool{}
	for naam := range nu {
		namen[naam] = true
	}
	for naam := range toen {
		namen[naam] = true
	}
	switch {
	case len(namen) == 0:
		return
	case dagenToen == 0:
		weinig("categorie", blok{"dagen": getal(dagen), "dagen_vorige": getal(0)})
		return
	}
	// All of them now and none then: that split alone must be rare, and with those no likelier it still must be. Six is what equal lengths need.
	kleinste, kans := 0, 1.0
	for ; kleinste < 6 || kans >= 0.05; kleinste++ {
		kans *= float64(dagen) / float64(dagen+dagenToen)
	}
	for kansVan(kleinste, 0, dagen, dagenToen) >= 0.05 {
		kleinste++
	}
	klein := []any{}
	for naam := range namen {
		if nu[naam]+toen[naam] < kleinste {
			klein = append(klein, naam)
		} else if p, uitslag := wegen(toen[naam], dagenToen, nu[naam], dagen); uitslag == "meer" {
			signaal("categorie", blok{
				"categorie": naam, "aantal": getal(nu[naam]), "vorige": getal(toen[naam]), "dagen": getal(dagen), "dagen_vorige": getal(dagenToen), "p": p,
			})
		}
	}
	if len(klein) > 0 {
		weinig("categorie", blok{"categorieen": klein, "kleinste_totaal": getal(kleinste), "dagen": getal(dagen), "dagen_vorige": getal(dagenToen)})
	}
}
