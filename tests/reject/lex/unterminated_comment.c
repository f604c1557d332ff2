int x;
/* never closed // error: this comment is never closed
int main(void) {
    return x;
}
