package pipeline_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
	"testing/fstest"

	"warraq/fonts"
	"warraq/input/theme"
	"warraq/output/judge"
	"warraq/pipeline"
)

// coverBrief is a report with a cover, partners, biographies and a last page.
func coverBrief(t testing.TB, cover string) fstest.MapFS {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 1400, 1900))
	for y := range 1900 {
		for x := range 1400 {
			m.SetRGBA(x, y, color.RGBA{uint8(255 - y/12), uint8(200 - y/14), uint8(x / 8), 255})
		}
	}
	var photograph bytes.Buffer
	if err := jpeg.Encode(&photograph, m, nil); err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{
		"photograph.jpg": {Data: photograph.Bytes()},
		"drawing.svg":    {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60"><rect width="40" height="60" fill="#9ab"/><circle cx="20" cy="20" r="9" fill="#fed"/></svg>`)},
		"logo.svg":       {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20Z" fill="#246"/></svg>`)},
		"brief.md": {Data: fmt.Appendf(nil, `---
title: طرق الحرير الجديدة
subtitle: بين الأمس واليوم
institution: مركز الورّاق للدراسات
logo: logo.svg
series: أوراق السياسات
number: 12
partners: [{name: معهد الطاقة, logo: logo.svg}, مؤسسة الحوار]
authors: [{name: سلمى الوادي, portrait: {picture: photograph.jpg, alt: صورة سلمى الوادي}, bio: باحثة في الاقتصاد.}]
about: {text: مركزٌ مستقلٌّ للبحوث., email: info@warraq.example, website: www.warraq.example}
cover: %s
---
# مقدمة

نص.
`, cover)},
	}
}

// Covers of every style, biographies and the last page are what archives and screen
// readers accept.
func TestCoversBeforeTheJudges(t *testing.T) {
	var candidates []judge.Candidate
	for _, cover := range []string{
		"{style: field}", "{style: pattern}", "{style: plain}", "{picture: photograph.jpg, alt: غروب}",
		"{picture: photograph.jpg, decorative: true, overlay: 0.1}", "{picture: drawing.svg, alt: رسم}", "{picture: drawing.svg, decorative: true}",
	} {
		for _, name := range theme.Names() {
			made := build(t, pipeline.Job{Root: coverBrief(t, cover), Theme: name})
			judge.Structure(t, made.PDF)
			candidates = append(candidates, judge.Candidate{Name: name + " " + cover, PDF: made.PDF, Flavours: []string{"a-3a", "ua-1"}})
		}
	}
	judge.VeraPDFEach(t, candidates)
}

// A session keeps how the picture of a cover looks, and makes what a fresh build makes
// when the picture, or what is asked of it, changes.
func TestASessionMakesCovers(t *testing.T) {
	session := pipeline.NewSession(0)
	defer session.Close()
	job := pipeline.Job{Path: "brief.md", Fonts: fonts.Bundled()}
	for _, cover := range []string{
		"{picture: photograph.jpg, alt: غروب}", "{picture: photograph.jpg, alt: غروب}", "{picture: photograph.jpg, alt: غروب, crop: top 40%}", "{picture: drawing.svg, alt: رسم}",
	} {
		root := coverBrief(t, cover)
		job.Root = root
		sameAsFresh(t, session, job, cover)
		root["photograph.jpg"] = &fstest.MapFile{Data: photographOf(t, color.White)}
		sameAsFresh(t, session, job, cover+" white")
	}
}

func photographOf(t testing.TB, c color.Color) []byte {
	t.Helper()
	m := image.NewUniform(c)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, &bounded{m, image.Rect(0, 0, 1400, 1900)}, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bounded is a part of a picture that has no bounds.
type bounded struct {
	image.Image
	area image.Rectangle
}

func (b *bounded) Bounds() image.Rectangle { return b.area }
