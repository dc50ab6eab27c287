package dossier

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"
	"syscall"
)

// The causes of a failed operation, as clauses.
const (
	oorzaakVol         = "de schijf is vol"
	oorzaakQuotum      = "u heeft op deze schijf geen ruimte meer"
	oorzaakRechten     = "u heeft daar geen rechten voor"
	oorzaakAlleenLezen = "op deze schijf kan alleen worden gelezen"
	oorzaakLang        = "de naam is te lang"
	oorzaakStoring     = "de schijf geeft een storing"
	oorzaakVerbinding  = "de verbinding met de schijf is weg"
	oorzaakBezet       = "een ander programma gebruikt het"
	oorzaakOpen        = "er staan te veel bestanden tegelijk open"
	oorzaakGroot       = "het bestand is te groot"
	oorzaakGeenMap     = "een deel van het pad is geen map"
	oorzaakMap         = "het is een map"
	oorzaakNietLeeg    = "de map is niet leeg"
	oorzaakBestaat     = "er is al iets met die naam"
	oorzaakNiet        = "het bestaat niet"
	oorzaakKring       = "de verwijzing loopt in een kring"
	oorzaakNaam        = "die naam mag hier niet"
	oorzaakSchijven    = "het zijn twee verschillende schijven"
	oorzaakGesloten    = "het is al gesloten"
	oorzaakAfgebroken  = "het is afgebroken"
	oorzaakOnvolledig  = "het houdt te vroeg op"
)

// raad is what to do about a cause, for those where there is something to do.
func raad(oorzaak string) string {
	switch oorzaak {
	case oorzaakVol, oorzaakQuotum:
		return "maak ruimte en probeer het opnieuw; wat er stond is niet veranderd"
	case oorzaakRechten:
		return "vraag de beheerder om rechten op deze map"
	case oorzaakAlleenLezen:
		return "kies een map waarin u mag schrijven"
	case oorzaakStoring, oorzaakVerbinding:
		return "controleer de schijf of de verbinding en probeer het opnieuw"
	case oorzaakBezet:
		return "sluit het bestand in andere programma's en probeer het opnieuw"
	}
	return ""
}

// schijfFout is an operation that the disk refused.
type schijfFout struct {
	Naam string // what it was about, as a path within the folder
	Doen string // "kan niet worden gelezen"
	Err  error
	Bron bool // it was not the disk but what was to be written that could not be read
}

func (f *schijfFout) Error() string {
	wat, oorzaak := f.Naam, OorzaakVan(f.Err)
	if isTijdelijk(f.Naam) {
		// A name that tells nobody anything.
		if wat = "in " + path.Dir(f.Naam); wat == "in ." {
			wat = "in de map"
		}
	}
	if f.Bron {
		oorzaak = "de bron kan niet worden gelezen: " + oorzaak
	}
	return wat + " " + f.Doen + ": " + oorzaak
}

func (f *schijfFout) Unwrap() error { return f.Err }

// Tip says what to do, or nothing.
func (f *schijfFout) Tip() string {
	if f.Bron {
		return ""
	}
	return raad(OorzaakVan(f.Err))
}

// OorzaakVan gives the cause of a failed file operation as a Dutch clause
// ("de schijf is vol"), since the texts of Go and of the system are English.
// An error that came from this package is given as it is.
func OorzaakVan(err error) string {
	var eigen *schijfFout
	if errors.As(err, &eigen) {
		return eigen.Error()
	}
	for _, e := range []error{errGeenWissel, errTeGroot, errGeenBestand, errBuitenMap} {
		if errors.Is(err, e) {
			return e.Error()
		}
	}
	var nummer syscall.Errno
	if errors.As(err, &nummer) {
		if zin := systeemoorzaak(nummer); zin != "" {
			return zin
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return oorzaakNiet
	case errors.Is(err, fs.ErrExist):
		return oorzaakBestaat
	case errors.Is(err, fs.ErrPermission):
		return oorzaakRechten
	case errors.Is(err, fs.ErrClosed):
		return oorzaakGesloten
	case errors.Is(err, fs.ErrInvalid):
		return oorzaakNaam
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return oorzaakAfgebroken
	case errors.Is(err, io.ErrUnexpectedEOF):
		return oorzaakOnvolledig
	case nummer != 0 && naamVanFout(nummer) != "":
		return fmt.Sprintf("het systeem meldt %s", naamVanFout(nummer))
	case nummer != 0:
		return fmt.Sprintf("het systeem meldt fout %d", uintptr(nummer))
	}
	var pad *fs.PathError
	var link *os.LinkError
	switch {
	case strings.HasSuffix(err.Error(), "escapes from parent"): // os.Root has no exported value for it
		return errBuitenMap.Error()
	case errors.As(err, &pad):
		return fmt.Sprintf("het systeem meldt %q", pad.Err)
	case errors.As(err, &link):
		return fmt.Sprintf("het systeem meldt %q", link.Err)
	}
	return err.Error()
}
