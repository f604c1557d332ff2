int main(void) {
    void *p = &&end;
    p = 0;
    goto *p; // trap: Unreachable: code was reached that is marked as unreachable
end:
    return 0;
}
