// In a cell too. A name that an earlier declaration of the cell has given a type keeps it; one that the broken part may
// have declared anew means nothing until that is mended.
int count = 3;
int total = (count + ; // error: expected an expression
int twice(int x) { return 2 * x; }
twice(count, 1); // error: takes 1 argument, but gets 2
twice(total);
int *p = 2.5; // error: initialising
