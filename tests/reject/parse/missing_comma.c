int a[] = {1 2, 3};      // error: expected `,` after this value
int b[][2] = {{1, 2} {3, 4}}; // error: expected `,` after this value
int c[] = {1; 2};        // error: expected `,` after this value
enum color { RED GREEN, BLUE }; // error: expected `,` after this enumerator
int d[] = {RED, GREEN, BLUE};
