union U {
    int i;
    char c[8];
};
int main(void) {
    union U u;
    u.i = 1;
    return u.c[5]; // trap: Uninitialised: read of byte 5 of `union U u`, which has no value yet
}
