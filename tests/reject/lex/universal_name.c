const char *s = "\u12"; // error: `\u12` names no character
