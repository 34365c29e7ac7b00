package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"warraq/input/problem"
	"warraq/input/source"
)

// A presentation is how problems are shown.
type presentation struct {
	format   string
	language problem.Language
	quiet    bool
	to       io.Writer
}

func (c console) presentation(ctx *cli.Context) (presentation, error) {
	p := presentation{quiet: ctx.Bool("quiet"), to: c.err}
	var err error
	if p.format, err = oneOf(ctx, "format", "text", "json", "sarif"); err != nil {
		return p, err
	}
	switch messages := problem.Language(ctx.String("messages")); messages {
	case "":
		p.language = c.localeLanguage()
	case problem.Arabic, problem.English:
		p.language = messages
	default:
		return p, usageError{problem.Say("--messages is ar or en, not \"%s\"", messages)}
	}
	return p, nil
}

// localeLanguage is Arabic where the user's locale is (POSIX: LC_ALL, then
// LC_MESSAGES, then LANG), else English.
func (c console) localeLanguage() problem.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value, ok := c.lookup(name); ok && value != "" {
			if value == "ar" || strings.HasPrefix(value, "ar_") || strings.HasPrefix(value, "ar.") {
				return problem.Arabic
			}
			return problem.English
		}
	}
	return problem.English
}

// report shows the problems of a run and ends the command by them.
func (p presentation) report(list problem.List, failed bool) error {
	if p.quiet {
		list = slices.DeleteFunc(slices.Clone(list), func(q problem.Problem) bool { return q.Severity != problem.Error })
	}
	var err error
	switch p.format {
	case "json":
		err = problem.JSON(p.to, list, p.language)
	case "sarif":
		err = problem.SARIF(p.to, list, p.language)
	default:
		err = problem.Render(p.to, list, p.language)
	}
	if err == nil && failed {
		err = errProblems
	}
	return err
}

// located names the files of problems as the user would: by their path from
// where the command was called.
func (r request) located(list problem.List) problem.List {
	renamed := map[*source.File]*source.File{nil: nil}
	if f := r.job.ThemeFile; f != nil {
		renamed[f] = f // named on the command line
	}
	rename := func(f *source.File) *source.File {
		named, known := renamed[f]
		if !known {
			named = &source.File{Name: r.fileName(f), Data: f.Data}
			renamed[f] = named
		}
		return named
	}
	placed := slices.Clone(list)
	for i := range placed {
		p := &placed[i]
		p.Span.File = rename(p.Span.File)
		p.More = slices.Clone(p.More)
		for j := range p.More {
			p.More[j].Span.File = rename(p.More[j].Span.File)
		}
	}
	return placed
}

// fileName is the path of a brief's file from where the command was called.
func (r request) fileName(f *source.File) string {
	return filepath.ToSlash(filepath.Join(r.folder, filepath.FromSlash(f.Name)))
}
