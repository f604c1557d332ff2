// A statement that is wrong in itself is not told to stand outside of a function as well.
print(f"{x}") // error: `f"..."` is not C: `printf` puts values into a text
int main(void) { return 0; }
