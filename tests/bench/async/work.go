// The asynchronous workloads of work.c on goroutines: work WORKLOAD N [ARG]. An async call has nothing like it in Go; a
// generator is a goroutine that sends on a channel.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

const batch = 10000

func spawnAll(n int, yields bool) int {
	total, results := 0, make([]int, batch)
	for begin := 0; begin < n; begin += batch {
		count := n - begin
		if count > batch {
			count = batch
		}
		var all sync.WaitGroup
		all.Add(count)
		for i := 0; i < count; i++ {
			go func(at, value int) {
				if yields {
					runtime.Gosched()
				}
				results[at] = value
				all.Done()
			}(i, begin+i)
		}
		all.Wait()
		for _, value := range results[:count] {
			total += value
		}
	}
	return total
}

func turns(n int) int {
	for i := 0; i < n; i++ {
		runtime.Gosched()
	}
	return n
}

func switchAll(n, _ int) int {
	done := make(chan int)
	for i := 0; i < 2; i++ {
		go func() { done <- turns(n / 2) }()
	}
	return <-done + <-done
}

func sleepers(n, base int) int {
	var live, most atomicMax
	var all sync.WaitGroup
	all.Add(n)
	began := time.Now().Add(time.Duration(base) * time.Second)
	for i := 0; i < n; i++ {
		go func(deadline time.Time) {
			most.raise(live.add(1))
			time.Sleep(time.Until(deadline))
			live.add(-1)
			all.Done()
		}(began.Add(time.Duration(i%4000) * time.Millisecond))
	}
	all.Wait()
	return int(most.value)
}

type atomicMax struct{ value int64 }

func (m *atomicMax) add(n int64) int64 { return atomic.AddInt64(&m.value, n) }
func (m *atomicMax) raise(n int64) {
	for have := atomic.LoadInt64(&m.value); n > have; have = atomic.LoadInt64(&m.value) {
		if atomic.CompareAndSwapInt64(&m.value, have, n) {
			return
		}
	}
}

//go:noinline
func descend(n, depth int) int {
	if depth > 0 {
		return 1 + descend(n, depth-1)
	}
	turns(n)
	return 0
}

func deep(n, depth int) int {
	done := make(chan int)
	go func() { done <- descend(n, depth) }()
	return <-done
}

func through(n, size int) int {
	items, total := make(chan int, size), 0
	go func() {
		for i := 0; i < n; i++ {
			items <- i
		}
		close(items)
	}()
	for x := range items {
		total += x
	}
	return total
}

func crawl(_, _ int) int {
	pages, total := make(chan int), 0
	for s := 1; s <= 4; s++ {
		go func(s int) {
			time.Sleep(time.Duration(s) * time.Second)
			pages <- s
		}(s)
	}
	for i := 0; i < 4; i++ {
		total += <-pages
	}
	return total
}

func main() {
	works := map[string]func(n, arg int) int{
		"spawn":    func(n, _ int) int { return spawnAll(n, false) },
		"spawn1":   func(n, _ int) int { return spawnAll(n, true) },
		"switch":   switchAll,
		"sleepers": sleepers,
		"deep":     deep,
		"queue":    func(n, _ int) int { return through(n, 16) },
		"gen":      func(n, _ int) int { return through(n, 0) },
		"crawl":    crawl,
	}
	n, _ := strconv.Atoi(os.Args[2])
	arg := 0
	if len(os.Args) > 3 {
		arg, _ = strconv.Atoi(os.Args[3])
	}
	began := time.Now()
	check := works[os.Args[1]](n, arg)
	fmt.Printf("{\"ns\": %d, \"n\": %d, \"check\": %d}\n", time.Since(began).Nanoseconds(), n, check)
}
