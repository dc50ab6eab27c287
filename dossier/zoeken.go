package dossier

import "strings"

// Zoektekst gives all that a person may search a dossier by, a line each.
func (d *Dossier) Zoektekst() string {
	delen := []string{
		d.Nummer.String(), string(d.Soort), d.Onderwerp, d.Categorie, d.Oorzaak, d.Kanaal, d.Behandelaar, d.Betreft, d.Cursus,
		d.Klager.Naam, d.Klager.Email, d.Klager.Telefoon, d.Klager.Organisatie, d.Omschrijving, d.Gewenst,
		d.Overgenomen.Bron, d.Overgenomen.Nummer,
	}
	for i := range d.Verloop {
		g := &d.Verloop[i]
		delen = append(delen, g.Door)
		for _, v := range g.velden() {
			delen = append(delen, v.waarde)
		}
		for _, b := range g.Bestanden {
			delen = append(delen, b.Bestand, b.Naam)
		}
	}
	return strings.Join(delen, "\n")
}
