// A cell's last expression may be an error. expect and name follow.
error e = error("ValueError", "bad %d", 5);
e // expect: ValueError: bad 5
