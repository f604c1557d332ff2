int months[] = {01, 02, 08}; // error: the digit 8 can't stand in an octal number
