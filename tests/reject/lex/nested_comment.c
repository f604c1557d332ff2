/* a comment /* in a comment */
int x; */ int main(void) { return 0; } // error: `*/` without a comment to close
