package main

import (
	"fmt"
	"os/exec"
	"runtime"
	"time"
)

// wachtOpOpenen is how long a program that opens files gets to say that it can't. Those that can end at once, or stay.
const wachtOpOpenen = 3 * time.Second

// heeftBureaublad reports whether a program that is opened would be seen. Without a display xdg-open would start a browser in this
// very terminal.
func heeftBureaublad(getenv func(string) string) bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" || getenv("DISPLAY")+getenv("WAYLAND_DISPLAY") != ""
}

// openMetSysteem opens a file with the program that the system has for its kind.
func openMetSysteem(pad string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", pad)
	case "darwin":
		cmd = exec.Command("open", pad)
	default:
		cmd = exec.Command("xdg-open", pad)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%s is er niet", cmd.Args[0])
	}
	klaar := make(chan error, 1)
	go func() { klaar <- cmd.Wait() }()
	select {
	case err := <-klaar:
		if err != nil {
			return fmt.Errorf("%s vond geen programma voor dit bestand", cmd.Args[0])
		}
	case <-time.After(wachtOpOpenen):
	}
	return nil
}
