package engine

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
	"warraq/charts/cache"
)

func TestX(t *testing.T) {
	dir := t.TempDir()
	for i := 0; i < 2; i++ {
		t0 := time.Now()
		e, err := Load(Options{Measure: func(s string, size float64, b bool) float64 { return float64(len([]rune(s))) * size * .5 }, LineHeight: 1.4, Cache: cache.Cache{Dir: dir}})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("load", time.Since(t0))
		t0 = time.Now()
		opt := `{"animation":false,"legend":{"data":["أ","ب"],"right":"0"},"xAxis":[{"type":"category","data":["x","y\nz"],"inverse":true}],"yAxis":[{"position":"right"}],"series":[{"type":"bar","name":"أ","stack":"a","data":[5,2000],"itemStyle":{"decal":{"symbol":"rect","dashArrayX":[1,0],"dashArrayY":[2,5],"rotation":0.6,"color":"rgba(255,255,255,0.5)"}},"label":{"show":true,"position":"inside"}},{"type":"bar","name":"ب","stack":"a","data":[50,20],"itemStyle":{"decal":{"symbol":"circle","dashArrayX":[[8,8],[0,8,8,0]],"dashArrayY":[6,0],"symbolSize":0.8}}},{"type":"pie","center":["30%","30%"],"radius":"20%","data":[{"name":"a","value":1},{"name":"b","value":3}]}]}`
		s, err := e.Draw(context.Background(), []byte(opt), 450, 200)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("draw", time.Since(t0))
		t0 = time.Now()
		s, err = e.Draw(context.Background(), []byte(opt), 450, 200)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("draw", time.Since(t0))
		t0 = time.Now()
		os.WriteFile("/tmp/h6/a.svg", []byte(s), 0o644)
		e.Close()
	}
}
