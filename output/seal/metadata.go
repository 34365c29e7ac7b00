package seal

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"warraq/output/page"
)

// dateString returns a date as PDF writes it (ISO 32000-1 §7.9.4), in UTC, so
// that it does not depend on where the document is built.
func dateString(t time.Time) string { return t.UTC().Format("D:20060102150405Z") }

// description writes the information dictionary. Each entry says the same as
// its property in the metadata stream.
func description(i page.Info, producer string) []byte {
	b := []byte("<<")
	for _, e := range []struct{ key, value string }{
		{"Title", i.Title},
		{"Author", strings.Join(i.Authors, "; ")},
		{"Subject", i.Subject},
		{"Keywords", strings.Join(i.Keywords, ", ")},
		{"Producer", producer},
	} {
		if e.value != "" {
			b = appendText(appendName(b, e.key), e.value)
		}
	}
	if !i.Date.IsZero() {
		b = appendText(append(b, "/CreationDate"...), dateString(i.Date))
		b = appendText(append(b, "/ModDate"...), dateString(i.Date))
	}
	return append(b, ">>"...)
}

// metadata writes the XMP packet (ISO 16684-1) that declares the standards.
func metadata(i page.Info, producer string, standards []Standard) []byte {
	var x xmp
	x.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	x.WriteString(`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
`)
	x.property("dc:format", "application/pdf")
	x.alternatives("dc:title", i.Language, i.Title)
	x.array("dc:creator", "rdf:Seq", i.Authors)
	x.alternatives("dc:description", i.Language, i.Subject)
	x.array("dc:subject", "rdf:Bag", i.Keywords)
	x.array("dc:language", "rdf:Bag", []string{i.Language})
	x.property("pdf:Keywords", strings.Join(i.Keywords, ", "))
	x.property("pdf:Producer", producer)
	if !i.Date.IsZero() {
		date := i.Date.UTC().Format(time.RFC3339)
		x.property("xmp:CreateDate", date)
		x.property("xmp:ModifyDate", date)
		x.property("xmp:MetadataDate", date)
	}
	for _, s := range standards {
		x.standard(s)
	}
	x.WriteString("</rdf:Description>\n")
	if slices.Contains(standards, UA1) {
		x.WriteString(accessibilitySchema)
	}
	x.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return x.Bytes()
}

// xmp is a metadata packet in the writing. Properties without a value are left
// out.
type xmp struct{ bytes.Buffer }

// standard writes the identification of one standard.
func (x *xmp) standard(s Standard) {
	switch s {
	case A2A:
		x.property("pdfaid:part", "2")
		x.property("pdfaid:conformance", "A")
	case A3A:
		x.property("pdfaid:part", "3")
		x.property("pdfaid:conformance", "A")
	case A4F:
		x.property("pdfaid:part", "4")
		x.property("pdfaid:rev", "2020")
		x.property("pdfaid:conformance", "F")
	case UA1:
		x.property("pdfuaid:part", "1")
	case UA2:
		x.property("pdfuaid:part", "2")
		x.property("pdfuaid:rev", "2024")
	}
}

func (x *xmp) property(name, value string) {
	if value != "" {
		fmt.Fprintf(x, "<%s>%s</%s>\n", name, escape(value), name)
	}
}

func (x *xmp) alternatives(name, language, value string) {
	if value == "" {
		return
	}
	value = escape(value)
	fmt.Fprintf(x, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>", name, value)
	if language != "" {
		fmt.Fprintf(x, "<rdf:li xml:lang=\"%s\">%s</rdf:li>", escape(language), value)
	}
	fmt.Fprintf(x, "</rdf:Alt></%s>\n", name)
}

func (x *xmp) array(name, kind string, values []string) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(values) == 0 {
		return
	}
	fmt.Fprintf(x, "<%s><%s>", name, kind)
	for _, v := range values {
		fmt.Fprintf(x, "<rdf:li>%s</rdf:li>", escape(v))
	}
	fmt.Fprintf(x, "</%s></%s>\n", kind, name)
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // writing to memory cannot fail
	return b.String()
}

// accessibilitySchema describes the property of PDF/UA-1: parts 2 and 3 of PDF/A
// take no property that is neither predefined nor described in the file
// (ISO 19005-2 §6.6.2.3).
const accessibilitySchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
