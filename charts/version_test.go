package charts

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/scene"
	"warraq/input/brief"
)

// A kept scene is found again by its option and drawingVersion. Where a sample's
// scene changes and its option does not, the version must: caches in use would
// go on printing the scene as it was. The file holds the version, and for each
// sample what its option and its scene come to.
func TestVersionFollowsTheDrawing(t *testing.T) {
	const name = "testdata/version.txt"
	kept, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(kept)), "\n")
	before := map[string][]string{} // of a sample: its option and its scene
	for _, line := range lines[1:] {
		f := strings.Fields(line)
		before[f[0]] = f[1:]
	}

	var now bytes.Buffer
	fmt.Fprintln(&now, drawingVersion)
	p, _ := plotter(brief.LatinDigits)
	scenes := drawings(t, brief.LatinDigits, 450)
	for i, sample := range samples.All() {
		l, err := p.lay(&sample.Chart, 450)
		if err != nil {
			t.Fatal(err)
		}
		option, drawn := sum(l.Option), sum([]byte(scene.Dump(scenes[i])))
		fmt.Fprintln(&now, sample.Name, option, drawn)
		if old := before[sample.Name]; lines[0] == drawingVersion && old != nil && old[0] == option && old[1] != drawn {
			t.Errorf("%s has the option of before and another scene: raise drawingVersion", sample.Name)
		}
	}
	if t.Failed() || bytes.Equal(now.Bytes(), kept) {
		return
	}
	if flag.Lookup("update").Value.String() != "true" {
		t.Fatalf("%s is not of these samples: run with -update", name)
	}
	if err := os.WriteFile(name, now.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func sum(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data))[:16] }
