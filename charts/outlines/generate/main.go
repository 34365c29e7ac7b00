// Generate makes the data of package outlines from an unpacked copy of the npm
// package world-atlas, which is Natural Earth as TopoJSON:
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./charts/outlines/generate package charts/outlines
//
// The second argument is the folder to write to.
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: generate WORLD-ATLAS FOLDER")
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

// Areas below which a corner or an island is left out, in square degrees of the
// equator. Where a point of the page shows 0.05 degrees, as on a map of five
// states of middle size, they are a third of a square point and two.
const (
	leastCorner = 0.0008
	leastIsland = 0.005
)

func generate(from, to string) error {
	var maps [3]topology
	for i, scale := range []string{"110m", "50m", "10m"} {
		b, err := os.ReadFile(filepath.Join(from, "countries-"+scale+".json"))
		if err != nil {
			return err
		}
		if maps[i], err = decode(b); err != nil {
			return fmt.Errorf("countries-%s.json: %w", scale, err)
		}
	}
	world, region, detail := &maps[0], &maps[1], &maps[2]
	// The table is made before anything is left out.
	table := countries(region, detail)
	world.reduce(0, 0)
	region.reduce(leastCorner, leastIsland)
	for name, t := range map[string]*topology{"world.json.gz": world, "region.json.gz": region} {
		b, err := compressed(t)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), b, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(to, "countries.tsv"), table, 0o644)
}

// compressed returns a topology as gzipped TopoJSON, without a time in it.
func compressed(t *topology) ([]byte, error) {
	data, err := json.Marshal(t.encode())
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
