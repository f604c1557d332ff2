struct s { int n; int a[]; };
static struct s x = {2, {1, 2}};
int main(void) {
    int i = 2;
    return x.a[i]; // trap: read past the end
}
