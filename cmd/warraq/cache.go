package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"warraq/charts"
	"warraq/input/problem"
)

func cacheCommand(c console) *cli.Command {
	return &cli.Command{
		Name:      "cache",
		Usage:     "print what is kept on disk between runs, or remove it",
		ArgsUsage: " ",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "clear", Usage: "remove it"},
			&cli.StringFlag{Name: "format", Value: "text", Usage: "`FORM` of what is printed: text or json"},
			&cli.StringFlag{Name: "messages", Usage: "`LANGUAGE` of the text: ar or en; else that of the locale, else en"},
		},
		OnUsageError: wrongUsage,
		Action:       c.cache,
	}
}

// A cacheRecord is what is kept, for a program to read. Bytes are those on disk.
type cacheRecord struct {
	Folder     string    `json:"folder"`
	Format     int       `json:"format"`
	Limit      int64     `json:"limit"`
	Cleared    bool      `json:"cleared"`
	Files      int       `json:"files"`
	Bytes      int64     `json:"bytes"`
	Scenes     filesKept `json:"scenes"`
	Libraries  filesKept `json:"libraries"`
	Unfinished filesKept `json:"unfinished"`
}

type filesKept struct {
	Files int   `json:"files"`
	Bytes int64 `json:"bytes"`
}

// cacheWords are the labels of the report in both languages.
var cacheWords = struct{ nowhere, folder, format, scenes, libraries, unfinished, all, limit, removed problem.Text }{
	nowhere:    problem.Text{AR: "لا يُحفظ شيء: لا مجلّد لذلك في هذا الحساب", EN: "nothing is kept: this account has no folder for it"},
	folder:     problem.Text{AR: "المجلّد", EN: "folder"},
	format:     problem.Text{AR: "إصدار الحفظ", EN: "format"},
	scenes:     problem.Text{AR: "رسوم بيانية", EN: "charts"},
	libraries:  problem.Text{AR: "مكتبات الرسم", EN: "libraries"},
	unfinished: problem.Text{AR: "غير مكتملة", EN: "unfinished"},
	all:        problem.Text{AR: "المجموع", EN: "in all"},
	limit:      problem.Text{AR: "الحدّ", EN: "limit"},
	removed:    problem.Text{AR: "أُزيل", EN: "removed"},
}

func (c console) cache(ctx *cli.Context) error {
	if err := noArguments(ctx); err != nil {
		return err
	}
	if _, err := oneOf(ctx, "format", "text", "json"); err != nil {
		return err
	}
	show, err := c.presentation(ctx)
	if err != nil {
		return err
	}
	folder, clearing := c.cacheFolder(), ctx.Bool("clear")
	look := charts.CacheHolds
	if clearing {
		look = charts.ClearCache
	}
	kept, failure := look(folder, c.disk)
	if failure != nil && !clearing {
		return failure
	}
	all := kept.All()
	r := cacheRecord{
		Folder: folder, Format: charts.CacheFormat, Limit: charts.CacheLimit, Cleared: clearing, Files: all.Files, Bytes: all.Bytes,
		Scenes: filesKept(kept.Scenes), Libraries: filesKept(kept.Libraries), Unfinished: filesKept(kept.Unfinished),
	}
	if show.format == "json" {
		err = problem.WriteJSON(c.out, r)
	} else {
		err = show.writeCache(c.out, r)
	}
	if failure != nil {
		return failure
	}
	return err
}

func (p presentation) writeCache(w io.Writer, r cacheRecord) error {
	words := &cacheWords
	if r.Folder == "" {
		_, err := fmt.Fprintln(w, words.nowhere.In(p.language))
		return err
	}
	text := ""
	row := func(label problem.Text, value string) {
		text += fmt.Sprintf("%-14s  %s\n", label.In(p.language), value)
	}
	files := func(label problem.Text, f filesKept) { row(label, fmt.Sprintf("%d, %s", f.Files, inUnits(f.Bytes))) }
	row(words.folder, problem.Show(r.Folder).String())
	row(words.format, fmt.Sprint(r.Format))
	files(words.scenes, r.Scenes)
	files(words.libraries, r.Libraries)
	if r.Unfinished.Files > 0 {
		files(words.unfinished, r.Unfinished)
	}
	total := words.all
	if r.Cleared {
		total = words.removed
	}
	files(total, filesKept{r.Files, r.Bytes})
	row(words.limit, inUnits(r.Limit))
	_, err := io.WriteString(w, text)
	return err
}

// inUnits writes a number of bytes as people say it.
func inUnits(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KiB", (bytes+1<<10-1)>>10)
	}
	return fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20))
}
