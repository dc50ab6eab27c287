package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"

	"klacht/dossier"
	"klacht/dossier/register"
	"klacht/rapport/scherm"
)

// perKeer is how many rows are taken over together.
const perKeer = 4000

// importuitslag is what came of it, in JSON as the manual has it.
type importuitslag struct {
	Register      string            `json:"register"`
	Blad          string            `json:"blad"`
	Scheiding     string            `json:"scheiding"`
	Tekenset      string            `json:"tekenset"`
	Kolommen      []importkolom     `json:"kolommen"`
	Proef         bool              `json:"proef"`
	Regels        int               `json:"regels"`
	Nieuw         int               `json:"nieuw"`
	Bekend        int               `json:"bekend"`
	Veranderd     []importveranderd `json:"veranderd"`
	Categorieen   []string          `json:"nieuwe_categorieen"`
	Dossiers      []importjaar      `json:"dossiers"`
	NietIngelezen []importfout      `json:"niet_ingelezen"`
	Bestand       string            `json:"bestand"`
	fouten        []*register.Rijfout
	raad          []string // what to do about rows that were refused, each once
}

// importkolom is a column and what becomes of it.
type importkolom struct {
	Kolom       string   `json:"kolom"`
	Veld        string   `json:"veld"`
	Datumvorm   string   `json:"datumvorm"`
	Voorbeelden []string `json:"voorbeelden"`
}

// importveranderd is a row that says something else than when it was taken over.
type importveranderd struct {
	Regel  int             `json:"regel"`
	Nummer *dossier.Nummer `json:"nummer"` // null: the dossier was destroyed
}

// importfout is a row that is not taken over, and why.
type importfout struct {
	Regel  int    `json:"regel"`
	Kolom  string `json:"kolom"`
	Waarom string `json:"waarom"`
}

// importjaar is what was made of one year's complaints.
type importjaar struct {
	Jaar   int    `json:"jaar"`
	Aantal int    `json:"aantal"`
	Eerste string `json:"eerste"` // number, "" in a trial
	Laatst string `json:"laatste"`
}

// nietAlles ends an import in which rows were left. They have been shown: no
// message follows but this.
func nietAlles(n int) error {
	return &mislukt{
		fmt.Errorf("%d %s van het register %s niet ingelezen", n, meervoud(n, "regel", "regels"), meervoud(n, "is", "zijn")),
		"verbeter die regels, en importeer ze opnieuw; wat er al is, wordt overgeslagen",
	}
}

// voerUit takes the register over, or shows what that would come to: the
// decisions are the same.
func (i *importering) voerUit(ctx context.Context) error {
	if i.op.alsJSON {
		i.waarschuw()
	} else {
		i.toonKolommen()
	}
	if err := i.neemWoorden(); err != nil {
		return err
	}
	if i.op.kolommen == "" && !i.op.proef && !i.op.ja && i.om.vraagbaar {
		goed, err := i.om.vrager().janee("Klopt dit")
		if err != nil {
			return err
		}
		if !goed {
			return &mislukt{errors.New("er is niets overgenomen"), "schrijf met --schrijf-kaart KAART.yaml een kolomkaart en pas die aan"}
		}
	}
	err := i.neemOver(ctx)
	i.om.voortgang.stop()
	slices.SortStableFunc(i.uitslag.fouten, func(a, b *register.Rijfout) int { return a.Rij.Regel - b.Rij.Regel })
	if rest := i.bewaarRest(); err == nil {
		err = rest
	}
	var fout error
	if i.op.alsJSON {
		fout = i.toonJSON()
	} else {
		i.toonUitslag()
	}
	if fout != nil {
		return fout
	}
	if n := len(i.uitslag.fouten); n > 0 {
		err = errors.Join(err, nietAlles(n))
	}
	return err
}

// neemWoorden wants a word of ours for every value that needs one; categories can
// be added.
func (i *importering) neemWoorden() error {
	var fouten []error
	for _, z := range i.onbekend {
		if z.Veld == dossier.RegisterCategorie && i.op.categorieen {
			for _, w := range z.Waarden {
				if w != "" {
					i.nieuwe = append(i.nieuwe, w)
				}
			}
			continue
		}
		fouten = append(fouten, i.zonderWoord(z))
	}
	if len(fouten) > 0 || len(i.nieuwe) == 0 {
		return errors.Join(fouten...)
	}
	p := i.m.Procedure.MetCategorieen(i.nieuwe)
	i.nieuwe = p.Categorienamen()[len(i.m.Procedure.Categorieen):]
	i.m.Regels = dossier.NieuweRegels(p)
	return i.zetOm(p)
}

// zonderWoord says which values of a register mean nothing here.
func (i *importering) zonderWoord(z register.ZonderWoord) error {
	const meest = 8
	var namen []string
	for n, w := range z.Waarden {
		if n == meest && len(z.Waarden) > meest+1 {
			namen = append(namen, fmt.Sprintf("nog %d", len(z.Waarden)-meest))
			break
		}
		if w == "" {
			namen = append(namen, "een lege cel")
			continue
		}
		namen = append(namen, fmt.Sprintf("%q", w))
	}
	kaart := "maak met --schrijf-kaart KAART.yaml een kolomkaart, zet erin hoe ze hier heten, en geef haar met --kolommen KAART.yaml"
	if i.op.kolommen != "" {
		kaart = fmt.Sprintf("zet in %s bij %s onder waarden: hoe ze hier heten", i.op.kolommen, z.Veld)
	}
	f := &dossier.Fout{
		Wat:  fmt.Sprintf("wat bij %s in het register staat, is hier geen %s: %s (%d %s)", z.Veld, z.Veld, dossier.Opsomming(namen, "en"), z.Rijen, meervoud(z.Rijen, "regel", "regels")),
		Raad: kaart,
	}
	if z.Veld == dossier.RegisterCategorie {
		f.Raad += "; of voeg ze toe aan procedure.yaml met --nieuwe-categorieen"
	}
	return f
}

