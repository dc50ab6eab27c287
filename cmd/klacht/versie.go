package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

// toonVersie writes which klacht this is: the module's version as Go stamps it into the program.
func toonVersie(w io.Writer) error {
	versie := "ontwikkelversie"
	if bouw, ok := debug.ReadBuildInfo(); ok && bouw.Main.Version != "" && bouw.Main.Version != "(devel)" {
		versie = bouw.Main.Version
	}
	_, err := fmt.Fprintf(w, "klacht %s (%s/%s, %s)\n", versie, runtime.GOOS, runtime.GOARCH, runtime.Version())
	return err
}
