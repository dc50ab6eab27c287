package post

import (
	"fmt"
	"strings"

	"klacht/post/bericht"
)

// Automatisch says why a message was made by a machine and not written to the
// organisation by a person, as a part of a Dutch sentence; "" for a person's
// mail. Such a message is no complaint: it is listed and opens nothing.
//
// eigen are the organisation's own mail domains. A mailing list of one of them
// is no newsletter but the way in which its mail reaches it: Google Groups, for
// one, puts the fields of a list on everything that is sent to info@.
//
// X-Auto-Response-Suppress is no reason by itself. It asks not to be answered by
// a machine, and web forms that people fill in ask that too.
func Automatisch(b *bericht.Bericht, eigen []string) string {
	k := b.Kenmerken
	switch k.Rapport {
	case "":
	case "delivery-status":
		return "een bericht van een mailserver over de bezorging"
	case "disposition-notification":
		return "een leesbevestiging"
	case "feedback-report":
		return "een melding van een mailserver"
	default:
		return "een rapport van een mailprogramma"
	}
	klasse := strings.ToUpper(k.Klasse)
	switch {
	case k.AutoSubmitted == "auto-replied", k.AutoAntwoord,
		strings.HasPrefix(klasse, "IPM.NOTE.RULES.OOFTEMPLATE"), strings.HasPrefix(klasse, "IPM.NOTE.RULES.REPLYTEMPLATE"):
		return "een automatisch antwoord"
	case k.AutoSubmitted != "" && k.AutoSubmitted != "no": // RFC 3834 5
		return "automatisch gemaakt door een programma"
	case k.LegeAfzender: // RFC 5321 4.5.5
		return "een bericht zonder afzender om aan te antwoorden"
	case k.XLoop != "":
		return "al eens automatisch doorgestuurd"
	}
	if eigenLijst(k.Lijst, eigen) {
		return ""
	}
	switch {
	case k.Lijst != "":
		return fmt.Sprintf("een nieuwsbrief of mailinglijst (%s)", k.Lijst)
	case k.Precedence == "auto_reply":
		return "een automatisch antwoord"
	case k.Precedence == "bulk", k.Precedence == "list", k.Precedence == "junk":
		return "een bericht aan velen tegelijk"
	}
	return ""
}

// eigenLijst tells whether the list is one of the organisation's own. A List-Id
// ends in the domain that it belongs to (RFC 2919 2), or in a part of it.
func eigenLijst(lijst string, eigen []string) bool {
	lijst = strings.ToLower(lijst)
	for _, domein := range eigen {
		domein = strings.ToLower(domein)
		if domein != "" && (lijst == domein || strings.HasSuffix(lijst, "."+domein)) {
			return true
		}
	}
	return false
}
