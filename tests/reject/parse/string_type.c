int main(void) {
    string s = "hello"; // error: unknown type name `string`
    return s[0];
}
