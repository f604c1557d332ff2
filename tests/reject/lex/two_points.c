double version = 1.2.3; // error: `1.2.3` is no number: it has too many points
