package register

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Rijfout is a row that can't be taken over.
type Rijfout struct {
	Rij    Rij
	Kolom  string // "" when it is about the row as a whole
	Waarom string
}

func (f *Rijfout) Error() string {
	if f.Kolom == "" {
		return fmt.Sprintf("regel %d: %s", f.Rij.Regel, f.Waarom)
	}
	return fmt.Sprintf("regel %d, kolom %s: %s", f.Rij.Regel, f.Kolom, f.Waarom)
}

// dag is what a row says of one day.
type dag struct {
	op  dossier.Tijdstip
	zei string // what stood there instead of a day: ja or nee, "" for nothing
}

// Zet makes of a row what is taken over.
func (o *Omzetter) Zet(rij Rij) (dossier.Overtenemen, *Rijfout) {
	var t dossier.Overtenemen
	if rij.Fout != "" {
		return t, &Rijfout{Rij: rij, Waarom: rij.Fout}
	}
	dagen := map[dossier.Registerveld]dag{}
	for _, veld := range []dossier.Registerveld{dossier.RegisterOntvangen, dossier.RegisterBevestigd, dossier.RegisterVoorstel, dossier.RegisterAfgehandeld} {
		d, fout := o.dag(rij, veld, dagen[dossier.RegisterOntvangen].op)
		if fout != nil {
			return t, fout
		}
		dagen[veld] = d
	}
	t.Ontvangen = dagen[dossier.RegisterOntvangen].op
	var fout *Rijfout
	if t.Aanmelding, fout = o.aanmelding(rij, t.Ontvangen, !dagen[dossier.RegisterAfgehandeld].op.IsLeeg()); fout != nil {
		return t, fout
	}
	t.Verloop = o.verloop(rij, dagen)
	for _, naam := range o.kaart.Onbekend {
		if naam == dossier.TermijnBevestiging && dagen[dossier.RegisterBevestigd].zei == zeiNee ||
			naam == dossier.TermijnVoorstel && dagen[dossier.RegisterVoorstel].zei == zeiNee {
			continue // the register does tell
		}
		t.Onbekend = append(t.Onbekend, naam)
	}
	return t, nil
}

const (
	zeiJa  = "ja"
	zeiNee = "nee"
)

// dag reads one day of a row; none is before the receipt or after today.
func (o *Omzetter) dag(rij Rij, veld dossier.Registerveld, ontvangen dossier.Tijdstip) (dag, *Rijfout) {
	b := o.velden[veld]
	if b == nil || len(b.kolommen) == 0 {
		return dag{}, nil
	}
	cel := o.tekst(rij, veld)
	fout := func(vorm string, waarden ...any) *Rijfout {
		return &Rijfout{Rij: rij, Kolom: o.register.Kolommen[b.kolommen[0]], Waarom: fmt.Sprintf(vorm, waarden...)}
	}
	if naar, ok := b.Vertaal(cel); ok {
		cel = naar
	}
	gelezen := leesDatum(cel)
	if gelezen.soort == nietIngevuld {
		if veld == dossier.RegisterOntvangen {
			return dag{}, fout("hier staat niet wanneer de klacht ontvangen is")
		}
		return dag{}, nil
	}
	if ja, ok := jaNee(cel); ok && veld != dossier.RegisterOntvangen {
		switch {
		case !ja:
			return dag{zei: zeiNee}, nil
		case veld == dossier.RegisterAfgehandeld:
			return dag{}, fout("hier staat dat de klacht afgehandeld is, en niet wanneer")
		}
		return dag{zei: zeiJa}, nil
	}
	m, ok := gelezen.in(b.vorm)
	if !ok {
		if gelezen.soort != geenDatum && b.vorm != "" {
			return dag{}, fout("%s is geen datum, gelezen als %s", citaat(cel), voluit(b.vorm))
		}
		return dag{}, fout("%s is geen datum", citaat(cel))
	}
	op := m.tijdstip(b.alleenDag)
	if err := werkdagen.BinnenBereik(op.Dag); err != nil {
		return dag{}, fout("%v", err)
	}
	switch {
	case op.Dag > o.wie.Nu.Dag, op.HeeftTijd() && op.Moment.After(o.wie.Nu.Moment):
		return dag{}, fout("%s ligt in de toekomst", op.Lang())
	case !ontvangen.IsLeeg() && op.Dag < ontvangen.Dag:
		return dag{}, fout("%s ligt voor de ontvangst op %s", op.Dag.Lang(), ontvangen.Dag.Lang())
	case !ontvangen.IsLeeg() && op.VoorNa(ontvangen) < 0:
		op = dossier.OpDag(op.Dag) // an earlier hour of the same day: the clocks differ
	}
	return dag{op: op}, nil
}

