int add(int a, b) { // error: parameter `b` needs a type of its own
    return a + b;
}
