#include <stdio.h>
int total;
int main(void) {
    prinft("hi\n"); // error: unknown function `prinft`
    totl = 1;       // error: unknown name `totl`
    total = None;   // error: unknown name `None`
    return totl;
}