// citaat quotes what a cell holds, cut off where it is long.
func citaat(s string) string {
	return fmt.Sprintf("%q", kort(eenRegel(s), 40))
}

// kort cuts a text at a word within n characters.
func kort(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n-1])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,;:.") + "…"
}

// langstOnderwerp is how many characters of a description become its subject.
const langstOnderwerp = 80

func (o *Omzetter) aanmelding(rij Rij, ontvangen dossier.Tijdstip, gesloten bool) (dossier.Aanmelding, *Rijfout) {
	zin := func(veld dossier.Registerveld) string { return eenRegel(o.waarde(rij, veld)) }
	a := dossier.Aanmelding{
		Ontvangen: ontvangen,
		Soort:     dossier.Soort(zin(dossier.RegisterSoort)), Herkomst: dossier.Herkomst(zin(dossier.RegisterHerkomst)), Ernst: dossier.Ernst(zin(dossier.RegisterErnst)),
		Onderwerp: zin(dossier.RegisterOnderwerp), Categorie: o.waarde(rij, dossier.RegisterCategorie), Kanaal: zin(dossier.RegisterKanaal),
		Behandelaar: zin(dossier.RegisterBehandelaar), Betreft: zin(dossier.RegisterBetreft), Cursus: zin(dossier.RegisterCursus),
		Klager: dossier.Klager{
			Naam: zin(dossier.RegisterKlager), Email: zonderMailto(zin(dossier.RegisterEmail)),
			Telefoon: zin(dossier.RegisterTelefoon), Organisatie: zin(dossier.RegisterOrganisatie),
		},
		Omschrijving: o.waarde(rij, dossier.RegisterOmschrijving), Gewenst: o.waarde(rij, dossier.RegisterGewenst),
	}
	if a.Categorie == "" {
		f := &Rijfout{Rij: rij, Waarom: "hier staat geen categorie"}
		if b := o.velden[dossier.RegisterCategorie]; len(b.kolommen) > 0 {
			f.Kolom = o.register.Kolommen[b.kolommen[0]]
		}
		return a, f
	}
	if a.Onderwerp == "" {
		eerste, _, _ := strings.Cut(a.Omschrijving, "\n")
		if a.Onderwerp = strings.TrimSuffix(kort(eenRegel(eerste), langstOnderwerp), "."); a.Onderwerp == "" {
			a.Onderwerp = a.Categorie
		}
	}
	if a.Behandelaar == "" && !gesloten {
		a.Behandelaar = o.procedure.Verantwoordelijke
	}
	a.Overgenomen = dossier.Overname{Bron: o.register.Naam, Nummer: zin(dossier.RegisterNummer), Kenmerk: o.kenmerk(rij)}
	return a, nil
}

// zonderMailto is an address without what a spreadsheet puts around one.
func zonderMailto(adres string) string {
	const voor = "mailto:"
	if len(adres) < len(voor) || !strings.EqualFold(adres[:len(voor)], voor) {
		return adres
	}
	adres, _, _ = strings.Cut(adres[len(voor):], "?")
	return strings.TrimSpace(adres)
}

