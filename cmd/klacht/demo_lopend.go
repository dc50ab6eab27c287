package main

import (
	"klacht/dossier"
	"klacht/werkdagen"
)

// The people of the invented organisation. Nobody in the demo exists; addresses are of the domains that RFC 2606 keeps for examples.
const (
	demoVerantwoordelijke = "Marjan de Graaf"
	demoKantoor           = "Noor Visser"
	demoOpleidingen       = "Karim Haddad"
	demoFinancien         = "Els Brouwer"
	demoTrainer           = "Peter van Dam"
	demoTrainster         = "Ilse Kuiper"
)

// Categories and causes as the default procedure.yaml has them.
const (
	overInhoud    = "inhoud van de cursus"
	overInfo      = "informatievoorziening"
	overLeider    = "cursusleider"
	overGeld      = "financiële afwikkeling"
	overOverig    = "overig"
	doorAfspraak  = "afspraak niet nagekomen"
	doorAdmin     = "fout in administratie"
	doorInfo      = "onduidelijke informatie"
	doorPlanning  = "planning"
	doorMateriaal = "kwaliteit lesmateriaal"
	doorHouding   = "houding of gedrag"
	doorTechniek  = "techniek"
	doorVerwacht  = "verwachting niet besproken"
)

func demoInrichting() dossier.Inrichting {
	return dossier.Inrichting{
		Organisatie: "Studiehuis De Linde", Email: "klachten@example.nl",
		Verantwoordelijke: demoVerantwoordelijke, Mediator: "Inge Vermaas <inge.vermaas@example.org>",
	}
}

