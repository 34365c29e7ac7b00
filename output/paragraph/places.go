package paragraph

// A place is a join of two letters where a kashida may stand.
type place struct {
	// at is the rune of the letter after it.
	at int
	// grade says how good the place is, 0 the best.
	grade int
}

// A sign is one letter of a word with its rune.
type sign struct {
	letter
	at int
}

// A finder finds places in words, one after another; its room is used again.
type finder struct {
	signs []sign
	found []place
}

// places returns where the letters of a word may be stretched, by a set of
// rules. text[start:end] is the word. The places are good until the next word.
// refused reports that the word is to stay as it is, whatever its letters are.
func (f *finder) places(text []rune, start, end int, set Kashida) (found []place, refused bool) {
	found = f.found[:0]
	signs := f.signs[:0]
	authored := false
	flush := func() {
		if set == SimpleKashida {
			found = simplePlaces(found, signs)
		} else {
			found = naskhPlaces(found, signs)
		}
		signs = signs[:0]
	}
	divine := 0 // how far the letters spell لله
	for i := start; i < end; i++ {
		r := text[i]
		if transparent(r) {
			continue
		}
		l := classify(r)
		switch {
		case l == heh && divine >= 2:
			return nil, true // الله, and words made with it
		case l == lam:
			divine++
		default:
			divine = 0
		}
		authored = authored || l == tatweel
		if !l.joinsBack() || len(signs) > 0 && !signs[len(signs)-1].joinsOn() {
			flush()
		}
		if l != other {
			signs = append(signs, sign{l, i})
		}
	}
	flush()
	f.signs, f.found = signs, found
	if authored && set != SimpleKashida {
		return nil, true // the author has stretched the word
	}
	return found, false
}

// naskhPlaces adds the places of one joined run in the naskh hand (Benatia,
// Elyaakoubi and Lazrek, TUGboat 27:2, figure 25): a stretched letter by the
// letter after it.
func naskhPlaces(found []place, run []sign) []place {
	for i := 1; i < len(run); i++ {
		a, b, final := run[i-1].letter, run[i].letter, i == len(run)-1
		if naskhForbids(a, b, final) {
			continue
		}
		closing := final && (b == heh || b == tehMarbuta)
		grade := 3
		switch {
		case closing && len(run) > 2:
			grade = 0
		case len(run) == 4:
			grade = 1
		case len(run) > 4:
			grade = 2
		case len(run) == 2:
			// Two letters alone are too short to be stretched.
			continue
		}
		if i == 1 && a != seen && a != sad {
			grade++ // the pen has no run-up: only the long letters bear it well
		}
		found = append(found, place{run[i].at, grade})
	}
	return found
}

// naskhForbids reports whether the naskh hand refuses to stretch a before b.
func naskhForbids(a, b letter, final bool) bool {
	switch a {
	case kaf, lam, tatweel:
		return true
	}
	switch b {
	case hah, sad, ain, waw, tatweel:
		return true
	case feh, qaf, yeh, maksura:
		return final
	}
	return false
}

// shortRun puts the join of two letters that stand alone behind all others: a
// stretched «من» catches the eye.
const shortRun = 7

// simplePlaces adds the places of one joined run in the simple order of word
// processors, grade for grade.
func simplePlaces(found []place, run []sign) []place {
	for i := 1; i < len(run); i++ {
		a, b, final := run[i-1].letter, run[i].letter, i == len(run)-1
		if a == lam && b == alef || b == tatweel {
			continue
		}
		if final && (b == yeh || b == maksura) && a != seen {
			continue
		}
		grade := -1
		switch {
		case a == tatweel:
			grade = 0
		case a == seen || a == sad:
			grade = 1
		case final && (b == tehMarbuta || b == heh || b == dal):
			grade = 2
		case final && (b == alef || b == tah || b == lam || b == kaf):
			grade = 3
		case b == beh && i == len(run)-2 && (run[i+1].letter == reh || run[i+1].letter == yeh || run[i+1].letter == maksura):
			grade = 4
		case final && (b == waw || b == ain || b == qaf || b == feh):
			grade = 5
		case final:
			grade = 6
		}
		if grade > 0 && len(run) == 2 {
			grade += shortRun
		}
		if grade >= 0 {
			found = append(found, place{run[i].at, grade})
		}
	}
	return found
}
