package charts

import (
	"reflect"
	"strings"
	"testing"

	"warraq/charts/samples"
	"warraq/charts/types"
	"warraq/input/locale"
	"warraq/input/source"
)

// What a chart is drawn by an author can write: none of the keys of the samples, which
// are all drawn, says nothing to its type. Directions stand for those of documents.
func TestKeysOfSamplesMayBeWritten(t *testing.T) {
	keys := map[string]string{"Marks": "mark"}
	for _, name := range []string{
		"Category", "Value", "Values", "Series", "Unit", "Sort", "Scale", "Facet", "Labels", "Levels", "From", "To", "Low", "High", "Error",
		"Target", "Bands", "Trend", "Totals", "Highlight", "Min", "Max", "Map", "Style", "Height", "Decimals",
	} {
		keys[name] = strings.ToLower(name)
	}
	levelled := map[string]bool{}
	for _, sample := range samples.All() {
		c := sample.Chart
		c.Fields = map[string]source.Span{}
		fields := reflect.ValueOf(c)
		for i := range fields.NumField() {
			if key, ok := keys[fields.Type().Field(i).Name]; ok && !fields.Field(i).IsZero() {
				c.Fields[key] = source.Span{}
			}
		}
		if len(c.Levels) > 0 {
			levelled[c.Type] = true
		}
		if _, problems := types.Read(&c, locale.For("ar")); problems.HasErrors() {
			t.Errorf("%s: %v", sample.Name, problems)
		}
	}
	if len(levelled) < 3 {
		t.Errorf("hierarchies of %v only", levelled)
	}
}
