package main

import (
	"klacht/dossier"
	"klacht/werkdagen"
)

// afgerondeZaken are the cases that are closed, oldest first. The first are destroyed, the next may be by now, the rest is kept.
func afgerondeZaken() []demozaak {
	return []demozaak{
		{
			begin: bewaardSinds(180), tijd: "10:15", onderwerp: "Rekening naar het verkeerde adres", categorie: overGeld, door: demoFinancien,
			klager: "Gerda Meijer", adres: "g.meijer@example.nl", cursus: "Excel gevorderd",
			tekst:   "De rekening is drie keer naar mijn oude adres gestuurd. Nu krijg ik een aanmaning met kosten.",
			verhaal: verhaal{}.bevestigd(1).analyse(3, doorAdmin, "Adreswijziging niet verwerkt.").voorstel(5, "Aanmaningskosten vervallen.").akkoord(7, "").dicht(8, dossier.Gegrond, ""),
		}, {
			begin: bewaardSinds(165), tijd: "21:30", onderwerp: "Reader is een kopie van een boek", categorie: overInhoud,
			klager: "Frits Jonker", adres: "frits.jonker@example.com", cursus: "Timemanagement",
			tekst: "De reader bestaat uit gekopieerde bladzijden, soms half leesbaar. Daar betaal ik geen 60 euro voor.",
			verhaal: verhaal{}.bevestigd(3).analyse(9, doorMateriaal, "Tijdelijke reader; de nieuwe was niet op tijd klaar.").voorstel(13, "Geld voor de reader terug.").
				akkoord(15, "").dicht(16, dossier.DeelsGegrond, ""),
		}, {
			begin: bewaardSinds(150), kanaal: "brief", onderwerp: "Zaal was te koud", categorie: overOverig, door: demoKantoor,
			klager: "Corrie van Leeuwen", cursus: "BHV basis",
			tekst:   "Mevrouw schrijft dat de verwarming de hele dag uit was en dat zij daar ziek van is geworden.",
			verhaal: verhaal{}.bevestigd(2).voorstel(6, "Excuses en een gratis herhalingsdag.").geenReactie(18).dicht(19, dossier.Ongegrond, "De storing was binnen een uur verholpen."),
		}, {
			begin: bewaardSinds(66), tijd: "14:22", onderwerp: "Korting uit de folder niet toegepast", categorie: overGeld, door: demoFinancien,
			klager: "Ria Smeets", adres: "ria.smeets@example.org", cursus: "PowerPoint",
			tekst:   "In uw folder staat tien procent korting bij vroeg inschrijven. Op de rekening zie ik die niet terug.",
			verhaal: verhaal{}.bevestigd(1).analyse(2, doorAdmin, "Korting handmatig in te voeren en vergeten.").voorstel(4, "Korting alsnog verrekend.").akkoord(5, "").dicht(5, dossier.Gegrond, ""),
		}, {
			begin: bewaardSinds(61), tijd: "18:03", onderwerp: "Deelnemer werd niet toegelaten tot het examen", categorie: overOverig, ernst: dossier.ErnstHoog,
			klager: "Ben Oosterhuis", adres: "b.oosterhuis@example.com", firma: "Transportbedrijf Voorbeeld", cursus: "Veilig werken (VCA basis)",
			tekst: "Onze chauffeur mocht niet aan het examen beginnen omdat zijn naam niet op de lijst stond. Wij houden u aansprakelijk voor de gemiste opdracht.",
			wil:   "Vergoeding van 1.250 euro.",
			verhaal: verhaal{}.bevestigd(2).analyse(8, doorAdmin, "Naam verkeerd overgenomen van het inschrijfformulier.").voorstel(12, "Nieuw examen en 250 euro.").
				nietAkkoord(15, "Wil de hele schade vergoed.").mediator(16).voorstel(18, "Nieuw examen en 600 euro.").akkoord(20, "Onder voorbehoud.").dicht(21, dossier.DeelsGegrond, "").
				bewaarplicht(24, "De klager heeft een procedure bij de kantonrechter aangekondigd."),
		}, {
			begin: bewaardSinds(56), tijd: "11:47", onderwerp: "Trainer kwam te laat en ging eerder weg", categorie: overLeider, betreft: demoTrainer,
			klager: "Petra Blom", adres: "petra.blom@example.nl", cursus: "Klantgericht telefoneren",
			tekst:   "Op beide dagen begonnen we een half uur te laat en waren we een uur eerder klaar. Dat is samen drie uur minder les.",
			verhaal: verhaal{}.bevestigd(4).analyse(7, doorAfspraak, "De trainer reisde op en neer vanaf een andere opdracht.").voorstel(10, "Een extra avond.").akkoord(12, "").dicht(13, dossier.Gegrond, ""),
		}, {
			begin: bewaardSinds(50), kanaal: "intern", soort: dossier.SoortOnvolkomenheid, onderwerp: "Presentielijsten lagen open op de balie", categorie: overOverig, door: demoKantoor,
			tekst:   "Bezoekers konden namen en handtekeningen van alle deelnemers lezen.",
			verhaal: verhaal{}.analyse(2, doorPlanning, "Geen vaste plek voor de lijsten.").dicht(9, dossier.Gegrond, "Er ligt nu een afsluitbare map."),
		},

		// From here on somewhere in the past two years.
		{
			tijd: "09:05", onderwerp: "Kosten voor lesmateriaal niet vermeld", categorie: overGeld, door: demoFinancien,
			klager: "Anouk Prins", adres: "anouk.prins@example.com", cursus: "Zakelijk Engels",
			tekst: "Op de website stond een prijs inclusief materiaal. Nu moet ik 85 euro bijbetalen voor boeken.", wil: "85 euro terug.",
			verhaal: verhaal{}.bevestigd(2).analyse(5, doorInfo, "De website noemt de oude prijs.").voorstel(8, "85 euro terug, website aangepast.").akkoord(9, "").dicht(10, dossier.Gegrond, ""),
		}, {
			tijd: "20:19", onderwerp: "Cursus was niveau beginners", categorie: overInhoud, klager: "Erik van Beek", adres: "erik.vanbeek@example.nl", cursus: "Excel gevorderd",
			tekst: "Ik had gevorderd gekozen. De eerste anderhalve dag ging over optellen en opmaak.", wil: "De helft van het cursusgeld terug.",
			verhaal: verhaal{}.bevestigd(1).analyse(6, doorVerwacht, "Geen intake; de groep liep uiteen.").voorstel(11, "Gratis deelname aan de verdiepingsdag.").
				nietAkkoord(13, "Wil liever geld.").gisteren().voorstel(15, "Een kwart van het cursusgeld terug.").akkoord(17, "").dicht(18, dossier.DeelsGegrond, ""),
		}, {
			kanaal: "telefoon", tijd: "11:30", onderwerp: "Trainer snauwde een deelnemer af", categorie: overLeider, betreft: demoTrainer,
			klager: "Joke Hendriksen", firma: "Gemeente Voorbeeld", cursus: "Leidinggeven voor starters",
			tekst:   "Mevrouw belt namens een collega, die volgens haar voor de groep is afgesnauwd omdat zij een oefening niet wilde doen.",
			verhaal: verhaal{}.bevestigd(3).analyse(10, doorHouding, "De trainer herkent het en biedt excuses aan.").voorstel(12, "Excuses en een gesprek.").akkoord(14, "").dicht(15, dossier.Gegrond, ""),
		}, {
			kanaal: "intern", tijd: "13:00", soort: dossier.SoortOnvolkomenheid, onderwerp: "Toets bevat twee fouten", categorie: overInhoud, door: demoTrainster, cursus: "Boekhouden basis",
			tekst:   "Bij vraag 7 en 12 is het antwoord in de sleutel niet juist.",
			verhaal: verhaal{}.analyse(1, doorMateriaal, "Nieuwe toets niet door een tweede persoon nagekeken.").dicht(6, dossier.Gegrond, "Sleutel verbeterd, twaalf toetsen opnieuw beoordeeld."),
		}, {
			tijd: "15:51", onderwerp: "Cursusgeld niet terug na annulering", categorie: overGeld, door: demoFinancien, klager: "Hans Wolters", adres: "h.wolters@example.org", cursus: "PowerPoint",
			tekst: "Ik heb ruim op tijd geannuleerd en wacht al zeven weken op mijn geld. Niemand belt terug.", wil: "295 euro.",
			verhaal: verhaal{}.bevestigd(8).analyse(12, doorAdmin, "De annulering lag in een postvak van iemand die ziek was.").voorstel(13, "Bedrag is vandaag overgemaakt.").
				akkoord(14, "").dicht(15, dossier.Gegrond, "").heropend(24, "Het geld is niet aangekomen.").voorstel(27, "Rekeningnummer was verkeerd; opnieuw overgemaakt.").akkoord(29, "").dicht(29, dossier.Gegrond, ""),
		}, {
			tijd: "12:08", onderwerp: "Parkeerkosten bij de cursuslocatie", categorie: overOverig, door: demoKantoor, klager: "Marco Jansma", adres: "m.jansma@example.com", cursus: "BHV basis",
			tekst: "Nergens stond dat parkeren 22 euro per dag kost.", wil: "44 euro terug.",
			verhaal: verhaal{}.bevestigd(2).voorstel(5, "Wij vergoeden parkeren niet, maar zetten het voortaan in de uitnodiging.").geenReactie(16).gisteren().
				dicht(16, dossier.Ongegrond, "Parkeren is voor eigen rekening."),
		}, {
			tijd: "08:44", onderwerp: "Te weinig oefening in de training", categorie: overInhoud, klager: "Fleur Aalbers", adres: "fleur.aalbers@example.nl", cursus: "Klantgericht telefoneren",
			tekst: "Er zou veel geoefend worden. In twee dagen heb ik één gesprek van vijf minuten gevoerd.",
			verhaal: verhaal{}.bevestigd(3).opgeschort(5, 20, "De klager vraagt haar collega's naar hun ervaring.").hervat(11, "Ook haar collega's vonden het te weinig.").
				analyse(14, doorPlanning, "Zestien deelnemers in plaats van tien.").voorstel(17, "Een extra oefenmiddag in een kleine groep.").akkoord(19, "").dicht(20, dossier.Gegrond, ""),
		}, {
			tijd: "17:20", onderwerp: "Datum van de cursus drie keer veranderd", categorie: overInfo, door: demoKantoor, klager: "Saskia Timmer", adres: "s.timmer@example.com", cursus: "AVG in de praktijk",
			tekst:   "Drie keer is de datum verschoven, de laatste keer twee dagen van tevoren. Ik kan nu niet meer.",
			wil:     "Kosteloos annuleren.",
			verhaal: verhaal{}.bevestigd(1).analyse(4, doorPlanning, "Te weinig inschrijvingen.").voorstel(6, "Kosteloos geannuleerd.").akkoord(6, "").dicht(7, dossier.Gegrond, ""),
		}, {
			tijd: "22:10", onderwerp: "Trainer besprak mijn casus met mijn werkgever", categorie: overLeider, ernst: dossier.ErnstHoog, betreft: demoTrainster,
			klager: "Marleen Schut", adres: "marleen.schut@example.org", cursus: "Coachend leidinggeven",
			tekst: "Wat ik in vertrouwen heb ingebracht, hoorde ik een week later terug van mijn leidinggevende.",
			wil:   "Erkenning, en dat dit niet meer gebeurt.",
			verhaal: verhaal{}.bevestigd(1).analyse(9, doorAfspraak, "De trainer heeft met de opdrachtgever geëvalueerd en een voorbeeld genoemd.").
				voorstel(14, "Excuses; evaluaties gaan voortaan niet over personen.").nietAkkoord(18, "Wil een onafhankelijk oordeel.").mediator(19).geschil(24, "").
				advies(38, "Schriftelijke excuses van de directie, en een regel over vertrouwelijkheid in de opdrachtbevestiging.").dicht(42, dossier.Gegrond, "Advies uitgevoerd."),
		}, {
			tijd: "10:57", onderwerp: "Btw op de rekening klopt niet", categorie: overGeld, door: demoFinancien, klager: "Ruud Kerkhof", adres: "r.kerkhof@example.nl", firma: "Bakkerij Voorbeeld", cursus: "Boekhouden basis",
			tekst:    "Scholing is vrijgesteld van btw, maar op uw rekening staat 21 procent.",
			bijlagen: []demobestand{{"rekening.pdf", pdf("Studiehuis De Linde", "", "Boekhouden basis    495,00", "Btw 21%             103,95", "Totaal              598,95")}},
			verhaal:  verhaal{}.bevestigd(2).analyse(3, doorAdmin, "Verkeerde btw-code bij deze cursus.").voorstel(4, "Nieuwe rekening gestuurd.").akkoord(5, "").dicht(5, dossier.Gegrond, ""),
		}, {
			tijd: "19:02", onderwerp: "Verouderde wetgeving in het cursusboek", categorie: overInhoud, klager: "Lotte Brink", adres: "lotte.brink@example.com", cursus: "AVG in de praktijk",
			tekst: "Het boek verwijst naar regels die al jaren niet meer gelden. De trainer wist dat en deelde losse blaadjes uit.",
			verhaal: verhaal{}.bevestigd(6).analyse(11, doorMateriaal, "Herdruk is uitgesteld om voorraad op te maken.").
				verlengd(13, werkdagen.Termijn{Aantal: 1, Eenheid: "weken"}, "De uitgever moet nog antwoorden; de klager is gebeld.").voorstel(20, "Nieuwe druk toegestuurd.").akkoord(22, "").dicht(22, dossier.Gegrond, ""),
		}, {
			kanaal: "intern", tijd: "16:15", soort: dossier.SoortOnvolkomenheid, onderwerp: "Lunch zonder vegetarische keuze", categorie: overOverig, door: demoKantoor,
			tekst:   "Twee deelnemers hadden hun wens doorgegeven. De cateraar wist van niets.",
			verhaal: verhaal{}.analyse(1, doorAfspraak, "Dieetwensen werden niet doorgestuurd.").dicht(26, dossier.Gegrond, "De wensen staan nu op de bestelling."),
		}, {
			tijd: "13:37", onderwerp: "Aanmaning terwijl er betaald is", categorie: overGeld, door: demoFinancien, klager: "Mieke Damen", adres: "mieke.damen@example.nl", cursus: "Timemanagement",
			tekst: "Ik heb op tijd betaald en krijg toch een aanmaning met 40 euro kosten.",
			verhaal: verhaal{}.bevestigd(1).analyse(2, doorAdmin, "Betaling zonder kenmerk niet gekoppeld.").wijzig(2, "cursus", "Timemanagement (avond)").
				voorstel(3, "Aanmaning ingetrokken.").akkoord(3, "").dicht(4, dossier.Gegrond, ""),
		}, {
			tijd: "09:28", onderwerp: "Praktijkdag ging niet door", categorie: overInhoud, door: demoOpleidingen, klager: "Stefan Lubbers", adres: "s.lubbers@example.org", cursus: "Veilig werken (VCA basis)",
			tekst: "De praktijkdag verviel zonder vervangende datum. Zonder die dag krijg ik geen diploma.", wil: "Een nieuwe praktijkdag binnen een maand.",
			verhaal: verhaal{}.bevestigd(2).analyse(10, doorPlanning, "De oefenlocatie was dubbel geboekt.").voorstel(25, "Praktijkdag op een zaterdag.").akkoord(26, "").dicht(27, dossier.Gegrond, ""),
		}, {
			tijd: "11:11", onderwerp: "Inlogcode werkt niet", categorie: overInfo, door: demoKantoor, klager: "Dirk Aarts", adres: "dirk.aarts@example.com", cursus: "PowerPoint",
			tekst:   "Met de code uit de brief kom ik niet in de leeromgeving. Op mijn mail komt geen antwoord.",
			verhaal: verhaal{}.bevestigd(1).analyse(3, doorTechniek, "Codes verlopen na zeven dagen; dat staat niet in de brief.").voorstel(4, "Nieuwe code gestuurd en een week extra toegang.").akkoord(5, "").dicht(5, dossier.Gegrond, ""),
		}, {
			kanaal: "telefoon", tijd: "10:40", onderwerp: "Toch betalen na afzegging op de dag zelf", categorie: overGeld, door: demoFinancien, klager: "Ellen Koster", firma: "Makelaardij Voorbeeld", cursus: "Zakelijk Engels",
			tekst:   "Mevrouw belt: haar collega heeft op de ochtend zelf afgezegd en zij wil geen cursusgeld betalen.",
			verhaal: verhaal{}.dichtZonderVoorstel(1, dossier.Ongegrond, "Aan de telefoon uitgelegd: tot een week vooraf is afzeggen kosteloos. Zij heeft daar vrede mee."),
		}, {
			tijd: "21:55", onderwerp: "Cursusleider las de dia's voor", categorie: overLeider, betreft: demoTrainer, klager: "Iris Molenaar", adres: "iris.molenaar@example.nl", cursus: "Projectmatig werken",
			tekst: "Twee dagen lang werden dia's voorgelezen. Vragen moesten wachten tot het eind, en dan was er geen tijd meer.",
			wil:   "Een tegoed voor een andere cursus.",
			verhaal: verhaal{}.bevestigd(3).analyse(11, doorVerwacht, "De trainer viel in op vakgebied dat niet het zijne is.").voorstel(14, "Tegoed van de helft van het cursusgeld.").
				akkoord(17, "").gisteren().dicht(18, dossier.DeelsGegrond, ""),
		}, {
			tijd: "08:31", onderwerp: "Rooster in de leeromgeving wijkt af van de mail", categorie: overInfo, door: demoKantoor, klager: "Omar Yilmaz", adres: "o.yilmaz@example.com", cursus: "BHV basis",
			tekst: "In de mail staat donderdag, in de leeromgeving vrijdag. Ik heb voor niets vrij genomen.",
			verhaal: verhaal{}.bevestigd(1).analyse(6, doorInfo, "Rooster wordt op twee plaatsen bijgehouden.").voorstel(9, "Kosteloos naar de volgende groep.").akkoord(10, "").dicht(11, dossier.Gegrond, "").
				metBrief("antwoord.txt", "Beste Omar Yilmaz,\n\nU had gelijk: het rooster stond verkeerd in de leeromgeving. U kunt kosteloos mee met de volgende groep.\n\nMet vriendelijke groet,\nNoor Visser\n"),
		}, {
			tijd: "14:09", onderwerp: "Groep te groot voor de praktijkoefening", categorie: overInhoud, klager: "Carla Veenstra", adres: "c.veenstra@example.org", cursus: "BHV basis",
			tekst:   "Met twintig mensen en één oefenpop heb ik nauwelijks geoefend.",
			verhaal: verhaal{}.bevestigd(2).analyse(7, doorPlanning, "Twee groepen samengevoegd wegens ziekte.").voorstel(10, "Gratis herhalingsles.").geenReactie(21).dicht(21, dossier.DeelsGegrond, ""),
		}, {
			kanaal: "intern", tijd: "11:20", soort: dossier.SoortOnvolkomenheid, onderwerp: "Uitnodigingen in de ongewenste post", categorie: overInfo, door: demoKantoor,
			tekst:   "Berichten uit de nieuwe leeromgeving komen bij veel deelnemers in de ongewenste post terecht.",
			verhaal: verhaal{}.analyse(3, doorTechniek, "Het afzenderdomein is niet goed ingesteld.").dicht(12, dossier.Gegrond, "Domein ingesteld en getest met vier aanbieders."),
		}, {
			tijd: "16:47", onderwerp: "Prijs hoger dan bij inschrijving", categorie: overGeld, door: demoFinancien, klager: "Nico Faber", adres: "nico.faber@example.nl", cursus: "Leidinggeven voor starters",
			tekst: "Bij inschrijving stond 690 euro, op de rekening 745.", wil: "De prijs van de inschrijving.",
			verhaal: verhaal{}.bevestigd(7).analyse(9, doorAdmin, "Prijsverhoging ook toegepast op oude inschrijvingen.").voorstel(10, "55 euro terug, ook voor zes anderen.").akkoord(11, "").dicht(11, dossier.Gegrond, ""),
		}, {
			tijd: "12:33", onderwerp: "Huiswerkopdrachten staan nergens", categorie: overInfo, door: demoOpleidingen, klager: "Esther Groen", adres: "esther.groen@example.com", cursus: "Zakelijk Engels",
			tekst:   "De trainer verwijst naar opdrachten in de leeromgeving. Ik zie daar alleen een lege map.",
			verhaal: verhaal{}.bevestigd(1).analyse(4, doorTechniek, "Map stond niet open voor deelnemers.").voorstel(5, "Map opengezet en inlevertermijn verschoven.").akkoord(7, "").dicht(7, dossier.Gegrond, ""),
		}, {
			tijd: "23:14", onderwerp: "Lawaai van de verbouwing", categorie: overOverig, door: demoKantoor, klager: "Guus Pieters", adres: "guus.pieters@example.nl", cursus: "Coachend leidinggeven",
			tekst:   "Door het boren hebben we de hele ochtend niets verstaan.",
			verhaal: verhaal{}.bevestigd(2).dicht(6, dossier.Ingetrokken, "De klager laat weten dat het na één ochtend was opgelost."),
		},
	}
}
