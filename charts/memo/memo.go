// Package memo keeps results in memory, by what they were made from. Three rules
// make it safe to keep one:
//
//   - its key holds all that it depends on, by content and never by a place in
//     memory or a name;
//   - who takes it changes nothing in it: it may be in several documents at once;
//   - it says nothing of the document that it was made for: no place in a source,
//     no problem.
package memo

import (
	"container/list"
	"sync"
)

// A Memo keeps results up to a limit in bytes; beyond it those go that were not
// used for longest. It is safe for several goroutines. A nil Memo keeps nothing.
type Memo[K comparable, V any] struct {
	limit int

	turn    sync.Mutex
	used    int
	entries map[K]*list.Element // of kept[K, V]
	order   *list.List          // the last used first
}

type kept[K comparable, V any] struct {
	key   K
	value V
	size  int
}

// New returns a memo of at most limit bytes.
func New[K comparable, V any](limit int) *Memo[K, V] {
	return &Memo[K, V]{limit: limit, entries: map[K]*list.Element{}, order: list.New()}
}

// Get returns what was kept under a key.
func (m *Memo[K, V]) Get(key K) (value V, ok bool) {
	if m == nil {
		return value, false
	}
	m.turn.Lock()
	defer m.turn.Unlock()
	e, ok := m.entries[key]
	if !ok {
		return value, false
	}
	m.order.MoveToFront(e)
	return e.Value.(kept[K, V]).value, true
}

// Put keeps a result of so many bytes, where one of that size has room at all.
func (m *Memo[K, V]) Put(key K, value V, size int) {
	if m == nil || size > m.limit {
		return
	}
	m.turn.Lock()
	defer m.turn.Unlock()
	if e, ok := m.entries[key]; ok {
		m.remove(e)
	}
	m.entries[key] = m.order.PushFront(kept[K, V]{key, value, size})
	m.used += size
	for m.used > m.limit {
		m.remove(m.order.Back())
	}
}

func (m *Memo[K, V]) remove(e *list.Element) {
	k := m.order.Remove(e).(kept[K, V])
	delete(m.entries, k.key)
	m.used -= k.size
}

// Used is how many bytes are kept.
func (m *Memo[K, V]) Used() int {
	if m == nil {
		return 0
	}
	m.turn.Lock()
	defer m.turn.Unlock()
	return m.used
}
