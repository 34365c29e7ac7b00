package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"warraq/charts"
	"warraq/fonts"
)

// release is the tag of a release. The linker sets it (-X main.release=v1.2.3);
// it is empty in every other build.
var release string

// An identity is what one program differs in from another that was built of
// the same module: the same brief gives the same bytes where all of it is the
// same but for the platform.
type identity struct {
	Version string      `json:"version"`
	Build   build       `json:"build"`
	Fonts   []bundled   `json:"fonts"`
	Charts  chartDrawer `json:"chartLibrary"`
}

// A build is where a program comes from. Revision and Time are those of the
// commit, Modified says that files of it were changed; they are empty where the
// source had no commits.
type build struct {
	Revision string `json:"revision,omitempty"`
	Time     string `json:"time,omitempty"`
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// A bundled font, with the hash of its file.
type bundled struct {
	Family string `json:"family"`
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

type chartDrawer struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

func versionCommand(c console) *cli.Command {
	return &cli.Command{
		Name:         "version",
		Usage:        "print the version, the build, the bundled fonts and the chart library",
		Flags:        []cli.Flag{&cli.BoolFlag{Name: "json", Usage: "print them as JSON, with whole hashes"}},
		OnUsageError: wrongUsage,
		Action: func(ctx *cli.Context) error {
			if err := noArguments(ctx); err != nil {
				return err
			}
			if ctx.Bool("json") {
				e := json.NewEncoder(c.out)
				e.SetIndent("", "  ")
				return e.Encode(identityOf())
			}
			return c.writeIdentity(identityOf())
		},
	}
}

func (c console) writeIdentity(i identity) error {
	text := "warraq " + i.Version + "\nbuild"
	if i.Build.Revision != "" {
		text += " " + i.Build.Revision + " " + i.Build.Time
	}
	if i.Build.Modified {
		text += " modified"
	}
	text += " " + i.Build.Go + " " + i.Build.Platform + "\ncharts " + i.Charts.Name + " " + i.Charts.Version + "\n"
	for _, f := range i.Fonts {
		text += "font " + f.Name + " " + f.SHA256[:12] + "\n"
	}
	_, err := fmt.Fprint(c.out, text)
	return err
}

func identityOf() identity {
	i := identity{
		Version: version(),
		Build:   build{Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH},
		Charts:  chartDrawer{"Apache ECharts", charts.LibraryVersion},
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		i.Build.Revision, i.Build.Time = setting(info, "vcs.revision"), setting(info, "vcs.time")
		i.Build.Modified = setting(info, "vcs.modified") == "true"
	}
	library := fonts.Bundled()
	for _, family := range library.Families() {
		for _, f := range library.Faces(family) {
			sum := sha256.Sum256(f.Data)
			i.Fonts = append(i.Fonts, bundled{f.Family, f.Name, hex.EncodeToString(sum[:])})
		}
	}
	return i
}

// version is the tag of a release, else that of the module, which names the
// commit where it has no tag, else the commit it was built from.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	if revision := setting(info, "vcs.revision"); revision != "" {
		return revision
	}
	return "devel"
}

func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
