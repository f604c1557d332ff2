double x = 1.5x; // error: `x` is no suffix of floating constants
