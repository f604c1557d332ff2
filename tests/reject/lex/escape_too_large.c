const char *s = "\400"; // error: the escape `\400` does not fit into one character
