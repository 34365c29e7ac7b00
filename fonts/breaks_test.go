package fonts

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
	"pgregory.net/rapid"
)

// TestLineBreakTest runs the whole of Unicode's file of that name.
func TestLineBreakTest(t *testing.T) {
	file, err := os.Open("testdata/LineBreakTest.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	scanner := bufio.NewScanner(unzipped)
	for scanner.Scan() {
		line, _, _ := strings.Cut(scanner.Text(), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		cases++
		var text []rune
		var want []bool
		for field := range strings.FieldsSeq(line) {
			switch field {
			case "×":
				want = append(want, false)
			case "÷":
				want = append(want, true)
			default:
				r, err := strconv.ParseInt(field, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				text = append(text, rune(r))
			}
		}
		var got []bool
		for _, b := range unicodeBreaks(text) {
			got = append(got, b != None)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v", line, got)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
	if cases < 19_000 {
		t.Errorf("ran %d cases only", cases)
	}
}

// TestBreaks shows every place where a line may end as a bar.
func TestBreaks(t *testing.T) {
	for _, want := range []string{
		"أعلن |الاتحاد |الأوروبي.",
		"بلغت |10% |من |المجموع",
		"بلغت |10 % |من |المجموع",
		"بلغت |١٠ ٪ |من |المجموع",
		"قيمة |$10 |و€ 5 |و10 € |فقط",
		"طول |10 km |وسعة |300 MW |ومساحة |5 كم |هنا",
		"بين |2021–2027 |وبين |2021 – 2027 |كذلك",
		"يوم |2017/06/24 |أو |24-06-2017 |مثلا",
		"حرارة |-3 |ثم |+7 |درجات",
		"بلغت |10 000 |طن",
		"القانون |و النظام |و«النص»",
		"انظر |ص. 3 |أو |ج. 2، |ص 15 |من |(ط. 4) |وفيه |د. سامي |وأ. د. منى |سنة |300 ق. م. وما |بعدها |وفي |القرن |الرابع |ق. م. كذلك",
		"سنة |622 م. |وكان |ذلك |سنة |1446 هـ. |ثم |القسم |أ. وفيه |ل «السجل» |وب Erasmus",
		"قال : |نعم ! |ثم |سأل ؟",
		"في |التقرير [1] |وفي |غيره [23]، |وفي |[ملحق]",
		"نص |« بين |قوسين » |هنا",
		"كلمة ، |وأخرى ؛ |وثالثة ؟",
		"انظر |https://www|.eib|.org/|en/|projects/|all?|id=|123&|lang=|ar#|top-of |هنا",
		"المعرف |doi:10.1016/|j|.resourpol|.2020.101 |هنا",
		"برنامج |Erasmus+ |وجائحة |COVID-19 |معا",
	} {
		text := []rune(strings.ReplaceAll(want, "|", ""))
		var got strings.Builder
		for i, b := range Breaks(text)[:len(text)] {
			if b != None {
				got.WriteByte('|')
			}
			got.WriteRune(text[i])
		}
		if got.String() != want {
			t.Errorf("got  %s\nwant %s", got.String(), want)
		}
	}
}

func TestBreaksProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 60).Draw(t, "text")
		breaks, plain := Breaks(text), unicodeBreaks(text)
		if len(breaks) != len(text)+1 || breaks[0] != None {
			t.Fatalf("%d breaks for %d characters, first %d", len(breaks), len(text), breaks[0])
		}
		for i, b := range breaks {
			if plain[i] == Mandatory && b != Mandatory {
				t.Fatalf("a mandatory break before %d was lost", i)
			}
		}
	})
}

// TestPlainWords: words that are not segmented have the breaks that they would
// have.
func TestPlainWords(t *testing.T) {
	words := []string{
		"كلمة", "وَ", "و", "نصّ،", "آخر.", "،", ".", "\u064e", "ـ", "(قوس)", "«نص»", "2025", "٪5", "A-b", "- ", "؟", "\u200d", "\u00a0", "\u2028", "\n", "", "1.", ".5", "\u2014", "א-",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", " ", "  ", ""}).Draw(t, "space")))
		whole := make([]Break, len(text)+1)
		segment(&segmenter.Segmenter{}, text, whole)
		if got := unicodeBreaks(text); !slices.Equal(got, whole) {
			t.Fatalf("%q: %v, segmented as a whole %v", string(text), got, whole)
		}
	})
}

func BenchmarkBreaks(b *testing.B) {
	text := []rune(strings.Repeat("أعلن الاتحاد الأوروبي عن حزمة بقيمة 10 مليارات يورو ضمن مبادرة Global Gateway (GG) بنسبة 10% عام 2025، ", 10))
	b.ReportAllocs()
	for b.Loop() {
		Breaks(text)
	}
}
