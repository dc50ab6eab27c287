package dossier

// Soort says what is registered: a klacht comes from a third party, an
// onvolkomenheid may also be found by the organisation itself.
type Soort string

const (
	SoortKlacht         Soort = "klacht"
	SoortOnvolkomenheid Soort = "onvolkomenheid"
)

// Soorten lists every Soort.
func Soorten() []Soort { return []Soort{SoortKlacht, SoortOnvolkomenheid} }

// Herkomst gives the origin that goes with s unless another is given.
func (s Soort) Herkomst() Herkomst {
	if s == SoortOnvolkomenheid {
		return Intern
	}
	return Extern
}

// Herkomst says where a dossier came from; the terms follow it.
type Herkomst string

const (
	Extern Herkomst = "extern"
	Intern Herkomst = "intern"
)

// Herkomsten lists every Herkomst.
func Herkomsten() []Herkomst { return []Herkomst{Extern, Intern} }

// Ernst is how serious the complaint is, in the organisation's own judgement.
type Ernst string

const (
	ErnstLaag    Ernst = "laag"
	ErnstNormaal Ernst = "normaal"
	ErnstHoog    Ernst = "hoog"
)

// Ernsten lists every Ernst, lowest first.
func Ernsten() []Ernst { return []Ernst{ErnstLaag, ErnstNormaal, ErnstHoog} }

// Toestand is the state of a dossier. It is always derived from the events.
type Toestand string

const (
	Ontvangen   Toestand = "ontvangen"
	Bevestigd   Toestand = "bevestigd"
	Voorgesteld Toestand = "voorgesteld"
	InGeschil   Toestand = "geschil"
	Afgehandeld Toestand = "afgehandeld"
)

// Toestanden lists every Toestand in the order of the procedure.
func Toestanden() []Toestand {
	return []Toestand{Ontvangen, Bevestigd, Voorgesteld, InGeschil, Afgehandeld}
}

// Uitkomst is how a dossier that is afgehandeld ended; "" while it is open.
type Uitkomst string

const (
	Gegrond      Uitkomst = "gegrond"
	DeelsGegrond Uitkomst = "deels gegrond"
	Ongegrond    Uitkomst = "ongegrond"
	Ingetrokken  Uitkomst = "ingetrokken"
	// UitkomstOnbekend is of what an imported register calls closed without
	// saying how. Nothing that is closed here ends so.
	UitkomstOnbekend Uitkomst = "onbekend"
)

// gelezenUitkomsten are all that a file may have.
func gelezenUitkomsten() []Uitkomst { return append(Uitkomsten(), UitkomstOnbekend) }

// Uitkomsten lists every Uitkomst that a closing can be given.
func Uitkomsten() []Uitkomst { return []Uitkomst{Gegrond, DeelsGegrond, Ongegrond, Ingetrokken} }

// Termijnnaam names a promise with a deadline.
type Termijnnaam string

const (
	TermijnBevestiging Termijnnaam = "bevestiging"
	TermijnVoorstel    Termijnnaam = "voorstel"
	TermijnAfhandeling Termijnnaam = "afhandeling"
)

// Termijnnamen lists the terms in the order in which they fall due.
func Termijnnamen() []Termijnnaam {
	return []Termijnnaam{TermijnBevestiging, TermijnVoorstel, TermijnAfhandeling}
}

// Stand says how a term stands as of the reference date.
type Stand string

const (
	StandOpen      Stand = "open"      // not met, not past
	StandGehaald   Stand = "gehaald"   // met on or before the last day
	StandTeLaat    Stand = "te laat"   // open and past, or met too late
	StandVervallen Stand = "vervallen" // withdrawn before it was due
	StandOnbekend  Stand = "onbekend"  // an imported register does not tell
)
