package dossier

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// verzendingIn gives the letter of k of which it isn't known whether it was sent,
// from what its folder holds; meldingen are about what is kept but not
// understood. A copy of uitgaand that a sync service made may be of another
// letter, which another computer sent.
func (m *Map) verzendingIn(k *Klacht, inhoud []fs.DirEntry) (v *Verzending, meldingen []error) {
	var kopieen []string
	for _, e := range inhoud {
		switch naam := e.Name(); {
		case naam == mapUitgaand:
			v, _, meldingen = m.openVerzending(k)
		case e.IsDir() && !strings.HasPrefix(naam, ".") && strings.Contains(strings.ToLower(naam), mapUitgaand):
			kopieen = append(kopieen, naam)
		}
	}
	for _, kopie := range kopieen {
		f := kopieVanUitgaand(path.Join(k.Nummer.Map(), kopie))
		if v == nil {
			v = &Verzending{Nummer: k.Nummer, Fout: f}
			continue
		}
		meldingen = append(meldingen, f)
	}
	return v, meldingen
}

func kopieVanUitgaand(pad string) *Leesfout {
	return &Leesfout{
		Bestand: pad, Wat: "dit is een kopie die een synchronisatiedienst maakte, misschien van nog een brief die verstuurd is",
		Raad: "kijk welke brief het is en zoek uit of hij verstuurd is; leg dat zo nodig vast, en haal de kopie dan weg",
	}
}

// kopieenInUitgaand are the files in uitgaand of dossier n that look like copies
// of those that klacht puts there.
func (m *Map) kopieenInUitgaand(n Nummer) (uit []string) {
	// Whoever can't list the folder hears that where it matters.
	inhoud, _ := m.schijf.lijst(path.Join(n.Map(), mapUitgaand))
	for _, e := range inhoud {
		naam := strings.ToLower(e.Name())
		if naam == bestandVerzending || naam == bestandUitgaand || strings.HasPrefix(naam, ".") {
			continue
		}
		if strings.Contains(naam, "verzending") || strings.Contains(naam, "bericht") {
			uit = append(uit, e.Name())
		}
	}
	return uit
}

// openVerzending gives the letter of k of which it isn't known whether it was
// sent, nil when there is none. One that the verloop names was recorded, and
// only not tidied up: af. What can't be read might be one, and so might a copy of
// its files.
func (m *Map) openVerzending(k *Klacht) (v *Verzending, af bool, meldingen []error) {
	pad := path.Join(k.Nummer.Map(), mapUitgaand)
	bestand := path.Join(pad, bestandVerzending)
	onleesbaar := func(err error) *Verzending { return &Verzending{Nummer: k.Nummer, Fout: err} }
	tekst, err := m.schijf.lees(bestand, grensRecord)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := m.schijf.lstat(pad); errors.Is(err, fs.ErrNotExist) {
			return nil, false, nil
		}
		if kopieen := m.kopieenInUitgaand(k.Nummer); len(kopieen) > 0 {
			return onleesbaar(kopieVanUitgaand(path.Join(pad, kopieen[0]))), false, nil
		}
		return onleesbaar(&Leesfout{
			Bestand: pad, Wat: "in deze map staat geen " + bestandVerzending,
			Raad: "wacht tot de map helemaal gesynchroniseerd is; blijft het zo, kijk dan in " + bestandUitgaand + " welke brief dit was, en haal de map weg",
		}), false, nil
	case errors.Is(err, errTeGroot):
		return onleesbaar(teGroot(bestand)), false, nil
	case err != nil:
		return onleesbaar(err), false, nil
	}
	v, leesfouten, err := leesVerzending(k.Nummer, bestand, tekst)
	for _, f := range leesfouten {
		meldingen = append(meldingen, f)
	}
	switch {
	case err != nil:
		return onleesbaar(err), false, meldingen
	}
	af = k.noemtBericht(v.BerichtID)
	if af {
		v, meldingen = nil, nil
	}
	for _, kopie := range m.kopieenInUitgaand(k.Nummer) {
		f := kopieVanUitgaand(path.Join(pad, kopie))
		if v == nil {
			v = onleesbaar(f)
			continue
		}
		meldingen = append(meldingen, f)
	}
	return v, af, meldingen
}
