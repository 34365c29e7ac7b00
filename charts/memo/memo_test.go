package memo_test

import (
	"sync"
	"testing"

	"pgregory.net/rapid"

	"warraq/charts/memo"
)

// A memo against a list of what was used last: it gives back what was put, never
// holds more than its limit, and lets go of what was not used for longest.
func TestMemo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.IntRange(0, 30).Draw(t, "limit")
		m := memo.New[int, int](limit)
		type entry struct{ key, value, size int }
		var recent []entry // the last used at the end
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			key := rapid.IntRange(0, 9).Draw(t, "key")
			at := -1
			for i, e := range recent {
				if e.key == key {
					at = i
				}
			}
			if rapid.Bool().Draw(t, "get") {
				value, ok := m.Get(key)
				if ok != (at >= 0) || ok && value != recent[at].value {
					t.Fatalf("got %d, %v for %d", value, ok, key)
				}
				if ok {
					e := recent[at]
					recent = append(append(recent[:at:at], recent[at+1:]...), e)
				}
				continue
			}
			e := entry{key, rapid.Int().Draw(t, "value"), rapid.IntRange(0, 12).Draw(t, "size")}
			m.Put(e.key, e.value, e.size)
			if e.size > limit {
				continue
			}
			if at >= 0 {
				recent = append(recent[:at:at], recent[at+1:]...)
			}
			recent = append(recent, e)
			sum := 0
			for _, e := range recent {
				sum += e.size
			}
			for sum > limit {
				sum -= recent[0].size
				recent = recent[1:]
			}
			if m.Used() != sum {
				t.Fatalf("%d bytes are kept, not %d", m.Used(), sum)
			}
		}
	})
}

func TestNoMemoKeepsNothing(t *testing.T) {
	var m *memo.Memo[string, int]
	m.Put("a", 1, 1)
	if _, ok := m.Get("a"); ok || m.Used() != 0 {
		t.Error("nothing keeps something")
	}
}

func TestMemoOfManyGoroutines(t *testing.T) {
	m := memo.New[int, int](100)
	var wait sync.WaitGroup
	for g := range 8 {
		wait.Go(func() {
			for i := range 2000 {
				key := (i*7 + g) % 50
				if v, ok := m.Get(key); ok && v != key*key {
					t.Errorf("%d for %d", v, key)
				}
				m.Put(key, key*key, 3)
			}
		})
	}
	wait.Wait()
	if m.Used() > 100 {
		t.Errorf("%d bytes", m.Used())
	}
}
