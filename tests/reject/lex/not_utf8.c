int a; ÿ // error: byte 0xFF is not valid UTF-8 text
