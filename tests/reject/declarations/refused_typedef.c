int number;
typedef long number; // error: `number` is defined a second time
number a;            // what the refused type would have been is not asked again
