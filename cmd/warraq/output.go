package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"warraq/input/look"
	"warraq/input/problem"
	"warraq/pipeline"
)

// standardOutput is the path that stands for it.
const standardOutput = "-"

// otherKinds are the endings of files that no report is, in small letters: what
// a brief is made from, and what people keep beside it. An ending that is not
// here belongs to the name, as in report.v2.
var otherKinds = strings.Fields(`
	.md .markdown .mdown .mkd .qmd .rmd .txt .text .rst .adoc .org .tex .typ
	.yaml .yml .json .jsonl .toml .xml .ini .cfg .conf
	.csv .tsv .tab .xlsx .xlsm .xlsb .xls .ods .numbers .parquet .sqlite .db .sav .dta
	.bib .bibtex .ris .csl .enl
	.png .jpg .jpeg .webp .svg .svgz .gif .bmp .tif .tiff .avif .heic .heif .ico .eps .ps .ai .psd .indd .xcf
	.ttf .otf .ttc .otc .woff .woff2
	.docx .doc .docm .dotx .odt .rtf .pages .pptx .ppt .odp .key .epub .html .htm .xhtml .mhtml
	.css .js .mjs .ts .py .r .go .sh .bat .ps1 .exe .dll .so
	.zip .gz .tgz .bz2 .xz .zst .7z .rar .tar
	.mp3 .mp4 .m4a .mov .avi .mkv .wav .ogg .webm .eml .msg`)

// A product is what a command makes a file of.
type product struct {
	name string
	// endings are those that its files have; none allows any that is no other
	// kind's.
	endings []string
	// bare allows names that have none.
	bare bool
}

// report is what build makes, and picture what chart does.
func report() product  { return product{name: "report"} }
func picture() product { return product{name: "picture", endings: []string{".svg", ".png"}} }

// wrongEnding says that a path is no name of a product.
func (p product) wrongEnding(path string) error {
	if len(p.endings) > 0 {
		if ending := endingOf(path); !slices.Contains(p.endings, ending) && (ending != "" || !p.bare) {
			return usageError{problem.Say("\"%s\" is no name of a %s: name one that ends in %s", path, p.name, strings.Join(p.endings, " or "))}
		}
		return nil
	}
	if kind := otherKind(path); kind != "" {
		return usageError{problem.Say("\"%s\" is no name of a report: files that end in %s are of another kind. Name one that ends in .pdf", path, kind)}
	}
	return nil
}

// endingOf is the ending of a path in small letters. Spaces and points at the end
// count for nothing, as on systems that drop them.
func endingOf(path string) string {
	return strings.ToLower(filepath.Ext(strings.TrimRight(filepath.Base(path), " .")))
}

// otherKind returns the ending of a path that names another kind of file than a
// report, and "" where it does not.
func otherKind(path string) string {
	ending := endingOf(path)
	if slices.Contains(otherKinds, ending) {
		return ending
	}
	return ""
}

// outputsOf says where the report of each request goes: the named file, a file
// in the named folder, standard output, or beside the brief.
func (c console) outputsOf(requests []request, output string) ([]string, error) {
	if output == standardOutput && len(requests) > 1 {
		return nil, usageError{problem.Say("standard output takes one report; name a folder")}
	}
	folder := false
	if output != "" && output != standardOutput {
		var err error
		if folder, err = c.namesFolder(output, len(requests) > 1); err != nil {
			return nil, err
		}
	}
	outputs := make([]string, len(requests))
	by := map[string]string{}
	for i, r := range requests {
		name := strings.TrimSuffix(filepath.Base(r.argument), filepath.Ext(r.argument)) + ".pdf"
		switch {
		case folder && r.argument == standardInput:
			outputs[i] = filepath.Join(output, "stdin.pdf")
		case folder:
			outputs[i] = filepath.Join(output, name)
		case output != "":
			outputs[i] = output
		case r.argument == standardInput:
			outputs[i] = standardOutput
		default:
			outputs[i] = filepath.Join(filepath.Dir(r.argument), name)
		}
		if other, taken := by[outputs[i]]; taken {
			return nil, usageError{problem.Say("%s and %s would both become %s: rename one, or build them one by one, each with its own -o", other, r.argument, outputs[i])}
		}
		by[outputs[i]] = r.argument
	}
	return outputs, nil
}

// namesFolder reports whether an output is a folder: one that is there, or that
// its name or the number of reports asks for.
func (c console) namesFolder(path string, several bool) (bool, error) {
	asked := several || os.IsPathSeparator(path[len(path)-1])
	info, err := c.disk.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return asked, nil
	case errors.Is(err, syscall.ENOTDIR):
		return asked, nil // found when it is made
	case err != nil:
		return false, wrongPath("report", path, err)
	case asked && !info.IsDir():
		return false, usageError{problem.Say("\"%s\" is a file; name a folder for the reports", path)}
	}
	return info.IsDir(), nil
}

// A named file is one that the command line names.
type named struct{ path, as string }

// sources are the files that the command line names to be read.
func sources(requests []request, themeFile string, fontFiles []string) []named {
	var all []named
	for _, r := range requests {
		if r.argument != standardInput {
			all = append(all, named{r.argument, "its brief "})
		}
	}
	if look.IsFile(themeFile) {
		all = append(all, named{themeFile, "the theme "})
	}
	for _, f := range fontFiles {
		all = append(all, named{f, "the font "})
	}
	return all
}

