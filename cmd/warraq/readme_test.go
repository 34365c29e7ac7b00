package main

import (
	"os"
	"strings"
	"testing"

	"warraq/charts"
	"warraq/input/markdown"
	"warraq/input/structured"
)

// The README names every key of the front matter and of a chart block, every
// type of chart and every callout.
func TestReadmeNamesAllKeys(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]string{structured.FrontKeys(), structured.ChartKeys(), charts.Types(), markdown.Callouts()} {
		for _, name := range list {
			if s := string(text); !strings.Contains(s, "`"+name+"`") && !strings.Contains(s, "`"+name+":") {
				t.Errorf("the README does not name %s", name)
			}
		}
	}
}
