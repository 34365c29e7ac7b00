package column

import "strings"

// Currency returns what a sign, code or name of a currency is called in tables: its
// code in ISO 4217 where that is plain, else the text itself. It says no where the
// text is no currency.
func Currency(text string) (string, bool) {
	switch folded := strings.Trim(strings.ToUpper(text), " ."); folded {
	case "€", "EURO", "EUROS", "يورو":
		return "EUR", true
	case "$", "US$", "$US", "دولار", "دولارا", "دولارًا", "دولار أمريكي":
		return "USD", true
	case "£", "جنيه إسترليني":
		return "GBP", true
	case "¥", "₽", "₺", "₹", "₩", "₸", "₴", "₪", "₦", "₫", "₱", "₼", "₾", "R$", "C$", "A$", "ر.س", "د.إ", "ج.م", "د.ك", "د.أ", "ل.س", "ل.ل", "د.ع", "د.ب", "ر.ع", "ر.ق", "ر.ي", "د.ت", "د.م", "د.ج", "د.ل", "KR", "ZŁ", "KČ", "FT", "TL", "RS":
		return text, true
	case "ريال", "ريالا", "ريالًا", "ريالات", "درهم", "درهما", "درهمًا", "دراهم", "دينار", "دينارا", "دينارًا", "دنانير", "جنيه", "جنيها", "جنيهًا", "جنيهات", "ليرة", "ليرات",
		"ريال سعودي", "ريال قطري", "ريال عماني", "ريال يمني", "درهم إماراتي", "درهم مغربي", "دينار أردني", "دينار كويتي", "دينار عراقي", "دينار تونسي", "دينار جزائري", "دينار بحريني", "دينار ليبي",
		"جنيه مصري", "جنيه سوداني", "ليرة سورية", "ليرة لبنانية", "ليرة تركية", "روبل", "ين", "يوان", "تينغ", "سوم", "فرنك", "روبية":
		return text, true
	default:
		if len(folded) == 3 && strings.Contains(codes, " "+folded+" ") {
			return folded, true
		}
	}
	return "", false
}

// codes are those of ISO 4217 that money is counted in.
const codes = " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK " +
	"DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT " +
	"LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RMB RON RSD RUB RWF " +
	"SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL "
