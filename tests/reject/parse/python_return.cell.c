// The `return` is the mistake, not the `;` that it lacks.
int x = 1;
return x // error: `return` outside of a function
