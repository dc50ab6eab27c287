package dossier

import (
	"slices"

	"klacht/werkdagen"
)

// Inkomend is a message that came in and that nobody has judged yet, or that was
// judged to be no complaint and is kept for a while: one folder in inkomend.
type Inkomend struct {
	Label     string   // what people call it by: the end of its folder's name
	Ontvangen Tijdstip // the moment of receipt, from which terms count
	Ingelezen Tijdstip // when klacht took it in
	Door      string   // who did that
	Van       Klager   // the sender: Naam and Email
	Klager    Klager   // who complains, where that is not the sender
	Onderwerp string
	BerichtID string // its Message-ID without < >
	Bestand   string // the name of the file with the message, byte for byte
	SHA256    string // of that file
	Vraag     string // why a person must look where it belongs; "" for a new sender
	Dossier   Nummer // the dossier that Vraag is about, if any
	Opmerking string // what was remarkable about the message

	Oordeel        Postoordeel // "" while it waits
	BeoordeeldOp   Tijdstip
	BeoordeeldDoor string

	naam string // of its folder within inkomend
}

// Postoordeel is what a message in inkomend was judged to be while it stays
// there. What became of any other is in a dossier.
type Postoordeel string

// GeenKlacht is the judgement on a message that is kept for a while and then
// destroyed.
const GeenKlacht Postoordeel = "geen-klacht"

// Wacht reports whether it waited for a judgement at the end of day dag.
func (i *Inkomend) Wacht(dag werkdagen.Datum) bool {
	return i.Ontvangen.Dag <= dag && (i.Oordeel == "" || i.BeoordeeldOp.Dag > dag)
}

// Merk is what its message is recognised by.
func (i *Inkomend) Merk() Merk { return berichtmerk{i.BerichtID, i.SHA256}.merk() }

// Wie is who complains, as far as the message tells.
func (i *Inkomend) Wie() Klager {
	if i.Klager != (Klager{}) {
		return i.Klager
	}
	return i.Van
}

// Inkomendstatus is how many messages wait for a judgement. Their clock runs
// from receipt: one is late when a complaint would be, that is not confirmed.
type Inkomendstatus struct {
	Aantal int      `json:"aantal"`
	Oudste Tijdstip `json:"oudste"` // the earliest moment of receipt; null for none
	TeLaat int      `json:"te_laat"`
}

// Inkomendstatus derives how alle stand at the end of day peildatum.
func (r *Regels) Inkomendstatus(alle []*Inkomend, peildatum werkdagen.Datum) (Inkomendstatus, error) {
	s := Inkomendstatus{}
	for _, i := range alle {
		if !i.Wacht(peildatum) {
			continue
		}
		s.Aantal++
		if s.Oudste.IsLeeg() || i.Ontvangen.VoorNa(s.Oudste) < 0 {
			s.Oudste = i.Ontvangen
		}
		uiterlijk, err := r.BevestigenVoor(i.Ontvangen.Dag)
		if err != nil {
			return s, err
		}
		if uiterlijk != 0 && uiterlijk < peildatum {
			s.TeLaat++
		}
	}
	return s, nil
}

// BevestigenVoor is the last day on which a complaint received on day ontvangen
// is confirmed in time; 0 where that is not promised.
func (r *Regels) BevestigenVoor(ontvangen werkdagen.Datum) (werkdagen.Datum, error) {
	i := slices.IndexFunc(r.Procedure.Termijnen.Extern, func(t Termijnbelofte) bool { return t.Naam == TermijnBevestiging })
	if i < 0 || r.Procedure.Termijnen.Extern[i].Termijn.Aantal == 0 {
		return 0, nil
	}
	kal, err := r.kalenders.voor(r.Procedure.Kalender)
	if err != nil {
		return 0, err
	}
	b, err := kal.Bereken(ontvangen, r.Procedure.Termijnen.Extern[i].Termijn)
	return b.Uiterlijk, err
}

// Inkomendoordeel says whether a message is kept on day peildatum, as
// Bewaaroordeel does of a dossier, with the last day that it is.
func (r *Regels) Inkomendoordeel(i *Inkomend, peildatum werkdagen.Datum) (o Oordeel, tot werkdagen.Datum, err error) {
	if i.Oordeel == "" || i.BeoordeeldOp.Dag > peildatum {
		return Oordeel{Reden: "wacht op een beoordeling"}, 0, nil
	}
	kal, err := r.kalenders.voor(r.Procedure.Kalender)
	if err != nil {
		return Oordeel{}, 0, err
	}
	b, err := kal.Bereken(i.BeoordeeldOp.Dag, r.Procedure.Post.Bewaren)
	if err != nil {
		return Oordeel{}, 0, err
	}
	// A working day or not: nothing is to be done on it.
	if tot = b.Nominaal; peildatum <= tot {
		return Oordeel{Reden: "geen klacht, bewaard tot en met " + tot.Lang()}, tot, nil
	}
	return Oordeel{Vernietigen: true, Reden: "geen klacht, bewaartermijn verstreken op " + tot.Lang()}, tot, nil
}
