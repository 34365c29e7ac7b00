package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A release bears its tag, under the name that .ci/release gives the linker,
// which passes over names that it does not find.
func TestReleaseBearsItsTag(t *testing.T) {
	if testing.Short() {
		t.Skip("links the program")
	}
	program := filepath.Join(t.TempDir(), "warraq.exe")
	output(t, "go", "build", "-o", program, "-ldflags", "-X main.release=v9.8.7", ".")
	for want, args := range map[string]string{
		"warraq version v9.8.7\n": "--version",
		"warraq v9.8.7\nbuild ":   "version",
	} {
		got, err := exec.Command(program, args).Output()
		if err != nil || !strings.HasPrefix(string(got), want) {
			t.Errorf("%s: got %q, %v; want %q", args, got, err, want)
		}
	}
	script, err := os.ReadFile("../../.ci/release")
	if err != nil || !strings.Contains(string(script), "-X main.release=") {
		t.Error(".ci/release gives the linker another name")
	}
}
