// What is made for values of a type needs the type.
future(int) f = new_future(); // error: `new_future` needs the type of the values between its parentheses // note: it is `new_future(int)`
queue(double) q = new_queue(); // error: `new_queue` needs the type
queue(int) right = new_queue(int, 3);
