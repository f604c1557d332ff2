// A storage class at the margin can't be a member's: the struct is not closed. Told once.
struct pair { int a, b;
static int x = 3; // error: expected `}` before `static`
static int y = 4;

int main(void) {
    return x + y;
}
