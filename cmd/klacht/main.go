// Command klacht carries out a Dutch complaints procedure over a folder of plain files.
package main

import (
	"os"
	"time"
)

func main() {
	vertaalDubbelklik()
	os.Exit(draai(nieuweOmgeving(time.Now), os.Args[1:]))
}
