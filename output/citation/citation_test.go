package citation

import (
	"testing"

	"warraq/input/brief"
)

func TestEntry(t *testing.T) {
	tests := []struct {
		name string
		ref  brief.Reference
		want string
		link string
	}{
		{
			"news article",
			brief.Reference{
				Type: "article-newspaper", Authors: []brief.Name{{Family: "Collet", Given: "Emma"}}, Title: "Minerals at the Summit",
				Container: "Euractiv", Year: 2025, Month: 4, Day: 3, URL: "https://example.org/a",
			},
			"Collet, Emma. “Minerals at the Summit.” Euractiv, April 3, 2025. ", "https://example.org/a",
		},
		{
			"institution, no address",
			brief.Reference{
				Type: "report", Authors: []brief.Name{{Literal: "Council of the European Union"}}, Title: "Joint Declaration",
				Place: "Brussels", Publisher: "General Secretariat of the Council", Year: 2025,
			},
			"Council of the European Union. Joint Declaration. Brussels: General Secretariat of the Council, 2025.", "",
		},
		{
			"a title that ends with a question",
			brief.Reference{Title: "What to Expect?", Container: "The Times", Year: 2025, Month: 4},
			"“What to Expect?” The Times, April 2025.", "",
		},
		{
			"two authors, journal, DOI",
			brief.Reference{
				Type: "article-journal", Authors: []brief.Name{{Family: "Knuth", Given: "Donald"}, {Family: "Plass", Given: "Michael"}},
				Title: "Breaking Paragraphs into Lines", Container: "Software", Volume: "11", Issue: "11", Pages: "1119–1184", Year: 1981, DOI: "10.1002/spe.4380111102",
			},
			"Knuth, Donald, and Michael Plass. “Breaking Paragraphs into Lines.” Software 11, no. 11, 1981, 1119–1184. ", "https://doi.org/10.1002/spe.4380111102",
		},
		{
			"Arabic book",
			brief.Reference{
				Type: "book", Authors: []brief.Name{{Family: "ابن بطوطة"}}, Title: "تحفة النظّار في غرائب الأمصار",
				Place: "بيروت", Publisher: "دار صادر", Year: 1992,
			},
			"ابن بطوطة. تحفة النظّار في غرائب الأمصار. بيروت: دار صادر، 1992.", "",
		},
		{
			"Arabic article",
			brief.Reference{
				Authors: []brief.Name{{Given: "سلمى", Family: "الوادي"}, {Given: "كريم", Family: "الساحلي"}}, Title: "المعادن الحرجة",
				Container: "شؤون عربية", Issue: "12", Year: 2024, Month: 5, Day: 1, Accessed: [3]int{2025, 4, 9}, URL: "https://example.org/ar",
			},
			"الوادي، سلمى، وكريم الساحلي. «المعادن الحرجة». شؤون عربية، ع 12، 1 مايو 2024. اطُّلع عليه في 9 أبريل 2025. ", "https://example.org/ar",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var text, link string
			for _, n := range Entry(&tt.ref) {
				switch n := n.(type) {
				case *brief.Text:
					text += n.Value
				case *brief.Link:
					link = n.URL
				}
			}
			if text != tt.want {
				t.Errorf("got  %q\nwant %q", text, tt.want)
			}
			if link != tt.link {
				t.Errorf("link %q, want %q", link, tt.link)
			}
		})
	}
}
