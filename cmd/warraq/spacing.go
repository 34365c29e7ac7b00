package main

import (
	"fmt"
	"io"

	"warraq/input/problem"
	"warraq/input/source"
	"warraq/output/page"
	"warraq/output/typeset"
)

// spacing is how evenly one brief is set.
type spacing struct {
	path   string // as typed
	spaces typeset.Spaces
	// name names a file as the user would.
	name func(*source.File) string
}

// A spacingRecord is that for a program to read. Ratios are over the faces' own
// space.
type spacingRecord struct {
	Path         string          `json:"path"`
	Lines        int             `json:"lines"`
	Words        int             `json:"words"`
	Median       float64         `json:"median"`
	Percentile95 float64         `json:"percentile95"`
	Least        float64         `json:"least"`
	Worst        *spacingPlace   `json:"worst,omitempty"`
	Stretched    int             `json:"stretchedWords"`
	Share        float64         `json:"stretchedShare"`
	Twice        int             `json:"linesStretchedTwice"`
	Beside       int             `json:"neighbouringLinesStretched"`
	Wide         int             `json:"wideWithoutKashida"`
	Relieved     int             `json:"relievedByKashida"`
	Tolerance    float64         `json:"tolerance"`
	Loose        []*spacingPlace `json:"beyondTolerance"`
}

// A spacingPlace is a line with the place of its first word.
type spacingPlace struct {
	Ratio  float64 `json:"ratio"`
	Path   string  `json:"path,omitempty"`
	Line   int     `json:"line,omitempty"`
	Column int     `json:"column,omitempty"`
}

func (s spacing) record() spacingRecord {
	p := s.spaces
	r := spacingRecord{
		Path: s.path, Lines: p.Lines, Words: p.Words, Median: rounded(p.Median), Percentile95: rounded(p.Percentile95),
		Least: rounded(p.Least), Stretched: p.Kashidas, Twice: p.Twice, Beside: p.Beside, Wide: p.Wide, Relieved: p.Relieved, Tolerance: rounded(p.Limit), Loose: []*spacingPlace{},
	}
	if p.Lines > 0 {
		r.Worst = s.place(p.Loosest)
		r.Share = rounded(float64(p.Kashidas) / float64(p.Words))
	}
	for _, l := range p.Loose {
		r.Loose = append(r.Loose, s.place(l))
	}
	return r
}

func (s spacing) place(l page.JustifiedLine) *spacingPlace {
	p := &spacingPlace{Ratio: rounded(l.Ratio)}
	if l.Source.File != nil {
		at := l.Source.Position()
		p.Path, p.Line, p.Column = s.name(l.Source.File), at.Line, at.Column
	}
	return p
}

func (p *spacingPlace) String() string {
	s := fmt.Sprintf("%.2f", p.Ratio)
	if p.Path == "" {
		return s
	}
	return fmt.Sprintf("%s  %s:%d:%d", s, problem.Show(p.Path), p.Line, p.Column)
}

// rounded keeps four decimals: more would be noise.
func rounded(x float64) float64 { return float64(int(x*10000+0.5)) / 10000 }

// spacingWords are the labels of the report in both languages.
var spacingWords = struct{ head, median, percentile, least, worst, stretched, twice, beside, wide, loose problem.Text }{
	head: problem.Text{
		AR: "%s: أسطر مضبوطة الطرفين: %d، كلماتها: %d (المسافة بين الكلمات منسوبة إلى مسافة الخطّ نفسه)",
		EN: "%s: %d justified lines, %d words (space between words over the face's own)",
	},
	median:     problem.Text{AR: "الوسيط", EN: "median"},
	percentile: problem.Text{AR: "المئين 95", EN: "95th percentile"},
	least:      problem.Text{AR: "الأضيق", EN: "tightest"},
	worst:      problem.Text{AR: "الأوسع", EN: "loosest"},
	stretched:  problem.Text{AR: "كلمات ممدودة", EN: "stretched words"},
	twice:      problem.Text{AR: "أسطر مُدّت فيها كلمتان", EN: "lines with two"},
	beside:     problem.Text{AR: "أسطر متجاورة مُدّت فيها كلمات", EN: "neighbouring lines"},
	wide:       problem.Text{AR: "أوسع من %.1f، وما خُفّف منها", EN: "over %.1f, relieved"},
	loose:      problem.Text{AR: "أوسع من %.2f", EN: "looser than %.2f"},
}

// showSpacing writes how evenly the briefs are set, in the form of the problems;
// SARIF knows problems only, so that beside it this is JSON.
func (p presentation) showSpacing(w io.Writer, all []spacing) error {
	if p.format != "text" {
		records := make([]spacingRecord, len(all))
		for i, s := range all {
			records[i] = s.record()
		}
		return problem.WriteJSON(w, records)
	}
	for _, s := range all {
		if err := p.writeSpacing(w, s.record()); err != nil {
			return err
		}
	}
	return nil
}

func (p presentation) writeSpacing(w io.Writer, r spacingRecord) error {
	words := &spacingWords
	rows := [][2]string{}
	row := func(label problem.Text, value string, args ...any) {
		rows = append(rows, [2]string{label.In(p.language, args...), value})
	}
	if r.Lines > 0 {
		row(words.median, fmt.Sprintf("%.2f", r.Median))
		row(words.percentile, fmt.Sprintf("%.2f", r.Percentile95))
		row(words.least, fmt.Sprintf("%.2f", r.Least))
		row(words.worst, r.Worst.String())
		row(words.stretched, fmt.Sprintf("%.1f%%  (%d)", r.Share*100, r.Stretched))
		row(words.twice, fmt.Sprintf("%.1f%%  (%d)", 100*float64(r.Twice)/float64(r.Lines), r.Twice))
		row(words.beside, fmt.Sprint(r.Beside))
		row(words.wide, fmt.Sprintf("%d, %d", r.Wide, r.Relieved), typeset.Wide)
		row(words.loose, fmt.Sprint(len(r.Loose)), r.Tolerance)
		for _, l := range r.Loose {
			rows = append(rows, [2]string{"", l.String()})
		}
	}
	_, err := fmt.Fprintln(w, words.head.In(p.language, r.Path, r.Lines, r.Words))
	for _, row := range rows {
		if err == nil {
			_, err = fmt.Fprintf(w, "  %-16s %s\n", row[0], row[1])
		}
	}
	return err
}
