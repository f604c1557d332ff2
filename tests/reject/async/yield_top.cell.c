yield 1; // error: `yield` needs a generator function around it
