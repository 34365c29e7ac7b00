package grid

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/input/brief"
	"warraq/input/problem"
)

// readAs reads a chart as one of the only type that there is.
func readAs(s Shape, c *brief.Chart) (*Grid, problem.List) {
	return Read(c, []Type{{Name: c.Type, Shape: s}})
}

// said is a matrix in one line a country, with the unit of each mineral.
func said(g *Grid) string {
	if g == nil {
		return ""
	}
	var rows []string
	for c, country := range g.Categories {
		row := country + ":"
		for s, mineral := range g.Series {
			cell := g.Cells[s][c]
			text := cell.Text
			switch cell.Kind {
			case brief.MissingCell:
				continue
			case brief.BoolCell:
				text = map[bool]string{true: "yes", false: "no"}[cell.Number != 0]
			case brief.NumberCell:
				text = fmt.Sprint(g.Value(s, c))
				if unit := g.UnitOf(s); unit != "" {
					text += " " + unit
				}
			}
			row += " " + mineral + "=" + text
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "; ")
}

func TestHoldingsInEveryForm(t *testing.T) {
	for _, c := range []struct {
		name, csv string
		chart     brief.Chart
		want      string // the matrix
		problems  string // codes
	}{
		{name: "yes and no by columns", csv: "country,Li,Co\nKZ,نعم,لا\nUZ,,yes\n", want: "KZ: Li=yes Co=no; UZ: Co=yes"},
		{name: "amounts by columns", csv: "الدولة,النحاس,الذهب\nكازاخستان,5,\nأوزبكستان,7,2\n", want: "كازاخستان: النحاس=5; أوزبكستان: النحاس=7 الذهب=2"},
		{name: "rows of minerals by columns of countries", csv: "mineral,KZ,UZ\nLi,yes,no\nCo,yes,\n", want: "Li: KZ=yes UZ=no; Co: KZ=yes"},
		{name: "pairs", csv: "country,mineral,held\nKZ,Li,yes\nKZ,Co,no\nUZ,Co,yes\n", want: "KZ: Li=yes Co=no; UZ: Co=yes"},
		{name: "pairs, one a country", csv: "country,mineral,held\nKZ,Li,yes\nUZ,Co,no\n", want: "KZ: Li=yes; UZ: Co=no"},
		{name: "pairs in another order", csv: "متوافر,المعدن,الدولة\nنعم,الليثيوم,كازاخستان\nلا,الكوبالت,أوزبكستان\n",
			want: "كازاخستان: الليثيوم=yes; أوزبكستان: الكوبالت=no"},
		{name: "pairs under names of their own", csv: "الطرف,المخزون الجوفي,وضعه\nأ,س,نعم\nأ,ص,لا\nب,س,لا\n", want: "أ: س=yes ص=no; ب: س=no"},
		{name: "pairs alone", csv: "country,mineral\nKZ,Li\nKZ,Co\nUZ,Li\n", want: "KZ: Li=yes Co=yes; UZ: Li=yes"},
		{name: "ones and noughts", csv: "country,mineral,held\nKZ,Li,1\nKZ,Co,0\n", want: "KZ: Li=yes Co=no"},
		{name: "amounts of one unit", csv: "country,mineral,amount,unit\nKZ,Cu,5,Mt\nKZ,Zn,2,Mt\nUZ,Cu,1,Mt\n", want: "KZ: Cu=5 Mt Zn=2 Mt; UZ: Cu=1 Mt"},
		{name: "amounts of several units", csv: "country,mineral,amount,unit\nKZ,Cu,5,Mt\nKZ,Au,900,t\nUZ,Cu,1,Mt\n", want: "KZ: Cu=5 Mt Au=900 t; UZ: Cu=1 Mt"},
		{name: "shares", csv: "country,mineral,share\nKZ,U,43%\nKZ,Cr,15%\nUZ,U,7%\n", want: "KZ: U=43 % Cr=15 %; UZ: U=7 %"},
		{name: "a year and a note aside", csv: "country,mineral,amount,year,note\nKZ,Cu,5,2023,تقدير\nKZ,Zn,2,2024,\nUZ,Cu,1,2024,\n", want: "KZ: Cu=5 Zn=2; UZ: Cu=1"},
		{name: "a code beside the country", csv: "country,iso3,mineral,held\nKZ,KAZ,Li,yes\nKZ,KAZ,Co,no\nUZ,UZB,Li,no\n", want: "KZ: Li=yes Co=no; UZ: Li=no"},
		{name: "words that are one for each mineral", csv: "country,mineral,stage\nKZ,Li,استكشاف\nKZ,Co,\nUZ,Li,استكشاف\n", want: "KZ: Li=استكشاف; UZ: Li=استكشاف"},
		{name: "a code alone beside pairs", csv: "country,iso3,mineral\nKZ,KAZ,Li\nKZ,KAZ,Co\nUZ,UZB,Li\n", want: "KZ: Li=yes Co=yes; UZ: Li=yes"},
		{name: "words", csv: "country,mineral,stage\nKZ,Li,استكشاف\nKZ,Co,إنتاج\nUZ,Li,إنتاج\n", want: "KZ: Li=استكشاف Co=إنتاج; UZ: Li=إنتاج"},
		{name: "yes, amounts and words in one column", csv: "country,mineral,held\nKZ,Li,yes\nKZ,Co,12\nUZ,Li,استكشاف\n", want: "KZ: Li=yes Co=12; UZ: Li=استكشاف"},
		{name: "unknown", csv: "country,mineral,held\nKZ,Li,غير متاح\nKZ,Co,yes\nUZ,Li,\n", want: "KZ: Co=yes; UZ:"},
		{name: "said twice alike", csv: "country,mineral,held\nKZ,Li,yes\nKZ,Li,yes\n", want: "KZ: Li=yes"},
		{name: "a blank cell and a known one", csv: "country,mineral,amount\nKZ,Li,\nKZ,Li,4\n", want: "KZ: Li=4"},
		{name: "named columns", csv: "من,ماذا,كم,نصيب\nأ,س,1,2\nأ,ص,3,4\n", chart: brief.Chart{Category: "من", Series: "ماذا", Value: "نصيب"}, want: "أ: س=2 ص=4"},
		{name: "a matrix with a unit column", csv: "country,Cu,Zn,unit\nKZ,5,2,Mt\nUZ,1,,Mt\n", want: "KZ: Cu=5 Mt Zn=2 Mt; UZ: Cu=1 Mt"},
		{name: "a matrix with units in its head", csv: "country,Cu (Mt),Au (t)\nKZ,5,900\n", want: "KZ: Cu (Mt)=5 Mt Au (t)=900 t"},
		{name: "a matrix with a column of words", csv: "country,region,Cu,Zn\nKZ,north,yes,no\nUZ,south,no,yes\n", problems: "holdings-strange-words"},
		{name: "a matrix with a column of words, settled", csv: "country,region,Cu,Zn\nKZ,north,yes,no\nUZ,south,no,yes\n", chart: brief.Chart{Values: []string{"Cu", "Zn"}}, want: "KZ: Cu=yes Zn=no; UZ: Cu=no Zn=yes"},
		{name: "pairs under strange names, one a country", csv: "country,stuff,state\nKZ,Li,mined\nUZ,Co,found\n", problems: "holdings-strange-words"},
		{name: "a matrix of words", csv: "country,Li,Co\nKZ,mined,found\nUZ,found,\n", want: "KZ: Li=mined Co=found; UZ: Li=found"},
		{name: "a matrix of marks", csv: "country,Li,Co\nKZ,x,\nUZ,,x\n", want: "KZ: Li=x; UZ: Co=x"},
		{name: "a matrix with codes", csv: "iso,country,اسم الدولة,Cu,Zn\nkaz,Kazakhstan,كازاخستان,yes,no\nuzb,Uzbekistan,أوزبكستان,no,yes\n", want: "Kazakhstan: Cu=yes Zn=no; Uzbekistan: Cu=no Zn=yes"},
		{name: "codes under no name", csv: "x,country,mineral\nkz,Kazakhstan,Li\nkz,Kazakhstan,Co\nuz,Uzbekistan,Li\n", want: "Kazakhstan: Li=yes Co=yes; Uzbekistan: Li=yes"},
		{name: "ratings are no codes", csv: "country,mineral,rating\nKZ,Li,AA\nUZ,Co,AA\n", want: "KZ: Li=AA; UZ: Co=AA"},
		{name: "numbered rows of a matrix", csv: "م,الدولة,Cu,Zn\n1,أ,نعم,لا\n2,ب,لا,نعم\n", want: "أ: Cu=yes Zn=no; ب: Cu=no Zn=yes"},
		{name: "numbered rows of pairs", csv: "#,country,mineral\n1,KZ,Li\n2,KZ,Co\n3,UZ,Co\n", want: "KZ: Li=yes Co=yes; UZ: Co=yes"},
		{name: "numbered rows under no name", csv: "x,country,mineral,amount\n١,KZ,Li,7\n٢,KZ,Co,8\n٣,UZ,Co,9\n", want: "KZ: Li=7 Co=8; UZ: Co=9"},
		{name: "minerals called by numbers", csv: "country,mineral,held\nKZ,235,yes\nUZ,238,no\n", want: "KZ: 235=yes; UZ: 238=no"},
		{name: "heads with a question and an adjective", csv: "الدولة,المعدن الحرج,متوفر؟\nأ,س,متوفر\nب,ص,غير متوفر\n", want: "أ: س=yes; ب: ص=no"},
		{name: "available and not by columns", csv: "country,Li,Co\nKZ,متوفر,غير متوفر\nUZ,غير متوفر,متوفر\n", want: "KZ: Li=yes Co=no; UZ: Li=no Co=yes"},
		{name: "plus and minus", csv: "country,Li,Co\nKZ,+,-\nUZ,-,+\n", want: "KZ: Li=yes Co=no; UZ: Li=no Co=yes"},
		{name: "letters", csv: "country,mineral,held\nKZ,Li,Y\nUZ,Co,N\n", want: "KZ: Li=yes; UZ: Co=no"},
		{name: "available, not available and blank", csv: "country,Li,Co\nKZ,متاح,غير متاح\nUZ,,متاح\n", want: "KZ: Li=yes Co=no; UZ: Co=yes"},
		{name: "unknown beside yes", csv: "country,Li,Co\nKZ,نعم,غير متاح\nUZ,,نعم\n", want: "KZ: Li=yes; UZ: Co=yes"},
		{name: "unknown beside words", csv: "country,Li,Co\nKZ,متوفر,غير متاح\nUZ,نادر,متوفر\n", want: "KZ: Li=متوفر; UZ: Li=نادر Co=متوفر"},
		{name: "ones and noughts by columns", csv: "country,Li,Co\nKZ,1,0\nUZ,,١\n", want: "KZ: Li=yes Co=no; UZ: Co=yes"},
		{name: "ones and noughts of a unit", csv: "country,Li,Co,unit\nKZ,1,0,t\nUZ,0,1,t\n", want: "KZ: Li=1 t Co=0 t; UZ: Li=0 t Co=1 t"},
		{name: "amounts of one and nought", csv: "country,mineral,amount\nKZ,Li,1\nUZ,Co,0\n", want: "KZ: Li=1; UZ: Co=0"},
		{name: "several names in a cell", csv: "country,minerals\nKZ,\"Li، Co\"\nUZ,Co\n", problems: "holdings-several-names"},

		{name: "either shape", csv: "الطرف,السمة,الرتبة\nأ,س,1\nب,ص,2\n", problems: "holdings-either-shape"},
		{name: "either shape, settled for pairs", csv: "الطرف,السمة,الرتبة\nأ,س,1\nب,ص,2\n", chart: brief.Chart{Series: "السمة"}, want: "أ: س=1; ب: ص=2"},
		{name: "either shape, settled for columns", csv: "الطرف,السمة,الرتبة\nأ,س,1\nب,ص,2\n", chart: brief.Chart{Values: []string{"السمة", "الرتبة"}}, want: "أ: السمة=س الرتبة=1; ب: السمة=ص الرتبة=2"},
		{name: "several values", csv: "country,mineral,reserves,production\nKZ,Cu,5,1\nKZ,Zn,2,1\n", problems: "holdings-several-values"},
		{name: "several columns of names", csv: "country,deposit,company,held\nKZ,a,x,yes\nKZ,b,y,no\n", problems: "holdings-several-columns"},
		{name: "a pair twice", csv: "country,mineral,year,amount\nKZ,Cu,2023,5\nKZ,Cu,2024,6\nUZ,Cu,2024,1\n", problems: "holdings-pair-twice"},
		{name: "yes and no of one pair", csv: "country,mineral,held\nKZ,Li,yes\nKZ,Li,no\n", problems: "holdings-pair-twice"},
		{name: "a country twice in a matrix", csv: "country,Li,Co\nKZ,5,1\nKZ,6,2\n", problems: "holdings-pair-twice holdings-pair-twice"},
		{name: "two units of one mineral", csv: "country,mineral,amount,unit\nKZ,Cu,5,Mt\nUZ,Cu,100,kt\n", problems: "holdings-mixed-units"},
		{name: "one unit for several", csv: "country,mineral,amount,unit\nKZ,Cu,5,Mt\nKZ,Au,900,t\n", chart: brief.Chart{Unit: "Mt"}, problems: "holdings-unit-for-several"},
		{name: "a held thing without a name", csv: "country,mineral,held\nKZ,Li,yes\nKZ,,yes\n", problems: "missing-category"},
	} {
		t.Run(c.name, func(t *testing.T) {
			chart := c.chart
			chart.Type, chart.Data = "holdings", samples.Table(c.csv)
			g, list := readAs(Holdings(), &chart)
			var codes []string
			for _, p := range list {
				codes = append(codes, p.Code)
			}
			if got := strings.Join(codes, " "); got != c.problems {
				t.Errorf("problems: got %q, want %q", got, c.problems)
			}
			if got := said(g); c.problems == "" && got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// A matrix is one, whether it is written as one or as rows of pairs, in any
// order of columns and with what stands aside.
func TestPairsAndMatrixAreOne(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 5))
	for _, choice := range [][]string{
		{"نعم", "لا", ""},
		{"5", "0", "12.5", "1,250", ""},
		{"45%", "0%", "12.5%", ""},
		{"متوفر", "غير متوفر", ""},
		{"استكشاف", "إنتاج", ""},
	} {
		for range 300 {
			countries, minerals := 2+random.IntN(4), 2+random.IntN(5)
			var columnsOfWords []string // which no word tells from names
			wide, tidy := "الدولة", ""
			for m := range minerals {
				wide += fmt.Sprintf(",معدن %d", m)
				if slices.Contains(choice, "إنتاج") || slices.Contains(choice, "متوفر") {
					columnsOfWords = append(columnsOfWords, fmt.Sprintf("معدن %d", m))
				}
			}
			columns := []string{"الدولة", "المعدن", "المتاح"}
			if random.IntN(2) == 0 {
				columns = append(columns, "السنة")
			}
			random.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
			tidy = strings.Join(columns, ",") + "\n"
			known := false
			for c := range countries {
				wide += fmt.Sprintf("\nدولة %d", c)
				for m := range minerals {
					value := choice[random.IntN(len(choice))]
					known = known || value != ""
					if strings.Contains(value, ",") {
						value = `"` + value + `"`
					}
					wide += "," + value
					cells := map[string]string{"الدولة": fmt.Sprint("دولة ", c), "المعدن": fmt.Sprint("معدن ", m), "المتاح": value, "السنة": "2024"}
					var row []string
					for _, column := range columns {
						row = append(row, cells[column])
					}
					tidy += strings.Join(row, ",") + "\n"
				}
			}
			if !known {
				continue
			}
			one, list := readAs(Holdings(), &brief.Chart{Type: "holdings", Data: samples.Table(wide), Values: columnsOfWords})
			other, more := readAs(Holdings(), &brief.Chart{Type: "holdings", Data: samples.Table(tidy)})
			if len(list)+len(more) > 0 || said(one) != said(other) || !slices.Equal(one.Series, other.Series) {
				t.Fatalf("%v %v\n%s\n%s\n%s\n%s", list, more, wide, tidy, said(one), said(other))
			}
		}
	}
}
