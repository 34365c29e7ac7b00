package deflate

import (
	"math"
	"slices"
)

// A match is a copy that can stand at some place: of up to length bytes.
type match struct {
	length, distance uint16 // less one
}

// A searched text knows for each place the matches there, the nearest first; each
// is longer than those before it.
type searched struct {
	text    []byte
	matches []match
	at      []int   // of each place the index of its first match, and their end
	cost    []int64 // also where an int has 32 bits
	step    []token
}

// effort bounds how many earlier places are looked at for one: to compare eight
// bytes counts as one more.
const effort = 256

func search(text []byte) *searched {
	s := &searched{text: text, at: make([]int, 0, len(text)+1), cost: make([]int64, len(text)+1), step: make([]token, len(text)+1)}
	const hashBits = 15
	head := make([]int32, 1<<hashBits) // of places that begin alike, the last, from 1
	previous := make([]int32, len(text))
	for i := range text {
		s.at = append(s.at, len(s.matches))
		most := min(longest, len(text)-i)
		if most < 3 {
			continue
		}
		hash := (uint32(text[i])<<16 | uint32(text[i+1])<<8 | uint32(text[i+2])) * 0x9e3779b1 >> (32 - hashBits)
		best := 2
		for place, spent := int(head[hash])-1, 0; place >= 0 && i-place <= farthest && spent < effort && best < most; spent++ {
			if text[place+best] == text[i+best] {
				length := 0
				for length < most && text[place+length] == text[i+length] {
					length++
				}
				spent += length / 8
				if length > best {
					best = length
					s.matches = append(s.matches, match{uint16(length), uint16(i - place - 1)})
				}
			}
			place = int(previous[place]) - 1
		}
		previous[i], head[hash] = head[hash], int32(i+1)
	}
	s.at = append(s.at, len(s.matches))
	return s
}

// enough is a length from which on a match is taken whole or not at all: what is
// won by a part of it does not show, and runs would take long.
const enough = 128

// parse returns the cheapest way to write a part of the text.
func (s *searched) parse(from, to int, m *model) []token {
	n := to - from
	cost, step := s.cost[:n+1], s.step[:n+1]
	for i := range cost {
		cost[i] = math.MaxInt64
	}
	cost[0] = 0
	for i := range n {
		literal := s.text[from+i]
		if c := cost[i] + int64(m.lit[literal]); c < cost[i+1] {
			cost[i+1], step[i+1] = c, token{0, uint16(literal)}
		}
		shorter := 2
		for _, match := range s.matches[s.at[from+i]:s.at[from+i+1]] {
			symbol, _ := distSymbol(int(match.distance))
			base := cost[i] + int64(m.dist[symbol])
			last := min(int(match.length), n-i)
			if match.length >= enough {
				shorter = max(shorter, last-1)
			}
			for l := shorter + 1; l <= last; l++ {
				if c := base + int64(m.length[l]); c < cost[i+l] {
					cost[i+l], step[i+l] = c, token{uint16(l), match.distance}
				}
			}
			shorter = int(match.length)
		}
	}
	var tokens []token
	for i := n; i > 0; i -= step[i].size() {
		tokens = append(tokens, step[i])
	}
	slices.Reverse(tokens)
	return tokens
}
