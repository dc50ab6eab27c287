package register

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"klacht/dossier"
)

// kopnaam is a heading as it is compared: letters and digits, without accents.
func kopnaam(s string) string {
	s, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// woorden are what registers call a field: Dutch first, then English, and what is
// usual elsewhere. One that is long enough is also found within a heading.
var woorden = map[dossier.Registerveld][]string{
	dossier.RegisterNummer: {
		"registratienummer", "klachtnummer", "dossiernummer", "meldingsnummer", "meldnummer", "zaaknummer", "volgnummer", "kenmerk", "nummer", "nr", "klachtnr", "dossiernr", "registratienr", "meldingnr", "zaaknr", "klachtid", "meldingid",
		"complaintnumber", "complaintno", "complaintid", "casenumber", "caseno", "caseid", "ticketnumber", "ticketid", "referencenumber", "reference", "uniquekey", "uniqueid", "recordid", "number", "id",
		"beschwerdenummer", "vorgangsnummer", "aktenzeichen", "numero", "numerodereclamation", "numerodequeja", "numerodareclamacao", "protocolo",
	},
	dossier.RegisterOntvangen: {
		"datumbinnenkomst", "binnengekomen", "binnengekomenop", "datumontvangst", "datumontvangen", "ontvangstdatum", "ontvangen", "ontvangenop", "datummelding", "meldingsdatum", "meldingdatum", "datumklacht", "klachtdatum", "datumregistratie", "registratiedatum", "datumingediend", "ingediendop", "indieningsdatum", "datum",
		"datereceived", "receiveddate", "received", "receivedon", "dateopened", "opendate", "openeddate", "opened", "createddate", "datecreated", "createdat", "created", "complaintdate", "dateofcomplaint", "dateofreceipt", "reporteddate", "datereported", "submissiondate", "date",
		"eingangsdatum", "eingang", "datedereception", "daterecue", "fechaderecepcion", "fechadeentrada", "datadeabertura", "dataabertura", "datadeentrada",
	},
	dossier.RegisterBevestigd: {
		"bevestigingsbriefverzonden", "bevestigingverzonden", "bevestigingsbrief", "ontvangstbevestiging", "ontvangstbevestigingverzonden", "datumontvangstbevestiging", "datumbevestiging", "bevestigingsdatum", "bevestigd", "bevestigdop",
		"acknowledged", "acknowledgedon", "acknowledgementdate", "acknowledgementsent", "dateacknowledged", "acknowledgeddate",
		"eingangsbestatigung", "accusedereception",
	},
	dossier.RegisterVoorstel: {
		"datumvoorstel", "voorstelverzonden", "voorstelgedaan", "voorstelop", "datuminhoudelijkereactie",
		"proposaldate", "responsedate", "dateofresponse", "dateproposed",
	},
	dossier.RegisterAfgehandeld: {
		"datumafgehandeld", "afgehandeld", "afgehandeldop", "datumafhandeling", "afhandelingsdatum", "datumafgerond", "afgerondop", "afgerond", "datumgesloten", "geslotenop", "gesloten", "datumafsluiting", "sluitingsdatum", "einddatum", "datumgereed", "gereedop",
		"closeddate", "dateclosed", "closed", "closedon", "closedat", "closingdate", "resolveddate", "dateresolved", "resolved", "resolvedat", "completeddate", "datecompleted", "enddate",
		"abschlussdatum", "erledigtam", "datedecloture", "fechadecierre", "datadeencerramento", "dataencerramento",
	},
	dossier.RegisterUitkomst: {
		"gegrond", "gegrondjn", "gegrondjanee", "gegrondongegrond", "uitkomst", "oordeel", "beoordeling", "uitspraak", "klachtgegrond", "terecht", "terechtjn", "terechtjanee", "klachtterecht",
		"upheld", "outcome", "justified", "substantiated", "founded", "decision", "verdict",
		"berechtigt", "fondee", "procedente",
	},
	dossier.RegisterCategorie: {
		"soortklacht", "klachtsoort", "categorie", "klachtcategorie", "typeklacht", "klachttype", "rubriek", "aardklacht", "aardvandeklacht", "onderwerpcategorie", "soort", "type",
		"category", "complaintcategory", "complainttype", "typeofcomplaint", "issuetype", "casetype",
		"kategorie", "beschwerdeart", "categoria",
	},
	dossier.RegisterOnderwerp: {
		"onderwerp", "titel", "betreftonderwerp", "korteomschrijving", "waargaathetover", "waarover", "subject", "title", "summary", "betreff", "objet", "asunto", "titulo",
	},
	dossier.RegisterOmschrijving: {
		"omschrijving", "omschrijvingklacht", "klachtomschrijving", "beschrijving", "toelichting", "inhoudklacht", "klacht", "melding", "inhoud",
		"description", "complaintdescription", "details", "complaintdetails", "narrative", "complaint",
		"beschreibung", "descripcion", "descricao",
	},
	dossier.RegisterOorzaak: {
		"oorzaak", "oorzaken", "oorzaakklacht", "hoofdoorzaak", "cause", "rootcause", "ursache", "causa",
	},
	dossier.RegisterBevinding: {"bevinding", "bevindingen", "analyse", "onderzoek", "findings", "finding", "analysis"},
	dossier.RegisterOplossing: {
		"oplossing", "afhandeling", "wijzevanafhandeling", "afdoening", "actie", "genomenactie", "resolution", "solution", "actiontaken", "losung", "solucion", "solucao",
	},
	dossier.RegisterGewenst: {"gewensteoplossing", "gewenst", "wensklant", "wensklager", "desiredoutcome", "desiredresolution", "requestedremedy"},
	dossier.RegisterKlager: {
		"naam", "naamklager", "klager", "naamklant", "klantnaam", "klant", "melder", "naammelder", "indiener", "naamindiener", "achternaam",
		"name", "complainant", "complainantname", "customer", "customername", "fullname", "reportedby",
		"beschwerdefuhrer", "nom", "nombre", "nome",
	},
	dossier.RegisterEmail:    {"email", "emailadres", "mail", "mailadres", "emailklager", "emailadresklager", "emailaddress", "customeremail", "correo", "courriel"},
	dossier.RegisterTelefoon: {"telefoonnummer", "telefoon", "telnr", "tel", "telefoonnr", "mobiel", "mobielnummer", "phone", "phonenumber", "telephone", "mobile", "telefon", "telefono", "telefone"},
	dossier.RegisterOrganisatie: {
		"organisatie", "bedrijf", "bedrijfsnaam", "werkgever", "organisation", "organization", "company", "companyname", "firma", "entreprise", "empresa",
	},
	dossier.RegisterBetreft: {"betreft", "betreftmedewerker", "medewerker", "docent", "cursusleider", "overwie", "employee", "staffmember", "staff"},
	dossier.RegisterCursus:  {"cursus", "opleiding", "training", "cursusnaam", "product", "dienst", "course", "coursename", "kurs"},
	dossier.RegisterBehandelaar: {
		"behandelaar", "behandelddoor", "klachtbehandelaar", "verantwoordelijke", "eigenaar", "handler", "handledby", "assignedto", "owner", "casehandler", "bearbeiter",
	},
	dossier.RegisterKanaal: {
		"kanaal", "binnengekomenvia", "wijzevanontvangst", "ontvangenvia", "medium", "bron", "channel", "receivedvia", "source", "submittedvia", "kanal", "canal",
	},
	dossier.RegisterErnst:    {"ernst", "prioriteit", "urgentie", "severity", "priority", "urgency"},
	dossier.RegisterSoort:    {"klachtofonvolkomenheid", "soortmelding"},
	dossier.RegisterHerkomst: {"herkomst", "internextern", "externintern"},
}

// kortstDeel is how long a word must be to be found within a heading.
const kortstDeel = 8

// Grades of how well a heading fits a field.
const (
	pastNiet = iota
	pastDeels
	pastHeel
)

// past says how well a heading fits a field; plaats is how far down the list of
// words, for of two that fit the one that is named first is meant.
func past(veld dossier.Registerveld, kop string) (graad, plaats int) {
	for i, w := range woorden[veld] {
		if kop == w {
			return pastHeel, i
		}
	}
	for i, w := range woorden[veld] {
		if len(w) >= kortstDeel && strings.Contains(kop, w) {
			return pastDeels, i
		}
	}
	return pastNiet, 0
}
