int a = {1};
int b = {{1}}; // warning: braces around a single value
