double x = 3i; // error: imaginary numbers (`i`) are not part of this language
