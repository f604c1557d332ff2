// Tentative definitions.
int a;
int a;
int a = 3;
extern int a;
static int s;
static int s;
int arr[];
int arr[3];
struct T t;
struct T {
    int x;
};
struct T t;
int *p = &a;
extern int b;
int b = 7;
int main(void) {
    return a + s + sizeof arr + t.x + *p + b;
}
// exit: 25
