package numeral

// abjad is the old order of the letters, which Arabic lists are marked in.
const abjadLetters = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"

// zeroWidthJoiner makes a heh that stands alone take its initial shape, without
// which it could be read as the digit five (W3C alreq, "Counters").
const zeroWidthJoiner = "\u200d"

// Abjad returns the marker of the nth item of a list: أ ب ج د هـ and on to غ,
// then two letters each (أأ, أب). Below 1, where there is no letter, it is the
// number.
func Abjad(n int) string {
	if n < 1 {
		return Integer(n, Latin)
	}
	letters := []rune(abjadLetters)
	var reversed []rune
	for ; n > 0; n = (n - 1) / len(letters) {
		reversed = append(reversed, letters[(n-1)%len(letters)])
	}
	marker := make([]rune, 0, len(reversed)+1)
	for i := len(reversed) - 1; i >= 0; i-- {
		marker = append(marker, reversed[i])
	}
	if marker[len(marker)-1] == 'ه' {
		return string(marker) + zeroWidthJoiner
	}
	return string(marker)
}
