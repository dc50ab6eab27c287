package rapport

import (
	"slices"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Invoer is all that the figures are made of.
type Invoer struct {
	Organisatie string           // named in the heading; may be ""
	Feiten      []dossier.Feiten // every dossier once, destroyed ones too, in any order
	Periode     Periode
	Vorige      Periode         // to compare with
	Peildatum   werkdagen.Datum // today, or the day that was asked for
	MetNamen    bool            // names and subjects may be shown

	// The order of the procedure, for those with equal counts. Others may
	// occur in Feiten.
	Categorieen, Oorzaken []string

	// Measures as of Periode.Peildatum(Peildatum), by number; those made later
	// are not among them.
	Maatregelen []*dossier.Maatregelstand
	// Meetings up to and including that day, oldest first, and when the next is.
	Overleggen []*dossier.Overleg
	Overleg    dossier.Overlegstatus

	// WerkdagenTeLaat counts the working days after uiterlijk up to and
	// including Periode.Peildatum(Peildatum), by the calendar that was promised
	// in f; for a destroyed dossier by that of the procedure. It is asked only
	// for terms that are past and unmet.
	WerkdagenTeLaat func(f dossier.Feiten, uiterlijk werkdagen.Datum) int
}

// rekening is what the figures are made of, once the days are known.
type rekening struct {
	in          Invoer
	nu, toen    Periode // up to the reference date
	ontvangsten *ontvangsten
}

// Bereken makes the figures. Events after the reference date count nowhere, so
// that a report can be made again later; those of the period compared with are
// as of its own last day, but for its categories and causes, which are those
// known at the reference date.
func Bereken(in Invoer) Overzicht {
	nu := Periode{Van: in.Periode.Van, Tot: in.Periode.Peildatum(in.Peildatum)}
	toen := Periode{Van: in.Vorige.Van, Tot: in.Vorige.Peildatum(in.Peildatum)}
	r := rekening{in: in, nu: nu, toen: toen, ontvangsten: nieuweOntvangsten(in.Feiten)}

	o := Overzicht{
		Van: in.Periode.Van, Tot: in.Periode.Tot, Peildatum: nu.Tot,
		Organisatie: in.Organisatie, MetNamen: in.MetNamen,
	}
	var alles, vorige telling
	perHerkomst := map[dossier.Herkomst]*telling{dossier.Extern: {}, dossier.Intern: {}}
	categorieen, oorzaken := labels{}, labels{}
	maanden := nieuweMaandtelling(nu)

	for i := range in.Feiten {
		f := &in.Feiten[i]
		alles.tel(f, nu)
		vorige.tel(f, toen)
		if t, bekend := perHerkomst[f.Herkomst]; bekend {
			t.tel(f, nu)
		}
		maanden.tel(f)
		if nu.bevat(f.Ontvangen) {
			categorieen.nu(f.Categorie)
			oorzaken.nu(oorzaakOp(f, nu.Tot))
			o.PerSoort.tel(f.Soort)
		}
		if toen.bevat(f.Ontvangen) {
			categorieen.toen(f.Categorie)
			oorzaken.toen(oorzaakOp(f, nu.Tot))
		}
		if s, gesloten := f.GeslotenOp(nu.Tot); gesloten && nu.bevat(s.Op) {
			o.Uitkomsten.tel(s.Uitkomst)
		}
		o.Geschillen.Geopend += aantalIn(nu, f.Geschillen)
		o.Geschillen.Advies += aantalIn(nu, f.Adviezen)
		o.Bewaren.tel(f, nu)
	}

	for _, h := range dossier.Herkomsten() {
		t := perHerkomst[h]
		o.Uitgesplitst = append(o.Uitgesplitst, Uitsplitsing{
			Herkomst: h, Ontvangen: t.ontvangen, Afgehandeld: t.afgehandeld, Open: t.open,
			Termijntellingen: t.termijnen.metPercentage(), Doorlooptijd: t.doorlooptijd(),
		})
	}
	o.Ontvangen, o.Afgehandeld, o.Open = alles.ontvangen, alles.afgehandeld, alles.open
	o.Termijntellingen, o.Doorlooptijd = alles.termijnen.metPercentage(), alles.doorlooptijd()
	o.PerHerkomst = PerHerkomst{Extern: perHerkomst[dossier.Extern].ontvangen, Intern: perHerkomst[dossier.Intern].ontvangen}
	o.Vorige = Vorige{
		Van: in.Vorige.Van, Tot: in.Vorige.Tot,
		Ontvangen: vorige.ontvangen, Afgehandeld: vorige.afgehandeld, Open: vorige.open,
		Termijntellingen: vorige.termijnen.metPercentage(), Doorlooptijd: vorige.doorlooptijd(),
	}
	o.ZonderOorzaak = ZonderOorzaak(oorzaken.neem(""))
	o.PerCategorie = make([]PerCategorie, 0, len(categorieen))
	for _, l := range categorieen.opVolgorde(in.Categorieen) {
		o.PerCategorie = append(o.PerCategorie, PerCategorie{l.naam, l.Aantal, l.Vorige})
	}
	o.PerOorzaak = make([]PerOorzaak, 0, len(oorzaken))
	for _, l := range oorzaken.opVolgorde(in.Oorzaken) {
		o.PerOorzaak = append(o.PerOorzaak, PerOorzaak{l.naam, l.Aantal, l.Vorige})
	}
	o.PerMaand = maanden.rijen()
	o.TeLaat = teLaat(in, nu.Tot)
	o.Regelkaart = r.ontvangsten.regelkaart(nu.Tot)
	o.Maatregelen = r.maatregelrijen()
	bevonden := r.signaleer(&o)
	o.Signalen, o.TeWeinig = bevonden.signalen, bevonden.teWeinig
	o.Overleg = r.overlegcijfers()
	o.Dossiers = r.dossierrijen()
	return o
}

// oorzaakOp gives the cause that was known at the end of peildatum; "": none.
func oorzaakOp(f *dossier.Feiten, peildatum werkdagen.Datum) string {
	if f.OorzaakOp > peildatum {
		return ""
	}
	return f.Oorzaak
}

// geanalyseerdOp reports whether f was analysed by the end of peildatum.
func geanalyseerdOp(f *dossier.Feiten, peildatum werkdagen.Datum) bool {
	return f.Geanalyseerd && f.OorzaakOp <= peildatum
}

// teLaat lists what is past and unmet at the end of peildatum, longest first.
func teLaat(in Invoer, peildatum werkdagen.Datum) []TeLaat {
	rijen := []TeLaat{}
	for i := range in.Feiten {
		f := &in.Feiten[i]
		if !f.OpenOp(peildatum) {
			continue
		}
		for _, t := range f.Termijnen {
			// Of a term that was met too late, the stand is te laat for ever.
			voldaan := t.VoldaanOp != 0 && t.VoldaanOp <= peildatum
			if voldaan || t.Stand(peildatum) != dossier.StandTeLaat {
				continue
			}
			r := TeLaat{
				Nummer: f.Nummer, Termijn: t.Naam, Uiterlijk: t.Uiterlijk, Ronde: max(t.Ronde, 1),
				WerkdagenTeLaat: in.WerkdagenTeLaat(*f, t.Uiterlijk),
			}
			if in.MetNamen {
				r.Onderwerp, r.Klager, r.Behandelaar = f.Onderwerp, f.Klager, f.Behandelaar
			}
			rijen = append(rijen, r)
		}
	}
	slices.SortFunc(rijen, langstTeLaat)
	return rijen
}
