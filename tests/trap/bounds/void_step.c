// Stepping through void * is held to the object, as every pointer is.
int main(void) {
    int a[2] = {1, 2};
    void *p = a;
    p += sizeof a;
    *(int *)p = 3; // trap: write past the end
}
