package ledger

import (
	"strconv"

	"warraq/input/problem"
)

var (
	wrongTotal = problem.Kind{
		Code: "total-does-not-match", Severity: problem.Warning,
		Message: problem.Text{AR: "المجموع «%s» في عمود «%s» لا يساوي مجموع الصفوف، وهو %s", EN: "the total “%s” in column “%s” is not the sum of the rows, which is %s"},
		Advice:  problem.Text{AR: "صحّح المجموع، أو الصفّ الذي يخالفه.", EN: "Correct the total, or the row that disagrees with it."},
	}
	wrongRowTotal = problem.Kind{
		Code: "row-total-does-not-match", Severity: problem.Warning,
		Message: problem.Text{AR: "القيمة «%s» في عمود «%s» لا تساوي مجموع صفّها، وهو %s", EN: "“%s” in column “%s” is not the sum of its row, which is %s"},
		Advice:  problem.Text{AR: "صحّح المجموع، أو الخلية التي تخالفه.", EN: "Correct the total, or the cell that disagrees with it."},
	}
	mixedTotal = problem.Kind{
		Code: "total-of-mixed-currencies", Severity: problem.Warning,
		Message: problem.Text{AR: "المجموع «%s» لمبالغ بعملات مختلفة: %s", EN: "the total “%s” is of amounts in several currencies: %s"},
		Advice:  problem.Text{AR: "حوّل المبالغ إلى عملة واحدة قبل جمعها.", EN: "Convert the amounts to one currency before adding them."},
	}
	negativeShare = problem.Kind{
		Code: "share-negative", Severity: problem.Warning,
		Message: problem.Text{AR: "الحصّة «%s» في عمود «%s» سالبة", EN: "the share “%s” in column “%s” is negative"},
		Advice:  problem.Text{AR: "صحّحها، أو سمِّ العمود بغير الحصّة.", EN: "Correct it, or do not call the column a share."},
	}
	largeShare = problem.Kind{
		Code: "share-over-hundred", Severity: problem.Warning,
		Message: problem.Text{AR: "الحصّة «%s» في عمود «%s» تزيد على 100", EN: "the share “%s” in column “%s” is over 100"},
		Advice:  problem.Text{AR: "صحّحها، أو سمِّ العمود بغير الحصّة.", EN: "Correct it, or do not call the column a share."},
	}
	duplicateKey = problem.Kind{
		Code: "ledger-row-twice", Severity: problem.Warning,
		Message: problem.Text{AR: "الصفّ «%s» مكرّر؛ ورد أولًا في السطر %d", EN: "the entry “%s” comes twice; first on line %d"},
		Advice:  problem.Text{AR: "احذف أحدهما، أو ميّز بينهما في عمود الملاحظة.", EN: "Delete one, or tell them apart in a note."},
	}
)

// plain prints a number for a message.
func plain(x float64) string {
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', 12, 64), 64)
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func numberText(text string) (float64, error) { return strconv.ParseFloat(text, 64) }
