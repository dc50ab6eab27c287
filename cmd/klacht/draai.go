package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

// groep is one heading in the help with its commands, in the order in which they are shown.
type groep struct {
	naam      string
	commandos []*cobra.Command
}

// groepen lists every command. A new one is one line here.
func groepen(om omgeving) []groep {
	return []groep{
		{"dagelijks", []*cobra.Command{
			nieuwCommando(om),
			statusCommando(om),
			lijstCommando(om),
			toonCommando(om),
			zoekCommando(om),
		}},
		{"behandelen", []*cobra.Command{
			bevestigCommando(om),
			analyseCommando(om),
			voorstelCommando(om),
			reactieCommando(om),
			mediatorCommando(om),
			geschilCommando(om),
			adviesCommando(om),
			sluitCommando(om),
			heropenCommando(om),
			opschortCommando(om),
			hervatCommando(om),
			verlengCommando(om),
			notitieCommando(om),
			bijlageCommando(om),
			wijzigCommando(om),
		}},
		{"leren", []*cobra.Command{
			maatregelCommando(om),
			overlegCommando(om),
			rapportCommando(om),
		}},
		{"post", []*cobra.Command{
			postCommando(om),
			agendaCommando(om),
		}},
		{"beheer", []*cobra.Command{
			inrichtenCommando(om),
			importeerCommando(om),
			opschonenCommando(om),
			bewaarplichtCommando(om),
			termijnCommando(om),
			feestdagenCommando(om),
			demoCommando(om),
		}},
	}
}

// draai runs klacht with args (without the program's name) and returns the exit code. It alone prints errors.
func draai(om omgeving, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once

	uit := &onthouder{w: om.uit}
	om.uit = uit
	om.in = &onderbreekbaar{ctx: ctx, r: om.in}
	om.voortgang = om.nieuweVoortgang()

	cmd, err := wortel(om, args).ExecuteContextC(ctx)
	om.voortgang.stop()
	switch {
	case err != nil && ctx.Err() != nil:
		err = errors.Join(err, ctx.Err()) // also where reading ended as if the input had
	case uit.err != nil:
		err = errors.Join(err, fmt.Errorf("kon de uitvoer niet schrijven: %w", uit.err))
	}
	meldFouten(om.foutscherm(), cmd.CommandPath(), err)
	return afsluitcode(err)
}

// wortel builds the root command with all others under it.
func wortel(om omgeving, args []string) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "klacht",
		Short: "Volgt klachten van ontvangst tot vernietiging, in een map met gewone bestanden",
		Long: `klacht volgt elke klacht van ontvangst tot vernietiging, in een map met gewone bestanden: bevestigd binnen vijf ` +
			`werkdagen, een voorstel binnen vier weken, vertrouwelijk behandeld, en na twee jaar vernietigd.`,
	}
	versie := cmd.Flags().Bool("version", false, "toon de versie")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *versie {
			return toonVersie(om.uit)
		}
		return cmd.Help()
	}
	vlagMap(cmd)
	alle := groepen(om)
	for _, g := range alle {
		cmd.AddCommand(g.commandos...)
	}
	inHetNederlands(cmd, om, alle)
	cmd.SetArgs(zonderAanvulling(args))
	cmd.SetIn(om.in)
	cmd.SetOut(om.uit)
	cmd.SetErr(om.fout)
	return cmd
}
