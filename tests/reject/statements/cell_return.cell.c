int x = 3;
if (x)
    return; // error: `return` outside of a function
return x;   // error: to show a value, end the cell with it
