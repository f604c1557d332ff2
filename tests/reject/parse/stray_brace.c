int main(void) {
    return 0;
}
} // error: `}` stands here without a matching `{`
