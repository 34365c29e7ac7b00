package charts

import (
	"slices"
	"strings"

	"warraq/input/brief"
)

// unit returns what the values are counted in: the author's unit, or else the
// currency that the rows of a ledger agree on.
func (r *reader) unit(values []int) string {
	i := r.usual([]string{"currency", "العملة", "عملة"})
	if i < 0 || slices.Contains(values, i) {
		return r.chart.Unit
	}
	first := ""
	for _, row := range r.table.Rows {
		cell := cellOf(row, i)
		switch {
		case cell.Kind == brief.MissingCell || cell.Text == first:
		case first == "":
			first = cell.Text
		default:
			r.problems.Add(mixedCurrencies.At(cell.Span, cell.Text, first))
		}
	}
	if r.chart.Unit != "" {
		return r.chart.Unit
	}
	return currencyName(first)
}

// currencyName returns the Arabic name of an ISO 4217 code, or the text itself.
func currencyName(code string) string {
	switch strings.ToUpper(code) {
	case "EUR", "€":
		return "يورو"
	case "USD", "$", "US$":
		return "دولار"
	case "GBP", "£":
		return "جنيه إسترليني"
	case "CNY", "RMB":
		return "يوان"
	case "JPY":
		return "ين"
	case "RUB":
		return "روبل"
	case "KZT":
		return "تنغه"
	case "UZS":
		return "سوم أوزبكي"
	case "SAR":
		return "ريال سعودي"
	case "QAR":
		return "ريال قطري"
	case "AED":
		return "درهم إماراتي"
	case "EGP":
		return "جنيه مصري"
	case "JOD":
		return "دينار أردني"
	case "KWD":
		return "دينار كويتي"
	case "TRY":
		return "ليرة تركية"
	case "CHF":
		return "فرنك سويسري"
	}
	return code
}
