package charts

import (
	"context"
	"sync"

	"warraq/charts/engine"
)

// perEngine is the number of waiting charts for which one more engine pays: to
// load one takes as long as to draw two or three charts.
const perEngine = 3

// maxEngines bounds the engines of one process; each holds some 15 MiB.
const maxEngines = 2

// A pool holds the script engines of a Plotter. An engine is lent to one
// drawing at a time.
type pool struct {
	load func() (*engine.Engine, error)

	mu      sync.Mutex
	idle    []*loading
	running int // engines that exist, lent or idle
	waiting []chan *loading
	ever    bool
	closing sync.WaitGroup
}

// A loading is an engine that is ready once done is closed.
type loading struct {
	done   chan struct{}
	engine *engine.Engine
	err    error
}

// start begins to load an engine; the caller holds the lock.
func (p *pool) start() *loading {
	l := &loading{done: make(chan struct{})}
	p.running++
	p.ever = true
	go func() {
		defer close(l.done)
		l.engine, l.err = p.load()
	}()
	return l
}

func (p *pool) started() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ever
}

// take returns an engine for the caller alone. Give it back.
func (p *pool) take() *loading {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		l := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return l
	}
	if p.running == 0 || p.running < maxEngines && len(p.waiting) >= perEngine*p.running {
		l := p.start()
		p.mu.Unlock()
		return l
	}
	turn := make(chan *loading, 1)
	p.waiting = append(p.waiting, turn)
	p.mu.Unlock()
	return <-turn
}

// give returns an engine to the pool, or takes it out where it failed.
func (p *pool) give(l *loading, sound bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !sound {
		p.running--
		if len(p.waiting) == 0 {
			return
		}
		l = p.start()
	}
	if len(p.waiting) > 0 {
		next := p.waiting[0]
		p.waiting = p.waiting[1:]
		next <- l
		return
	}
	p.idle = append(p.idle, l)
}

func (p *pool) draw(ctx context.Context, chart *layout) (string, error) {
	l := p.take()
	sound := false
	defer func() {
		if !sound && l.engine != nil {
			l.engine.Close()
		}
		p.give(l, sound)
	}()
	<-l.done
	if l.err != nil {
		return "", l.err
	}
	if err := ctx.Err(); err != nil {
		sound = true
		return "", err
	}
	if chart.Outline != nil {
		if err := l.engine.RegisterMap(chart.Outline()); err != nil {
			return "", err
		}
	}
	svg, err := l.engine.Draw(ctx, chart.Option, chart.Width, chart.Height)
	sound = err == nil
	return svg, err
}

// close frees the engines that are not lent. It does not wait for the memory to
// be returned, which takes as long as to draw a chart; wait does.
func (p *pool) close() {
	p.mu.Lock()
	idle := p.idle
	p.idle = nil
	p.running -= len(idle)
	p.mu.Unlock()
	for _, l := range idle {
		p.closing.Go(func() {
			<-l.done
			if l.engine != nil {
				l.engine.Close()
			}
		})
	}
}

// wait returns when all engines that were closed are gone.
func (p *pool) wait() { p.closing.Wait() }
