int main(void) {
    return sizeof L"aÿ"; // error: byte 0xFF in this literal is not valid UTF-8
}
