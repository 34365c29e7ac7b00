package seal_test

import (
	"fmt"
	"testing"

	"warraq/output/seal"
)

func BenchmarkSeal(b *testing.B) {
	for _, pages := range []int{7, 350} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			s := newSketch()
			long(pages)(s)
			p := s.paint(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := seal.Seal(p, s.d, seal.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
