// A line of another language is one mistake, whatever it lacks of C.
if x > 3 and y: // error: expected `(` after `if`
    print(x)
else:
    print(y)
