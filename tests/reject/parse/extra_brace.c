// A `}` too many in the middle of a declaration ends nothing.
struct date { int day, month; } }; // error: `}` stands here without a matching `{` before it
static int days[2] = {1, 2} }; // error: `}` stands here without a matching `{` before it
int main(void) {
    try {
        puts("x");
    } } catch (error e) { // error: `}` stands here without a matching `{` before it
    }
    return days[0];
}
