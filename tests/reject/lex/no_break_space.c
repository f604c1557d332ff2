int a = 1; // warning: this is not an ordinary space (U+00A0); taken as one
