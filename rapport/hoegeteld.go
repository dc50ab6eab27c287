package rapport

// hoeGeteld tells a reader who wants to check a figure what it stands for.
func hoeGeteld(o Overzicht) sectie {
	s := sectie{kop: "Hoe is dit geteld"}
	s.som(
		"Alles is geteld zoals het was aan het eind van "+dagnaam(o.Peildatum)+". De eerste en de laatste dag van een periode tellen mee. De vorige periode is geteld zoals het was op haar laatste dag.",
		"Ontvangen telt op de dag van ontvangst, afgehandeld op de dag van de laatste afsluiting. Is een dossier heropend, dan telt die afsluiting niet meer.",
		"Categorieën, oorzaken en termijnen gaan over de dossiers die in de periode zijn ontvangen; doorlooptijd en uitkomsten over de dossiers die erin zijn afgehandeld.",
		"Te laat betekent: na de laatste dag gedaan, of die dag is voorbij en het is nog niet gedaan. Het percentage is op tijd gedeeld door op tijd en te laat samen. Wat nog loopt, vervallen is of niet bekend is, telt daarin niet mee. Na een heropening telt alleen de eerste termijn.",
		"De doorlooptijd telt alle dagen, ook het weekend. De mediaan is de middelste: de helft duurde korter. Ongeveer negen van de tien duurden korter dan het 90e percentiel. Valt zo'n getal tussen twee dossiers, dan is het naar verhouding berekend (type 7).",
		"In de lijst van wat te laat is, staat alles wat open is, ook als het al langer geleden is ontvangen of heropend is.",
		"Een maand valt op als het aantal klachten buiten de regelgrenzen ligt: het gemiddelde per maand plus of min drie keer de wortel daarvan (c-kaart, ISO 7870-2), over ten hoogste 24 hele maanden. Een categorie valt op als toeval de stijging sinds de vorige periode niet verklaart.",
		"Of een maatregel werkt, blijkt uit de dossiers over dezelfde categorie of oorzaak, in evenveel dagen voor en na de uitvoering. Meer dan toeval betekent: zo'n groot verschil komt door toeval in minder dan 5% van de gevallen voor (exacte toets van twee Poisson-aantallen, tweezijdig). Wie veel vergelijkt, ziet er af en toe een ten onrechte.",
		"Vernietigd moet worden wat langer bewaard is dan de procedure zegt, en niet onder bewaarplicht staat.",
		"Dossiers die na de bewaartijd zijn vernietigd, tellen mee met de cijfers die ervan bewaard zijn.",
	)
	return s
}
