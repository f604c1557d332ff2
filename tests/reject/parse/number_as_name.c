int 3 = 4; // error: expected a name, but found a number
