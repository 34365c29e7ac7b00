// Package seal makes a painted PDF a document: tagged for those who read by
// ear, fit for an archive, with outline, links, page labels, metadata, and its
// data attached. It changes no ink.
//
// The painted file is taken apart (pdfcpu reads it), its objects are mended and
// joined by new ones, and all are written in the order of their numbers, so that
// the same document is always the same bytes. Nothing but the arguments reaches
// the output: no clock, no folder, no random number.
//
// Left out on purpose, because text comes out of common readers backwards with
// it: /ActualText on structure elements, and /Direction /R2L among the viewer's
// preferences.
package seal

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"warraq/output/page"
	"warraq/output/paint"
)

// Options say what the sealed file is to be.
type Options struct {
	// Standards are those the file declares and keeps; none means Default.
	Standards []Standard
	// Sources are files to be attached after those of the document.
	Sources []page.Attachment
	// Producer is the program's name in the metadata; empty means "warraq".
	Producer string
	// Smallest asks for the smallest file, which takes some forty times as long to
	// compress.
	Smallest bool
	// Kept are the streams that were compressed before; nil keeps none.
	Kept *Memo
}

// Seal returns the finished file of a painted document.
//
// ErrAttachments and ErrNoAttachment say that the standards and the attached
// files do not go together. Any other error says that document and painted file
// contradict each other: a sequence or a link that belongs to no element, a link
// or an outline item that points nowhere, a figure without alternative text, a
// document without title or language. All are reported, joined.
func Seal(p *paint.Painted, d *page.Document, o Options) ([]byte, error) {
	standards := o.Standards
	if len(standards) == 0 {
		standards = Default()
	}
	attached := slices.Concat(d.Attachments, o.Sources)
	if err := errors.Join(Check(standards, len(attached) > 0), check(d, standards)); err != nil {
		return nil, err
	}
	f, err := read(p.PDF)
	if err != nil {
		return nil, err
	}
	if len(f.pages) != len(d.Pages) || len(p.Marks) != len(d.Pages) {
		return nil, fmt.Errorf("seal: %d pages were typeset, %d painted, %d marked", len(d.Pages), len(f.pages), len(p.Marks))
	}
	f.sweep()
	places, anchorErr := anchors(f, d)
	annotations, linkErr := f.reserve(places)
	if err := errors.Join(f.fonts(p.Fonts), anchorErr, linkErr); err != nil {
		return nil, err
	}
	t, err := build(f, d, p.Marks, annotations)
	if err != nil {
		return nil, err
	}
	t.caption(t.root)
	if standards[0].version() == "2.0" {
		places.find(t)
		t.refer(annotations, places)
	} else {
		t.levels(t.root, 0)
	}
	f.links(annotations, places)
	f.mendPages(t.owners, d.Pages)
	if err := f.catalog(t, d, attached, annotations, places, standards, cmp.Or(o.Producer, "warraq")); err != nil {
		return nil, err
	}
	return f.write(standards[0].version(), compression{o.Smallest, o.Kept}), nil
}

// Check reports, before anything is made, whether a file can keep the standards
// together, and with files attached to it or none: contradictions,
// ErrAttachments and ErrNoAttachment, joined.
func Check(standards []Standard, attached bool) error {
	err := contradiction(standards)
	if attached && !AllowAttachments(standards) {
		err = errors.Join(err, ErrAttachments)
	}
	if !attached && slices.Contains(standards, A4F) {
		err = errors.Join(err, ErrNoAttachment)
	}
	return err
}

// check reports what the standards ask of the document itself.
func check(d *page.Document, standards []Standard) error {
	var errs []error
	if len(d.Tree) == 0 {
		errs = append(errs, errors.New("seal: the document has no structure"))
	} else if slices.ContainsFunc(standards, Standard.Accessible) {
		errs = append(errs, checkFigures(d.Tree, 0)...)
	}
	if d.Info.Title == "" {
		errs = append(errs, errors.New("seal: the document has no title (ISO 14289-1 §7.1)"))
	}
	if d.Info.Language == "" {
		errs = append(errs, errors.New("seal: the document has no language (ISO 14289-1 §7.2)"))
	}
	return errors.Join(errs...)
}

// checkFigures reports figures that say nothing to a reader by ear
// (ISO 14289-1 §7.3).
func checkFigures(t page.Tree, at page.Ref) (errs []error) {
	if e := &t[at]; e.Role == page.Figure && e.Alt == "" {
		errs = append(errs, errors.New("seal: a figure has no alternative text"))
	}
	for _, c := range t[at].Children {
		errs = append(errs, checkFigures(t, c)...)
	}
	return errs
}

// catalog writes everything that hangs on the document's root object
// (ISO 32000-1 §7.7.2), and the root itself.
func (f *file) catalog(t *tree, d *page.Document, attached []page.Attachment, annotations []annotation, places *targets, standards []Standard, producer string) error {
	pdf2 := standards[0].version() == "2.0"
	kept := make(map[page.Ref]bool, len(t.nodes))
	for _, n := range t.nodes {
		kept[n.ref] = true
	}
	files, fileErr := f.attach(attached, d.Info.Date, kept)
	w := &writer{tree: t, d: d, annotations: annotations, files: files.elements, namespaces: f.namespaces(pdf2)}
	structure := w.structure()
	outline, outlineErr := f.outline(places)
	destinations, destErr := places.names()
	if err := errors.Join(append(t.errs, fileErr, outlineErr, destErr)...); err != nil {
		return err
	}

	b := []byte("<</Type/Catalog/Pages ")
	b = appendObject(b, f.dict(f.root)["Pages"])
	b = fmt.Appendf(b, "/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang", structure)
	b = appendText(b, d.Info.Language)
	b = append(b, "/ViewerPreferences<</DisplayDocTitle true"...)
	if d.Duplex {
		// What a print dialogue then offers (ISO 32000-1 §12.2).
		b = append(b, "/Duplex/DuplexFlipLongEdge"...)
	}
	b = append(b, ">>/PageLabels"...)
	b = append(b, pageLabels(d.Pages)...)
	b = fmt.Appendf(b, "/Metadata %d 0 R", f.addStream("/Type/Metadata/Subtype/XML", metadata(d.Info, producer, standards), true))
	b = fmt.Appendf(b, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile %d 0 R>>]",
		f.addStream("/N 3", profile(), false))
	if outline != 0 {
		b = fmt.Appendf(b, "/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	if destinations != 0 || files.tree != 0 {
		b = append(b, "/Names<<"...)
		if destinations != 0 {
			b = fmt.Appendf(b, "/Dests %d 0 R", destinations)
		}
		if files.tree != 0 {
			b = fmt.Appendf(b, "/EmbeddedFiles %d 0 R", files.tree)
		}
		b = append(b, ">>"...)
	}
	if len(files.document) > 0 {
		b = appendRefs(append(b, "/AF"...), files.document)
	}
	f.put(f.root, append(b, ">>"...))
	// PDF/A-4 takes no information dictionary; the metadata says the same
	// (ISO 19005-4 §6.1.3).
	if !pdf2 {
		f.info = f.add(description(d.Info, producer))
	}
	return nil
}
