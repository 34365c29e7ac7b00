package pipeline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// One term for each thing: what stands on the left is another word for what has
// a term, or a slip of spelling, and is found between letters of no other word.
var otherTerms = [][2]string{
	{`مقدّ?مة (البيانات|الملف)`, "ترويسة الملف"}, {`(في )?أو[ّل]+ الملف`, "ترويسة الملف"}, {`الديباجة`, "ترويسة الملف"},
	{`مجلد النص`, "مجلد ملف التقرير"}, {`نوع النص`, "نوع ملف التقرير"},
	{`(لل|ال)?(محرف|محارف)(ًا)?`, "حرف"}, {`(ال)?تنصيص`, "علامة اقتباس"}, {`(ال)?خانة`, "خلية"}, {`سطر العناوين`, "صفّ العناوين"},
	{`عنوان (الويب|على الشبكة|الإنترنت)`, "رابط"}, {`(ال)?هامش سفلي`, "حاشية"}, {`فهرس (الأعلام|المحتويات)`, "الكشّاف، المحتويات"},
	{`(ال)?أسطورة|وسيلة الإيضاح`, "مفتاح الرسم"}, {`(ال)?قص`, "اقتصاص"}, {`خشنة?`, "منخفض الدقّة"}, {`(لل|ال)?أرضي(ة|ته)`, "خلفية"}, {`لقطة`, "إطار"},
	{`(ال)?(كيبي|ميبي)بايت`, "كيلوبايت، ميغابايت"}, {`المنتظر`, "المتوقع"}, {`غير محدود`, "غير منتهٍ"}, {`غير (متاح|متاحة|متوفر)|لا بيانات\.`, "غير معلوم"},
	{`تنغه`, "تينغ"}, {`(ال)?ربيع (الأول|الثالث)`, "رُبَيع"}, {`المدى الربيعي`, "المدى الرُّبَيعي"}, {`(ال)?رسم نقطي`, "رسم انتشار"}, {`رسم (شجري|هرمي)`, "خريطة شجرية، رسم بحلقات متداخلة"},
	{`خطّي متدرّج`, "خطّي مدرَّج"}, {`أعمدة (أفقية|رأسية) مئوية`, "مكدّسة بالنسب المئوية"}, {`استبدل`, "ضع مكانه"}, {`من مسافة الخطّ`, "ضعف مسافة الخطّ"},
	{`(ف|ب|ل|لل|ال|وال)?(صف|خط|حد|مصنف)`, "صفّ، خطّ، حدّ، مصنّف"}, {`(جدا|جدًا|بيانيًا|رأسيًا|أفقيًا|سنويًا)`, "جدًّا، بيانيًّا"}, {`(ال)?حصة`, "حصّة"},
}

const arabicLetter = `\x{0621}-\x{0652}\x{0670}-\x{06D3}`

// foundTerms lists the other terms that a text has.
func foundTerms(terms []*regexp.Regexp, text string) (found []string) {
	for i, t := range terms {
		if t.MatchString(text) {
			found = append(found, otherTerms[i][1])
		}
	}
	return found
}

// No message and no word of a document calls a thing by another term than its
// own.
func TestOneTermForEachThing(t *testing.T) {
	var terms []*regexp.Regexp
	for _, t := range otherTerms {
		terms = append(terms, regexp.MustCompile(`(?:^|[^`+arabicLetter+`])(?:`+t[0]+`)(?:$|[^`+arabicLetter+`])`))
	}
	texts := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, data, 0)
		if err != nil {
			return err
		}
		words := strings.HasPrefix(filepath.Base(path), "ar") && filepath.Base(filepath.Dir(path)) == "locale"
		ast.Inspect(file, func(n ast.Node) bool {
			pair, ok := n.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			key, _ := pair.Key.(*ast.Ident)
			if !words && (key == nil || key.Name != "AR") {
				return true
			}
			literal, ok := pair.Value.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Error(err)
			}
			texts++
			if found := foundTerms(terms, text); len(found) > 0 {
				t.Errorf("%s: %s: the term is %s", set.Position(literal.Pos()), text, strings.Join(found, "; "))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if texts < 400 {
		t.Errorf("only %d texts were read", texts)
	}
	// The test can fail.
	for _, text := range []string{"أضف اسمًا من مقدّمة الملف.", "في الصف خلايا", "الخلية أطول من 3 كيبيبايت", "حرف غير محرف.", "كبيرة جدًا", "الصورة خشنة"} {
		if len(foundTerms(terms, text)) == 0 {
			t.Errorf("nothing is found in %q", text)
		}
	}
	for _, text := range []string{"صفّ العناوين", "خطّة الطريق", "صفوف", "خطوة", "حدود", "ملف التقرير فارغ", "كلمات منفصل بعضها"} {
		if found := foundTerms(terms, text); len(found) > 0 {
			t.Errorf("%q is found in %q", found, text)
		}
	}
}
