// next() past the end says how to ask first, or not to need to.
generator(int) one(void) { yield 1; }
generator(int) g = one();
next(g);
next(g);
// stderr: StopIteration: the generator has no more values
// stderr: `for (T x : g)` ends by itself; `try_next(g, &x)` says whether there was one
// exit: 70
