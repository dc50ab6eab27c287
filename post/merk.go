package post

import (
	"crypto/hmac"
	"crypto/sha256"
	"strings"

	"klacht/dossier"
)

// A Message-ID of ours tells which dossier it belongs to, and only who knows the
// dossier's id, which never leaves the folder, can make one:
//
//	klacht.K2026-0007.VINGERAFDRUK.BEWIJS@example.nl
const merkBegin = "klacht."

// Merk gives the Message-ID, without < >, of a message from dossier k.
func Merk(k *dossier.Klacht, u *Uitgaand) string {
	_, domein, _ := strings.Cut(u.Van.Adres, "@")
	if adres, err := u.Van.Postadres(); err == nil {
		_, domein, _ = strings.Cut(adres, "@")
	}
	vinger := u.vingerafdruk()
	return merkBegin + k.Nummer.String() + "." + vinger + "." + bewijs(k, vinger) + "@" + domein
}

func bewijs(k *dossier.Klacht, vinger string) string {
	h := hmac.New(sha256.New, []byte(k.ID))
	h.Write([]byte(vinger))
	return kortMerk(h.Sum(nil))
}

// LeesMerk gives the dossier that a Message-ID names, when it has the form of
// one of ours. Whether it is one, IsMerkVan says.
func LeesMerk(id string) (dossier.Nummer, bool) {
	delen := merkdelen(id)
	if delen == nil {
		return dossier.Nummer{}, false
	}
	return dossier.LeesNummer(delen[0])
}

// IsMerkVan reports whether a Message-ID is one that Merk gave for dossier k,
// also when k has another number since.
func IsMerkVan(k *dossier.Klacht, id string) bool {
	delen := merkdelen(id)
	return delen != nil && hmac.Equal([]byte(delen[2]), []byte(bewijs(k, delen[1])))
}

// merkdelen gives number, fingerprint and proof; nil for an id that isn't ours.
func merkdelen(id string) []string {
	links, _, ok := strings.Cut(id, "@")
	rest, eigen := strings.CutPrefix(links, merkBegin)
	if delen := strings.Split(rest, "."); ok && eigen && len(delen) == 3 {
		return delen
	}
	return nil
}
