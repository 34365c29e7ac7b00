package pipeline

import (
	"path"

	"warraq/input/source"
	"warraq/output/page"
)

// sources are the files that a brief was read from as attachments, so that the
// report can be made again from itself.
func sources(files []*source.File) []page.Attachment {
	attachments := make([]page.Attachment, len(files))
	for i, f := range files {
		attachments[i] = page.Attachment{Name: f.Name, MIME: mediaType(f.Name), Data: f.Stored(), Relationship: "Source"}
	}
	return attachments
}

// mediaType names the type of a file by its extension, from this list alone:
// the tables of the machine would make the output depend on it.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".md":
		return "text/markdown"
	case ".csv":
		return "text/csv"
	case ".tsv":
		return "text/tab-separated-values"
	case ".json":
		return "application/json"
	case ".yaml", ".yml":
		return "application/yaml"
	case ".bib":
		return "application/x-bibtex"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".svg":
		return "image/svg+xml"
	}
	return "application/octet-stream"
}
