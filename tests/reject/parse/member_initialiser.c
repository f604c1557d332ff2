struct point {
    int x = 1; // error: a member gets its value when a variable is made
    int y;
};