// refuse says why a product cannot go where it was asked to: onto a file that the
// command line names to be read, by whatever name or link, onto a file of another
// kind, or to a place that cannot be.
func (c console) refuse(p product, output string, sources []named) error {
	info, err := c.standing(output)
	if err != nil {
		return err
	}
	if input := c.inputFile(); info != nil && input != nil && os.SameFile(info, input) {
		return usageError{problem.Say("the %s would overwrite standard input, which is \"%s\"", p.name, output)}
	}
	for _, s := range sources {
		source, err := c.disk.Stat(s.path)
		switch {
		case errors.Is(err, fs.ErrNotExist): // no longer there
		case err != nil:
			return err
		case info != nil && os.SameFile(info, source):
			return usageError{problem.Say("the %s would overwrite %s%s", p.name, s.as, s.path)}
		}
	}
	if output == standardOutput {
		return nil
	}
	paths := []string{output}
	if info != nil && info.Mode().IsRegular() {
		end, err := c.disk.Follow(output)
		if err != nil {
			return err
		}
		paths = append(paths, end)
	}
	for _, path := range paths {
		if err := p.wrongEnding(path); err != nil {
			return err
		}
	}
	return nil
}

// distinct says that two reports would go to one file, by two names.
func (c console) distinct(outputs []string) error {
	var standing []fs.FileInfo
	for i, output := range outputs {
		info, err := c.standing(output)
		if err != nil {
			return err
		}
		for k, other := range standing {
			if info != nil && other != nil && info.Mode().IsRegular() && os.SameFile(info, other) {
				return usageError{problem.Say("\"%s\" and \"%s\" are one file, which two reports would become", outputs[k], outputs[i])}
			}
		}
		standing = append(standing, info)
	}
	return nil
}

// inputFile is the regular file that standard input reads, and nil where it is
// none.
func (c console) inputFile() fs.FileInfo {
	f, ok := c.in.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return nil
	}
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		return info
	}
	return nil
}

// refuseOthers says that a report would overwrite what another of the same
// command is made from. It is asked before the first is written, since a later
// brief would be read too late.
func (c console) refuseOthers(ctx context.Context, outputs []string, requests []request) error {
	if len(requests) < 2 {
		return nil // its own sources are known when it is built
	}
	for _, r := range requests {
		files, err := pipeline.Sources(ctx, r.job)
		if err != nil {
			return fmt.Errorf("%s: %w", r.argument, err)
		}
		for i, output := range outputs {
			if err := c.refuseRead(report(), output, requests[i].argument, r, files); err != nil {
				return err
			}
		}
	}
	return nil
}

// refuseRead says that a product of a brief would overwrite one of the files
// that it, or another, is made from.
func (c console) refuseRead(p product, output, argument string, r request, files []string) error {
	info, err := c.standing(output)
	if err != nil || info == nil {
		return err
	}
	for _, name := range files {
		source, err := fs.Stat(r.job.Root, name)
		switch {
		case errors.Is(err, fs.ErrNotExist): // no longer there
		case err != nil:
			return err
		case os.SameFile(info, source):
			path := filepath.Join(r.folder, filepath.FromSlash(name))
			if argument != r.argument {
				return usageError{problem.Say("the %s of %s would overwrite %s, which %s is made from", p.name, argument, path, r.argument)}
			}
			return usageError{problem.Say("the %s of %s would overwrite %s, which it is made from", p.name, argument, path)}
		}
	}
	return nil
}

// standing is what stands where a report is to go, through links, and nil where
// nothing does.
func (c console) standing(output string) (fs.FileInfo, error) {
	if output == standardOutput {
		if f, ok := c.out.(interface{ Stat() (fs.FileInfo, error) }); ok {
			return f.Stat()
		}
		return nil, nil
	}
	info, err := c.disk.Stat(output)
	switch {
	case err == nil:
		return info, nil
	case errors.Is(err, fs.ErrNotExist):
		if _, err := c.disk.Lstat(output); err == nil {
			return nil, usageError{problem.Say("\"%s\" is a link to a file that is not there; remove it, or name what it should lead to", output)}
		}
		return nil, nil
	case errors.Is(err, syscall.ENOTDIR):
		return nil, err // found when it is made
	}
	return nil, wrongPath("report", output, err)
}

// write puts a report where it was asked for, in a new folder if need be.
func (c console) write(ctx context.Context, path string, pdf []byte) error {
	if path == standardOutput {
		_, err := c.out.Write(pdf)
		return err
	}
	info, err := c.disk.Stat(path)
	switch {
	case err == nil && !info.IsDir() && !info.Mode().IsRegular():
		return c.pass(path, pdf)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	// A run that is told to stop ends before this or after it.
	c.saving.Lock()
	defer c.saving.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if err = c.disk.MkdirAll(filepath.Dir(path), 0o777); err == nil {
		err = pipeline.Replace(c.disk, path, pdf)
	}
	if errors.Is(err, syscall.ENAMETOOLONG) { // in a folder that had to be made
		return wrongPath("report", path, err)
	}
	return err
}

// pass writes to a device or a pipe, which has no earlier content to keep. It
// waits for whoever reads.
func (c console) pass(path string, pdf []byte) error {
	f, err := c.disk.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(pdf)
	return errors.Join(err, f.Close())
}

// A stream is standard output. It keeps the first error of writing to it, also
// where who writes passes over it, as urfave/cli does with help and version.
type stream struct {
	to      io.Writer
	failure error
}

func (s *stream) Write(p []byte) (int, error) {
	n, err := s.to.Write(p)
	if err != nil && s.failure == nil {
		s.failure = err
	}
	return n, err
}

// Stat tells what standard output is, where that is known.
func (s *stream) Stat() (fs.FileInfo, error) {
	if f, ok := s.to.(*os.File); ok {
		return f.Stat()
	}
	return nil, nil
}
