package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"warraq/fonts"
	"warraq/input/brief"
	"warraq/input/look"
	"warraq/input/problem"
	"warraq/input/source"
	"warraq/input/theme"
	"warraq/output/seal"
	"warraq/pipeline"
)

// standardInput is the name of the brief that comes from standard input.
const standardInput = "-"

// A request is one brief of the command line.
type request struct {
	argument string // as typed
	// folder is that of the root, so that problems can name files as the user
	// would.
	folder string
	job    pipeline.Job
	close  func() error
}

// requests turns the arguments and flags of a command to jobs.
func (c console) requests(ctx *cli.Context) ([]request, error) {
	if !ctx.Args().Present() {
		return nil, usageError{problem.Say("name a brief, or - to read one from standard input")}
	}
	shared, err := c.sharedJob(ctx)
	if err != nil {
		return nil, err
	}
	var requests []request
	for _, argument := range ctx.Args().Slice() {
		r, err := c.request(argument, ctx.String("root"), shared)
		if err != nil {
			closeAll(requests)
			return nil, err
		}
		requests = append(requests, r)
	}
	return requests, nil
}

func closeAll(requests []request) {
	for _, r := range requests {
		_ = r.close() // folders are only read
	}
}

// sharedJob is what the flags say of every brief.
func (c console) sharedJob(ctx *cli.Context) (pipeline.Job, error) {
	job := pipeline.Job{
		Theme:    ctx.String("theme"),
		TextFace: ctx.String("text-face"),
		Attach:   pipeline.Attach(ctx.String("attach")),
		Strict:   ctx.Bool("strict"),
	}
	var err error
	if standards := ctx.String("standard"); ctx.IsSet("standard") {
		if job.Standards, err = seal.Parse(standards); err != nil {
			return job, usageError{problem.Say("--standard: %v", err)}
		}
	}
	if job.Attach == pipeline.AttachNone || job.Attach == pipeline.AttachData || job.Attach == pipeline.AttachAll {
		if job.Attach != pipeline.AttachNone && len(job.Standards) > 0 && !seal.AllowAttachments(job.Standards) {
			return job, usageError{problem.Say("--attach %s: %v", job.Attach, seal.ErrAttachments)}
		}
	} else if job.Attach != "" {
		return job, usageError{problem.Say("--attach is none, data or all, not \"%s\"", job.Attach)}
	}
	if job.ThemeFile, err = c.themeFile(job.Theme); err != nil {
		return job, err
	}
	switch digits := brief.Digits(ctx.String("digits")); digits {
	case "", brief.LatinDigits, brief.ArabicDigits, brief.PersianDigits:
		job.Digits = digits
	default:
		return job, usageError{problem.Say("--digits is latn, arab or arabext, not \"%s\"", digits)}
	}
	if job.Date, err = c.date(ctx.String("date")); err != nil {
		return job, err
	}
	if job.Fonts, err = c.library(ctx.StringSlice("font")); err != nil {
		return job, err
	}
	if family := job.TextFace; family != "" && !slices.Contains(job.Fonts.Families(), family) {
		return job, usageError{problem.Say("there is no font family \"%s\"; the families are %s", family, problem.Names(job.Fonts.Families()))}
	}
	if !ctx.Bool("no-cache") {
		job.Cache, job.Disk = c.cacheFolder(), c.disk
	}
	return job, nil
}

// request finds the brief and opens the folder that it may read.
func (c console) request(argument, rootFolder string, job pipeline.Job) (request, error) {
	r := request{argument: argument, job: job}
	folder, name := filepath.Split(argument)
	if argument == standardInput {
		// One byte more than a brief may have tells that it is too large.
		limit := source.Limits{}.WithDefaults().Brief + 1
		data, err := io.ReadAll(io.LimitReader(c.in, limit))
		if errors.Is(err, syscall.EISDIR) {
			return r, usageError{problem.Say("standard input is a folder")}
		} else if err != nil {
			return r, fmt.Errorf("standard input: %w", err)
		}
		folder, name = rootFolder, "stdin.md"
		if strings.HasPrefix(strings.TrimSpace(string(data[:min(len(data), 64)])), "{") {
			name = "stdin.json"
		}
		r.job.Data = data
	} else if err := c.briefFile(argument); err != nil {
		return r, err
	}
	if folder == "" {
		folder = "."
	}
	if rootFolder != "" && argument != standardInput {
		inner, err := relative(rootFolder, folder)
		if err != nil {
			return r, err
		}
		folder, name = rootFolder, filepath.Join(inner, name)
	}
	root, err := c.folder(folder)
	if err != nil {
		return r, err
	}
	r.folder, r.close = folder, root.Close
	r.job.Root, r.job.Path = root.FS(), filepath.ToSlash(name)
	return r, nil
}

// relative is the way from the root to the brief's folder, which must lie in
// it.
func relative(root, folder string) (string, error) {
	absoluteRoot, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	absolute, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	inner, err := filepath.Rel(absoluteRoot, absolute)
	if err != nil || !filepath.IsLocal(inner) {
		return "", usageError{problem.Say("the brief is not in the folder that --root names")}
	}
	return inner, nil
}

// date is that of --date, else of SOURCE_DATE_EPOCH, else zero.
func (c console) date(flag string) (time.Time, error) {
	if flag != "" {
		for _, layout := range []string{time.DateOnly, time.RFC3339} {
			if t, err := time.Parse(layout, flag); err == nil {
				return t.UTC(), nil
			}
		}
		return time.Time{}, usageError{problem.Say("--date is a day like 2025-04-09 or a moment like 2025-04-09T10:00:00Z, not \"%s\"", flag)}
	}
	epoch, ok := c.lookup("SOURCE_DATE_EPOCH")
	if !ok || epoch == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > 253402300799 {
		return time.Time{}, usageError{problem.Say("SOURCE_DATE_EPOCH is a count of seconds, not \"%s\"", epoch)}
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// themeFile reads the theme that the command line gives a path of. It is nil
// where a bundled theme is named, or none.
func (c console) themeFile(name string) (*source.File, error) {
	if !look.IsFile(name) {
		if name != "" && !slices.Contains(theme.Names(), name) {
			return nil, usageError{problem.Say("there is no theme \"%s\"; the themes are %s, or the path of a .yaml file", name, problem.Names(theme.Names()))}
		}
		return nil, nil
	}
	data, err := c.readNamed("theme file", name, look.Limit)
	if err != nil {
		return nil, err
	}
	return &source.File{Name: filepath.ToSlash(name), Data: data}, nil
}

// library is the bundled faces and the user's.
func (c console) library(files []string) (*fonts.Library, error) {
	l := fonts.Bundled()
	for _, name := range files {
		data, err := c.readNamed("font file", name, fontLimit)
		if err != nil {
			return nil, err
		}
		if _, err := l.Add(filepath.Base(name), data); err != nil {
			return nil, usageError{problem.Say("the font %s cannot be used: %v", name, err)}
		}
	}
	return l, nil
}

// cacheFolder is the user's, or none where the machine has none to offer.
func (c console) cacheFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "warraq")
}