// kenmerk tells the row from others by what is in it, in whatever order.
func (o *Omzetter) kenmerk(rij Rij) string {
	var delen []string
	for i, c := range rij.Cellen {
		if c != "" && !isEigenKolom(o.register.Kolommen[i]) {
			delen = append(delen, o.register.Kolommen[i]+"\x00"+c)
		}
	}
	slices.Sort(delen)
	return dossier.Kenmerk(delen...)
}

// verloop is what the register tells of what happened.
func (o *Omzetter) verloop(rij Rij, dagen map[dossier.Registerveld]dag) []dossier.Gebeurtenis {
	var uit []dossier.Gebeurtenis
	stap := func(veld dossier.Registerveld, g dossier.Gebeurtenis) {
		if g.Op = dagen[veld].op; !g.Op.IsLeeg() {
			uit = append(uit, g)
		}
	}
	stap(dossier.RegisterBevestigd, dossier.Gebeurtenis{Wat: dossier.WatBevestigd})
	if oorzaak := eenRegel(o.waarde(rij, dossier.RegisterOorzaak)); oorzaak != "" {
		// A register doesn't tell when it was found. From the receipt on, every
		// report on the time in which the complaint came knows its cause.
		uit = append(uit, dossier.Gebeurtenis{
			Wat: dossier.WatAnalyse, Oorzaak: oorzaak, Bevinding: o.waarde(rij, dossier.RegisterBevinding),
			Op: dossier.OpDag(dagen[dossier.RegisterOntvangen].op.Dag),
		})
	}
	stap(dossier.RegisterVoorstel, dossier.Gebeurtenis{Wat: dossier.WatVoorstel})
	afloop := dossier.Uitkomst(o.waarde(rij, dossier.RegisterUitkomst))
	if afloop == "" {
		afloop = dossier.UitkomstOnbekend
	}
	stap(dossier.RegisterAfgehandeld, dossier.Gebeurtenis{Wat: dossier.WatAfgehandeld, Uitkomst: afloop, Tekst: o.waarde(rij, dossier.RegisterOplossing)})
	if tekst := o.notitie(rij, dagen); tekst != "" {
		uit = append(uit, dossier.Gebeurtenis{Wat: dossier.WatNotitie, Op: o.wie.Nu, Tekst: tekst})
	}
	return uit
}

// notitie keeps what has no field of its own, and what was changed into our
// words.
func (o *Omzetter) notitie(rij Rij, dagen map[dossier.Registerveld]dag) string {
	var regels []string
	zeg := func(kolom int) {
		if kolom < len(rij.Cellen) && rij.Cellen[kolom] != "" {
			regels = append(regels, o.register.Kolommen[kolom]+": "+rij.Cellen[kolom])
		}
	}
	for i := range o.register.Kolommen {
		veld := o.vanKolom[i]
		if veld == "" {
			if slices.Contains(o.rest, i) {
				zeg(i)
			}
			continue
		}
		ruw, dicht := o.tekst(rij, veld), !dagen[dossier.RegisterAfgehandeld].op.IsLeeg()
		switch {
		case veld == dossier.RegisterNummer:
		case veld.IsDatum():
			if dagen[veld].op.IsLeeg() && !geenDag(ruw) {
				zeg(i)
			}
		case veld == dossier.RegisterUitkomst && !dicht, veld == dossier.RegisterOplossing && !dicht,
			veld == dossier.RegisterBevinding && o.waarde(rij, dossier.RegisterOorzaak) == "":
			zeg(i) // the step that it belongs to was not taken
		case !strings.EqualFold(eenRegel(o.waarde(rij, veld)), eenRegel(ruw)):
			zeg(i)
		}
	}
	if len(regels) == 0 {
		return ""
	}
	return fmt.Sprintf("Overgenomen uit %s, regel %d.\n%s", o.register.Naam, rij.Regel, strings.Join(regels, "\n"))
}
