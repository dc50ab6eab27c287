package dossier

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// Tekst gives the map as a new file, to be edited by whoever knows the register.
// rest are the columns that become no field, each with a value; waarden are, by
// field, the values for which there must be a word of ours and is none.
func (k *Kolomkaart) Tekst(rest [][2]string, waarden map[Registerveld][]string) []byte {
	tekst := func(sleutel, s string, uitleg ...string) bladveld {
		return bladveld{sleutel: sleutel, waarde: tekstWaarde(s), toelichting: uitleg}
	}
	velden := []bladveld{tekst("register", k.Register,
		"Hoe een klachtenregister van elders in dossiers overgaat: klacht importeer",
		"REGISTER --kolommen DIT-BESTAND. Hieraan en aan het nummer in het register",
		"herkent klacht bij een volgende keer wat al overgenomen is.")}
	if k.Blad != "" {
		velden = append(velden, tekst("blad", k.Blad))
	}
	if k.Kop > 1 {
		velden = append(velden, bladveld{sleutel: "kop", waarde: kaleWaarde(strconv.Itoa(k.Kop)), toelichting: []string{"De rij met de namen van de kolommen."}})
	}
	if k.Scheiding != "" {
		velden = append(velden, tekst("scheiding", k.Scheiding), tekst("tekenset", k.Tekenset))
	}
	vorm := tekst("datumvorm", string(k.Datumvorm), "De volgorde van datums in cijfers: dmj (27-11-2026), mdj (11/27/2026) of jmd.")
	if k.Datumvorm == "" {
		vorm.waarde = waarde{}
	}
	velden = append(velden, vorm)

	var regels []bladveld
	for _, v := range k.Velden {
		regels = append(regels, v.bladveld(waarden[v.Veld]))
	}
	for _, naam := range Registervelden() {
		if k.Veld(naam) == nil {
			regels = append(regels, bladveld{sleutel: string(naam)})
		}
	}
	uitleg := []string{
		"Per veld de kolom van het register. Leeg: het register heeft het niet. Met",
		"leeg: wat een lege cel betekent; met waarden: hoe een waarde hier heet.",
	}
	velden = append(velden, bladveld{sleutel: "velden", waarde: groepWaarde(regels...), witregel: true, toelichting: uitleg})
	var onbekend []waarde
	for _, naam := range k.Onbekend {
		onbekend = append(onbekend, tekstWaarde(string(naam)))
	}
	velden = append(velden, bladveld{sleutel: "onbekend", waarde: lijstWaarde(onbekend...), witregel: true, toelichting: []string{
		"Deze termijnen zijn onbekend bij een klacht waar het register er geen dag van",
		"noemt; ze tellen in geen percentage. Betekent een lege cel dat het niet gebeurd",
		"is, haal die termijn hier dan weg.",
	}})
	uitleg = []string{
		"Kolommen die niet overgenomen worden, om wat erin staat. Van de andere zonder",
		"veld komt de inhoud in een notitie in het dossier.",
	}
	for _, r := range rest {
		uitleg = append(uitleg, "  "+eenRegel.Replace(r[0]+": "+r[1]))
	}
	var weg []waarde
	for _, naam := range k.Weglaten {
		weg = append(weg, tekstWaarde(naam))
	}
	t := schrijfBlad(append(velden, bladveld{sleutel: "weglaten", waarde: lijstWaarde(weg...), witregel: true, toelichting: uitleg})...)
	return nietIngevuld.ReplaceAll(t, []byte(":$1"))
}

// nietIngevuld is what is there to be filled in; it looks better empty.
var nietIngevuld = regexp.MustCompile(`: null(\n)`)

func (v *Kaartveld) bladveld(zonderWoord []string) bladveld {
	var kolom waarde
	var namen []waarde
	for _, naam := range v.Kolommen {
		namen = append(namen, tekstWaarde(naam))
	}
	switch len(namen) {
	case 0:
	case 1:
		kolom = namen[0]
	default:
		kolom = lijstWaarde(namen...)
	}
	var regels, vertaald []bladveld
	if len(namen) > 0 {
		regels = append(regels, bladveld{sleutel: "kolom", waarde: kolom})
	}
	if v.Vorm != "" {
		regels = append(regels, bladveld{sleutel: "vorm", waarde: tekstWaarde(string(v.Vorm))})
	}
	if v.Leeg != "" {
		regels = append(regels, bladveld{sleutel: "leeg", waarde: tekstWaarde(v.Leeg)})
	}
	for _, van := range slices.Sorted(maps.Keys(v.Waarden)) {
		vertaald = append(vertaald, bladveld{sleutel: van, waarde: tekstWaarde(v.Waarden[van])})
	}
	for _, van := range zonderWoord {
		vertaald = append(vertaald, bladveld{sleutel: van})
	}
	if len(vertaald) > 0 {
		regels = append(regels, bladveld{sleutel: "waarden", waarde: groepWaarde(vertaald...)})
	}
	if len(regels) == 1 && len(namen) > 0 {
		return bladveld{sleutel: string(v.Veld), waarde: kolom}
	}
	return bladveld{sleutel: string(v.Veld), waarde: groepWaarde(regels...)}
}
