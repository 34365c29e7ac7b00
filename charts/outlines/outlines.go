// Package outlines knows where the countries of the world lie, and their outlines
// projected onto a map of some size. What they are called is package country's.
//
// The outlines are those of Natural Earth as they are; README.md says where they
// come from. Places on the earth are degrees, places on a map points, with x to
// the right and y down.
package outlines

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"warraq/input/country"
)

var (
	// worldData is drawn for 1:110 million, regionData for 1:50 million.
	//go:embed world.json.gz
	worldData []byte
	//go:embed region.json.gz
	regionData []byte
	//go:embed countries.tsv
	tableData string
)

// A Place on the earth, in degrees to the east and to the north. A longitude
// may run beyond 180.
type Place struct{ Longitude, Latitude float64 }

// A Box on the earth, in degrees. East may run beyond 180.
type Box struct{ West, South, East, North float64 }

// A Country that has an outline.
type Country struct {
	country.Country
	// Label lies well within the largest part of the country.
	Label Place
	// Mainland bounds the largest part and what is near it.
	Mainland Box
}

// Version identifies the outlines and the table: a map made of others is
// another map.
func Version() string { return version() }

var version = sync.OnceValue(func() string {
	h := sha256.New()
	h.Write(worldData)
	h.Write(regionData)
	h.Write([]byte(tableData))
	return hex.EncodeToString(h.Sum(nil)[:8])
})

// table reads the countries, once.
var table = sync.OnceValue(func() []Country {
	lines := strings.Split(strings.TrimSpace(tableData), "\n")[1:]
	list := make([]Country, len(lines))
	for i, line := range lines {
		f := strings.Split(line, "\t")
		number := func(column int) float64 {
			x, err := strconv.ParseFloat(f[column], 64)
			if err != nil {
				panic("outlines: a damaged table: " + err.Error())
			}
			return x
		}
		named, _ := country.Find(f[0])
		list[i] = Country{named, Place{number(1), number(2)}, Box{number(3), number(4), number(5), number(6)}}
	}
	return list
})

// Countries returns all countries in the order of their codes. The list is not
// to be changed.
func Countries() []Country { return table() }

// Of returns a country with its place on the earth, and false where it has no
// outline of its own: French Guiana is drawn with France.
func Of(c country.Country) (Country, bool) { return byCode(c.Alpha2) }

// Find returns the country that a text is, with its place on the earth.
func Find(text string) (Country, bool) {
	c, ok := country.Find(text)
	if !ok {
		return Country{}, false
	}
	return Of(c)
}

func byCode(alpha2 string) (Country, bool) {
	i, ok := slices.BinarySearchFunc(table(), alpha2, func(c Country, code string) int { return strings.Compare(c.Alpha2, code) })
	if !ok {
		return Country{}, false
	}
	return table()[i], true
}

// A topology is outlines whose borders are shared arcs (TopoJSON 1.0).
type topology struct {
	arcs   [][]Place
	shapes []shape
}

// A shape has polygons, of rings, of arcs; an arc -1-i is arc i backwards.
type shape struct {
	alpha2   string // empty where ISO 3166 has no code
	polygons [][][]int
}

var (
	world  = sync.OnceValue(func() topology { return decode(worldData) })
	region = sync.OnceValue(func() topology { return decode(regionData) })
)

// decode reads an embedded topology. A damaged one is a damaged program.
func decode(packed []byte) topology {
	t, err := read(packed)
	if err != nil {
		panic("outlines: damaged outlines: " + err.Error())
	}
	return t
}

func read(packed []byte) (topology, error) {
	var t topology
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return t, err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return t, err
	}
	var file struct {
		Transform struct{ Scale, Translate [2]float64 }
		Objects   struct {
			Countries struct {
				Geometries []struct {
					ID   string
					Arcs [][][]int
				}
			}
		}
		Arcs [][][2]int
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return t, err
	}
	t.arcs = make([][]Place, len(file.Arcs))
	for i, arc := range file.Arcs {
		x, y := 0, 0
		t.arcs[i] = make([]Place, len(arc))
		for k, step := range arc {
			x, y = x+step[0], y+step[1]
			t.arcs[i][k] = Place{
				float64(x)*file.Transform.Scale[0] + file.Transform.Translate[0],
				float64(y)*file.Transform.Scale[1] + file.Transform.Translate[1],
			}
		}
	}
	for _, g := range file.Objects.Countries.Geometries {
		for _, polygon := range g.Arcs {
			for _, ring := range polygon {
				for _, arc := range ring {
					if max(arc, -1-arc) >= len(t.arcs) {
						return t, errors.New("an arc is missing")
					}
				}
			}
		}
		t.shapes = append(t.shapes, shape{g.ID, g.Arcs})
	}
	return t, nil
}
