package input

import (
	"warraq/input/brief"
	"warraq/input/reference"
)

// references reads the bibliography.
func (r *reading) references(Options) {
	first := map[string]*brief.Reference{}
	for _, name := range r.front.Bibliography {
		f := r.file(name, r.limits.References)
		if f == nil || !r.isText(f, name.Span) {
			continue
		}
		entries, problems := reference.Read(f, name.Span)
		r.problems.Add(problems...)
		for _, e := range entries {
			if before, ok := first[e.Key]; ok {
				// Twice in one file is told by its reader.
				if before.Span.File != f {
					r.problems.Add(duplicateReference.At(e.Span, e.Key, before.Span.File.Name))
				}
				continue
			}
			first[e.Key] = e
			r.entries = append(r.entries, e)
		}
	}
}

// cite numbers the references that are cited, or listed without it, in the
// order they are printed in.
func (r *resolver) cite() {
	for _, key := range r.front.NoCite {
		if key.Value == "all" || key.Value == "*" {
			continue
		}
		if e, ok := r.byKey[key.Value]; ok {
			r.cited[e] = true
		} else {
			r.problems.Add(unknownCitation.At(key.Span, key.Value, r.advice.On(key.Value, r.keys)))
		}
	}
	for _, e := range r.entries {
		if r.cited[e] || r.front.CiteAll {
			r.brief.References = append(r.brief.References, e)
		}
	}
	reference.Sort(r.brief.References, r.brief.Meta.Lang)
	for i, e := range r.brief.References {
		e.Number = i + 1
	}
}
