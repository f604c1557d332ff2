int x = 12abc; // error: `abc` is no suffix of integer constants
