package column

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	cldr "golang.org/x/text/number"
)

// LocaleNames are the languages, with countries where these differ, whose way of
// writing numbers a file can be said to have (BCP 47).
func LocaleNames() []string {
	return []string{
		"ar", "ar-AE", "ar-BH", "ar-DZ", "ar-EG", "ar-IQ", "ar-JO", "ar-KW", "ar-LB", "ar-LY", "ar-MA", "ar-MR", "ar-OM", "ar-PS", "ar-QA", "ar-SA", "ar-SD", "ar-SY", "ar-TN", "ar-YE",
		"az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "de-AT", "de-CH", "de-DE", "el", "en", "en-GB", "en-IN", "en-US", "en-ZA", "es", "es-AR", "es-CL", "es-CO", "es-ES", "es-MX", "et",
		"fa", "fi", "fr", "fr-BE", "fr-CA", "fr-CH", "fr-FR", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "it-CH", "it-IT", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "mn", "ms", "nb", "nl", "nl-BE",
		"pl", "ps", "pt", "pt-BR", "pt-PT", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "tg", "th", "tk", "tr", "uk", "ur", "uz", "vi", "zh",
	}
}

// localeSign is the decimal sign of a language, by Unicode's CLDR; none where no
// language is said.
func localeSign(name string) sign {
	if name == "" {
		return unsettled
	}
	// In Latin digits: the signs of Arabic ones can be read in one way alone.
	said := message.NewPrinter(language.Make(name + "-u-nu-latn")).Sprint(cldr.Decimal(1.5))
	if strings.Trim(said, "15") == "," {
		return ','
	}
	return '.'
}
