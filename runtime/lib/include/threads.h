#error "<threads.h> is not part of Cora: use tasks (async functions, spawn, await, lock, event)"
