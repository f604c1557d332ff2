#error "<complex.h> is not part of Cora: use a struct with a real and an imaginary part"
