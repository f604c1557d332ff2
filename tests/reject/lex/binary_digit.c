int mask = 0b102; // error: the digit 2 can't stand in a binary number
