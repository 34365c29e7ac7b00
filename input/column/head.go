package column

import "strings"

// IsAmount reports whether a text is a number as no head of a column is: one that is
// no year, and has no words but a currency.
func IsAmount(text string) bool {
	class := classify(Trim(text), Options{})
	if class.kind != numberClass {
		return false
	}
	n := class.number
	if _, money := Currency(n.unit); n.unit != "" && !money {
		return false
	}
	return !(n.asPoint && n.point >= 1900 && n.point < 2100 && n.point == float64(int(n.point)))
}

// IsValue reports whether a text is an amount, a day or a yes or no: what stands under
// the heads of columns, and is none.
func IsValue(text string) bool {
	text = Trim(text)
	if IsAmount(text) {
		return true
	}
	if _, ok := Answer(text); ok {
		return true
	}
	_, ok := dayText(text)
	return ok
}

// UnitInName returns what a column's name has in brackets at its end.
func UnitInName(name string) string {
	name = strings.TrimSpace(name)
	open := strings.LastIndex(name, "(")
	if open < 0 || !strings.HasSuffix(name, ")") {
		return ""
	}
	return strings.TrimSpace(name[open+1 : len(name)-1])
}
