def twice(x): // error: `def` is not C: a function begins with the type of its result
    return 2 * x
