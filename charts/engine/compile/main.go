// Compile writes the chart library in compiled form, as release builds carry it,
// to standard output:
//
//	go run ./charts/engine/compile >charts/engine/bytecode/echarts.bytecode
package main

import (
	"log"
	"os"

	"warraq/charts/engine"
)

func main() {
	log.SetFlags(0)
	code, err := engine.Compiled()
	if err == nil {
		_, err = os.Stdout.Write(code)
	}
	if err != nil {
		log.Fatal(err)
	}
}