// lopendeZaken are the cases that are open, one for everything that can be the matter with one.
func lopendeZaken() []demozaak {
	return []demozaak{
		{
			// Not confirmed in time.
			begin: werkdagenGeleden(8), tijd: "11:05", onderwerp: "Geen toegang tot de leeromgeving", categorie: overInfo,
			klager: "Bart Huizinga", adres: "b.huizinga@example.com", cursus: "Projectmatig werken", door: demoOpleidingen,
			tekst: "Volgens de uitnodiging kan ik vanaf vorige week bij het cursusmateriaal in de nieuwe leeromgeving. Mijn wachtwoord wordt niet " +
				"herkend en de knop om een nieuw aan te vragen doet niets. De eerste bijeenkomst is al over tien dagen.",
			wil: "Direct toegang, of het materiaal per e-mail.",
		}, {
			// To be confirmed today.
			begin: bevestigenVandaag, tijd: "14:40", onderwerp: "Verkeerde lestijden in de bevestigingsmail", categorie: overInfo,
			klager: "Samira Bouzidi", adres: "s.bouzidi@example.nl", firma: "Zorggroep Voorbeeld", cursus: "Klantgericht telefoneren", door: demoKantoor,
			tekst: "In de bevestiging staat dat de training om 9.30 uur begint, in de leeromgeving staat 13.00 uur. Wij zijn met vier collega's voor " +
				"niets vroeg gekomen en hebben een halve dag verloren.",
			wil: "Vergoeding van de verloren uren van vier medewerkers.",
		}, {
			// Just in.
			begin: werkdagenGeleden(1), tijd: "10:20", onderwerp: "Dubbel afgeschreven cursusgeld", categorie: overGeld,
			klager: "Wim Terpstra", adres: "w.terpstra@example.org", cursus: "Boekhouden basis", door: demoFinancien,
			tekst: "Op mijn rekening is het cursusgeld van 495 euro twee keer afgeschreven, met één dag ertussen. In de bijlage vindt u beide " +
				"afschrijvingen. Ik wil één bedrag terug.",
			wil:      "495 euro terug.",
			bijlagen: []demobestand{{"afschrijvingen.pdf", pdf("Rekeningoverzicht", "", "Studiehuis De Linde   495,00 af", "Studiehuis De Linde   495,00 af")}},
		}, {
			// The proposal is late.
			begin: werkdagenGeleden(25), tijd: "20:48", ernst: dossier.ErnstHoog, onderwerp: "Kleinerende opmerkingen tijdens de training",
			categorie: overLeider, klager: "Denise Kramer", adres: "denise.kramer@example.com", cursus: "Leidinggeven voor starters", betreft: demoTrainer,
			tekst: "De trainer maakte meermaals grappen over mijn uitspraak, waar de groep bij was. Toen ik er in de pauze iets van zei, vond hij dat ik " +
				"niet zo gevoelig moest zijn. Ik ben na de lunch niet teruggekomen.",
			wil: "Excuses van de trainer en de cursus bij iemand anders.",
			verhaal: verhaal{}.bevestigd(2).notitie(6, "Gesproken met Denise Kramer. Zij wil eerst excuses, daarna praten over een andere groep.").
				analyse(9, doorHouding, "Twee andere deelnemers bevestigen de opmerkingen. De trainer zegt het luchtig bedoeld te hebben."),
		}, {
			// The proposal is due in two working days.
			begin: voorstelOver(2), tijd: "08:55", onderwerp: "Uitnodiging kwam pas na de eerste lesdag", categorie: overInfo,
			klager: "Jeroen Maas", adres: "jeroen.maas@example.nl", firma: "Installatiebedrijf Voorbeeld", cursus: "Veilig werken (VCA basis)", door: demoOpleidingen,
			tekst: "Onze monteur heeft de uitnodiging voor de VCA-cursus een dag na de eerste les gekregen. Hij mag volgens de trainer niet meer " +
				"instromen. Wij hebben al betaald.",
			wil: "Een plaats in de eerstvolgende groep, zonder extra kosten.",
			verhaal: verhaal{}.bevestigd(1).analyse(7, doorTechniek, "De leeromgeving verstuurt geen uitnodiging als een deelnemer na de sluitingsdatum is toegevoegd.").
				notitie(11, "In de groep van volgende maand is nog één plaats vrij."),
		}, {
			// Waits for the complainant.
			begin: werkdagenGeleden(12), tijd: "13:15", onderwerp: "Annuleringskosten in rekening gebracht na ziekte", categorie: overGeld,
			klager: "Yvonne Scholten", adres: "y.scholten@example.com", cursus: "Zakelijk Engels", door: demoFinancien,
			tekst: "Twee dagen voor de start heb ik mij ziek gemeld. Toch krijg ik een rekening voor de helft van het cursusgeld. Aan de telefoon is mij " +
				"gezegd dat ik bij ziekte kosteloos kon verschuiven.",
			wil: "De rekening intrekken.",
			verhaal: verhaal{}.bevestigd(2).opgeschort(4, 25, "De klager stuurt de datum en het tijdstip van het telefoongesprek na.").
				metBrief("vraag-om-gegevens.txt", "Beste Yvonne Scholten,\n\nOm na te gaan wat er is afgesproken, horen wij graag op welke dag u ons belde.\n\nMet vriendelijke groet,\nEls Brouwer\n"),
		}, {
			// Extended.
			begin: werkdagenGeleden(19), tijd: "16:30", onderwerp: "Examenstof kwam niet aan de orde", categorie: overInhoud,
			klager: "Linda Postma", adres: "linda.postma@example.nl", cursus: "Boekhouden basis", betreft: demoTrainster,
			tekst: "Drie van de acht examenonderwerpen zijn in de lessen niet behandeld. Ik ben gezakt op precies die onderdelen. De trainer gaf toe dat " +
				"er te weinig tijd was.",
			wil: "Een herexamen en twee extra lessen.",
			verhaal: verhaal{}.bevestigd(3).analyse(10, doorPlanning, "Er zijn twee lesdagen uitgevallen; de stof is niet verschoven.").
				verlengd(13, werkdagen.Termijn{Aantal: 2, Eenheid: "weken"}, "De trainer is met vakantie en moet eerst gehoord worden. De klager weet het.").
				metBrief("bericht-van-uitstel.txt", "Beste Linda Postma,\n\nWij hebben twee weken langer nodig om u een goed voorstel te doen.\n\nMet vriendelijke groet,\nMarjan de Graaf\n"),
		}, {
			// A proposal that waits for an answer.
			begin: werkdagenGeleden(18), tijd: "09:12", onderwerp: "Certificaat niet te vinden in de leeromgeving", categorie: overInfo,
			klager: "Achmed El Idrissi", adres: "a.elidrissi@example.org", cursus: "AVG in de praktijk", door: demoKantoor,
			tekst: "Zes weken na afloop kan ik mijn certificaat nog steeds niet downloaden. Mijn werkgever heeft het nodig voor de jaarlijkse controle.",
			wil:   "Het certificaat, desnoods op papier.",
			verhaal: verhaal{}.bevestigd(1).analyse(5, doorTechniek, "Certificaten worden niet vrijgegeven als de evaluatie niet is ingevuld. Dat staat nergens.").
				voorstel(12, "Certificaat per post verstuurd. De eis van de evaluatie vervalt, ook voor anderen."),
		}, {
			// At the mediator.
			begin: werkdagenGeleden(45), tijd: "19:33", ernst: dossier.ErnstHoog, onderwerp: "Toezegging over maatwerk niet nagekomen", categorie: overInhoud,
			klager: "Hanneke Vos", adres: "h.vos@example.com", firma: "Adviesbureau Voorbeeld", cursus: "Coachend leidinggeven", door: demoOpleidingen,
			tekst: "In het intakegesprek is ons beloofd dat de training over onze eigen praktijk zou gaan. We kregen het standaardprogramma, met " +
				"voorbeelden uit de bouw. Voor acht mensen hebben wij 6.400 euro betaald.",
			wil:      "De helft van het bedrag terug.",
			bijlagen: []demobestand{{"offerte.pdf", pdf("Offerte incompany-training", "", "Coachend leidinggeven, 8 deelnemers", "Programma in overleg aangepast aan uw praktijk")}},
			verhaal: verhaal{}.bevestigd(2).analyse(8, doorVerwacht, "De toezegging staat in de offerte, maar is niet doorgegeven aan de trainer.").
				voorstel(14, "Een extra dagdeel maatwerk, zonder kosten.").nietAkkoord(20, "Het vertrouwen is weg; zij willen geld terug.").gisteren().
				mediator(22).geschil(28, "De klager heeft de zaak aan de mediator voorgelegd."),
		}, {
			// Reopened.
			begin: werkdagenGeleden(62), tijd: "12:01", onderwerp: "Wijziging van locatie niet doorgegeven", categorie: overInfo,
			klager: "Roos Dijkman", adres: "roos.dijkman@example.nl", cursus: "Timemanagement", door: demoKantoor,
			tekst: "De cursus was verplaatst naar een ander gebouw. Dat stond alleen in de leeromgeving. Ik stond voor een dichte deur en heb de ochtend gemist.",
			wil:   "De gemiste ochtend inhalen.",
			verhaal: verhaal{}.bevestigd(2).analyse(6, doorInfo, "Een wijziging in de leeromgeving geeft geen bericht aan de deelnemers.").
				voorstel(9, "Inhalen met de volgende groep.").akkoord(11, "Prima, dank u wel.").dicht(12, dossier.Gegrond, "Plaats gereserveerd.").
				heropend(55, "De volgende groep gaat niet door; de klager kan nu nergens inhalen."),
		}, {
			// Found by the organisation itself, on time.
			begin: werkdagenGeleden(6), tijd: "15:10", kanaal: "intern", soort: dossier.SoortOnvolkomenheid,
			onderwerp: "Routebeschrijving op de website is verouderd", categorie: overInfo, door: demoKantoor,
			tekst:   "Op de website staat nog de ingang aan de achterkant, die sinds de verbouwing dicht is.",
			verhaal: verhaal{}.analyse(2, doorInfo, "Niemand is verantwoordelijk voor deze pagina."),
		}, {
			// Handled by the person it is about; wants to go to the mediator.
			begin: werkdagenGeleden(26), tijd: "17:45", onderwerp: "Geen reactie op vragen tussen de lessen", categorie: overLeider,
			klager: "Tom Verbeek", adres: "tom.verbeek@example.org", cursus: "Projectmatig werken", betreft: demoOpleidingen, door: demoOpleidingen,
			tekst: "Volgens de brochure antwoordt de cursusleider binnen twee dagen op vragen. Ik heb er vijf gesteld en twee keer antwoord gekregen, " +
				"na ruim een week.",
			wil: "Een derde van het cursusgeld terug.",
			verhaal: verhaal{}.bevestigd(4).analyse(12, doorVerwacht, "De termijn van twee dagen geldt alleen op werkdagen van de cursusleider.").
				voorstel(16, "Een uur persoonlijke begeleiding.").nietAkkoord(20, "Te weinig, en hij vraagt wie de klacht beoordeelt.").mediator(21),
		}, {
			// Found by the organisation itself, late.
			begin: werkdagenGeleden(24), tijd: "09:40", kanaal: "intern", soort: dossier.SoortOnvolkomenheid,
			onderwerp: "Oefenbestand sluit niet aan op de nieuwe Excel-versie", categorie: overInhoud, cursus: "Excel gevorderd", door: demoTrainster,
			tekst:   "Twee van de zes oefeningen werken niet meer. De trainers lossen het nu elk op hun eigen manier op.",
			verhaal: verhaal{}.analyse(5, doorMateriaal, "De bestanden zijn in drie jaar niet nagekeken."),
		},
	}
}
