package input

import (
	"fmt"
	"runtime"
	"testing"

	"pgregory.net/rapid"
)

// Identifiers are the least that are free, whatever the author has taken.
func TestUnusedIsTheLeastThatIsFree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := identifiers{taken: map[string]bool{}, last: map[string]int{}}
		taken := map[string]bool{}
		for _, n := range rapid.SliceOfN(rapid.IntRange(1, 9), 0, 8).Draw(t, "taken") {
			id := fmt.Sprintf("figure-%d", n)
			ids.taken[id], taken[id] = true, true
		}
		for _, stem := range rapid.SliceOfN(rapid.SampledFrom([]string{"figure", "figure-2", "figure-2-data"}), 1, 20).Draw(t, "stems") {
			want := stem
			for n := 2; taken[want]; n++ {
				want = fmt.Sprintf("%s-%d", stem, n)
			}
			taken[want] = true
			if got := ids.unused(stem); got != want {
				t.Fatalf("got %s, want %s", got, want)
			}
		}
	})
}

// Twice as many figures without an identifier cost about twice as much.
func TestUnusedGrowsLinearly(t *testing.T) {
	cost := func(n int) float64 {
		ids := identifiers{taken: map[string]bool{}, last: map[string]int{}}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range n {
			ids.unused("figure")
		}
		runtime.ReadMemStats(&after)
		return float64(after.Mallocs - before.Mallocs)
	}
	if small, large := cost(1000), cost(4000); large > 5*small {
		t.Errorf("1,000 take %g objects and 4,000 take %g", small, large)
	}
}
