// A packed bit-field may lie in nine bytes.
struct __attribute__((packed)) q { unsigned long a : 5, b : 60; int c : 4; } y = {5, 0xfffffffffffffff, -3};
y // expect: {a = 5, b = 1152921504606846975, c = -3}
