package rapport

// grafiek is a chart as numbers, before anything is drawn: what it shows, and
// in a table the same for those who can't see it. All text in it is clean
// (scherm.Regel), and not yet escaped for any format.
type grafiek struct {
	naam         string // a short word for ids: regelkaart, categorieen, oorzaken, optijd
	titel        string
	beschrijving string // what is to be seen, in a sentence or two
	tabel        tabel  // the data behind it
	leeg         string // why there is nothing to draw; only this is shown then

	soort   grafieksoort
	groepen []string // along the axis: months (jul 2026, K3 2026 or 2026), categories, causes
	reeksen []reeks  // one value for each group
	lijnen  []lijn   // straight lines at a value
	buiten  []bool   // per group: marked as outside the limits; nil for none
	overige bool     // the last group is all that there is no room for
}

type grafieksoort uint8

const (
	soortRegelkaart grafieksoort = iota // points joined by a line, with straight lines
	soortStaven                         // horizontal bars, the reeksen beside each other
	soortPareto                         // vertical bars, and a line of cumulative percentages (the second reeks, 0–100)
	soortStapel                         // vertical bars, the reeksen on top of each other
)

// reeks is one row of values, with its name in the legend.
type reeks struct {
	naam    string
	waarden []float64
	rol     rol
}

// lijn is a straight line across a chart.
type lijn struct {
	naam   string
	waarde float64
	rol    rol
}

// rol says what a part of a drawing stands for; each format gives it a colour.
type rol uint8

const (
	rolTekst  rol = iota // text and titles
	rolZacht             // text and lines that give way
	rolRaster            // grid
	rolReeks             // the values of this period
	rolVorige            // the values to compare with
	rolLijn              // a line over bars
	rolMidden            // the centre line
	rolGrens             // a control limit
	rolBuiten            // a point outside the limits
	rolGoed              // on time
	rolFout              // late
	rolOpen              // still open
	rolPapier            // what lies on a filled shape: the colour of the page
)

// tekening is a drawing that every format can make: plain shapes on a plane of
// breed by hoog units (about a pixel at 96 dpi), from the top left corner.
type tekening struct {
	breed, hoog  float64
	titel        string // as of the grafiek
	beschrijving string
	vormen       []vorm
}

// vorm is one shape: a rectangle, a line through points, a dot or a text.
type vorm struct {
	soort   vormsoort
	rol     rol
	x, y    float64 // of a rectangle its top left corner, of a dot its middle, of a text its baseline at anker
	b, h    float64 // of a rectangle
	straal  float64 // of a dot
	punten  []punt  // of a line
	streep  bool    // of a line: dashed
	dik     float64 // of a line: its width
	tekst   string
	grootte float64 // of a text, in units
	vet     bool
	anker   anker
	uitleg  string // what a reader who points at it is told; "" for nothing
}

type vormsoort uint8

const (
	vormVlak vormsoort = iota
	vormLijn
	vormStip
	vormTekst
)

type punt struct{ x, y float64 }

type anker uint8

const (
	ankerBegin anker = iota
	ankerMidden
	ankerEind
)