// neemOver goes through the register, a few thousand rows at a time.
func (i *importering) neemOver(ctx context.Context) error {
	// Every row leaves much behind that is soon of no use: it may pile up a little.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	o, err := i.m.NieuweOvernemer(ctx, i.wie, i.kaart.Register != "" && i.op.kolommen != "")
	if err != nil {
		return err
	}
	i.om.voortgang.stop()
	if len(i.nieuwe) > 0 && !i.op.proef {
		if err := i.m.VoegCategorieenToe(ctx, i.nieuwe); err != nil {
			return err
		}
	}
	var rijen []register.Rij
	var over []dossier.Overtenemen
	verwerk := func() error {
		if len(over) == 0 {
			return nil
		}
		var oordelen []dossier.Overnameoordeel
		var err error
		if i.op.proef {
			oordelen = o.Beoordeel(over)
		} else {
			oordelen, err = o.Neem(ctx, over)
		}
		i.tel(rijen, oordelen, err != nil)
		rijen, over = rijen[:0], over[:0]
		return err
	}
	err = i.register.Rijen(ctx, func(rij register.Rij) error {
		i.uitslag.Regels++
		t, fout := i.omzetter.Zet(rij)
		if fout != nil {
			i.uitslag.fouten = append(i.uitslag.fouten, fout)
			return nil
		}
		rijen, over = append(rijen, rij), append(over, t)
		if len(over) < perKeer {
			return nil
		}
		i.om.voortgang.meld(fmt.Sprintf("Overnemen: %d van %d regels", i.uitslag.Regels, i.verkenning.Rijen))
		return verwerk()
	})
	if err != nil {
		return err
	}
	return verwerk()
}

// tel counts what became of rows. After a failure only those with a number are
// there.
func (i *importering) tel(rijen []register.Rij, oordelen []dossier.Overnameoordeel, mislukt bool) {
	u := &i.uitslag
	for n, oordeel := range oordelen {
		switch oordeel.Soort {
		case dossier.OvernameNieuw:
			if mislukt && oordeel.Klacht.Nummer == (dossier.Nummer{}) {
				continue
			}
			u.Nieuw++
			u.telJaar(oordeel.Klacht)
		case dossier.OvernameBekend:
			u.Bekend++
		case dossier.OvernameVeranderd:
			v := importveranderd{Regel: rijen[n].Regel}
			if oordeel.Nummer != (dossier.Nummer{}) {
				v.Nummer = &oordeel.Nummer
			}
			u.Veranderd = append(u.Veranderd, v)
		case dossier.OvernameGeweigerd:
			u.fouten = append(u.fouten, &register.Rijfout{Rij: rijen[n], Waarom: oordeel.Waarom.Error()})
			var f *dossier.Fout
			if errors.As(oordeel.Waarom, &f) && f.Raad != "" && !slices.Contains(u.raad, f.Raad) {
				u.raad = append(u.raad, f.Raad)
			}
		}
	}
}

func (u *importuitslag) telJaar(k *dossier.Klacht) {
	jaar := k.Verloop[0].Op.Dag.Jaar()
	n := 0
	for n < len(u.Dossiers) && u.Dossiers[n].Jaar < jaar {
		n++
	}
	if n == len(u.Dossiers) || u.Dossiers[n].Jaar != jaar {
		u.Dossiers = append(u.Dossiers[:n], append([]importjaar{{Jaar: jaar}}, u.Dossiers[n:]...)...)
	}
	j := &u.Dossiers[n]
	j.Aantal++
	if k.Nummer != (dossier.Nummer{}) {
		j.Laatst = k.Nummer.String()
		if j.Eerste == "" {
			j.Eerste = j.Laatst
		}
	}
}

// bewaarRest keeps the rows that were left, next to the register.
func (i *importering) bewaarRest() error {
	if len(i.uitslag.fouten) == 0 || i.op.proef {
		return nil
	}
	pad, err := register.BewaarRest(i.om.vanHier(i.op.pad), i.register, i.omzetter.Datumvolgorde(), i.uitslag.fouten)
	if err != nil {
		return err
	}
	i.uitslag.Bestand = filepath.Join(filepath.Dir(i.op.pad), filepath.Base(pad))
	return nil
}

func (i *importering) toonJSON() error {
	u := i.uitslag
	u.Register, u.Blad, u.Scheiding, u.Tekenset, u.Proef = i.register.Naam, i.register.Blad, i.register.Scheiding, i.register.Tekenset, i.op.proef
	u.Kolommen = i.kolommen()
	u.Categorieen = append([]string{}, i.nieuwe...)
	u.Veranderd = append([]importveranderd{}, u.Veranderd...)
	u.Dossiers = append([]importjaar{}, u.Dossiers...)
	u.NietIngelezen = []importfout{}
	for _, f := range u.fouten {
		u.NietIngelezen = append(u.NietIngelezen, importfout{f.Rij.Regel, f.Kolom, f.Waarom})
	}
	return scherm.SchrijfJSON(i.om.uit, u)
}
