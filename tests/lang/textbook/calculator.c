// Reverse Polish notation with a stack.
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MAXVAL 100
static int sp = 0;
static double val[MAXVAL];

static void push(double f) {
    if (sp < MAXVAL)
        val[sp++] = f;
    else
        printf("error: stack full\n");
}

static double pop(void) {
    if (sp > 0)
        return val[--sp];
    printf("error: stack empty\n");
    return 0.0;
}

static void evaluate(const char *s) {
    double op2;
    while (*s) {
        if (isdigit((unsigned char)*s) || *s == '.') {
            char *end;
            push(strtod(s, &end));
            s = end;
            continue;
        }
        switch (*s++) {
        case '+': push(pop() + pop()); break;
        case '*': push(pop() * pop()); break;
        case '-':
            op2 = pop();
            push(pop() - op2);
            break;
        case '/':
            op2 = pop();
            if (op2 != 0.0)
                push(pop() / op2);
            else
                printf("error: zero divisor\n");
            break;
        case 's': push(sqrt(pop())); break;
        case ' ': break;
        default: printf("error: unknown command %c\n", s[-1]); break;
        }
    }
    printf("\t%.8g\n", pop());
}

int main(void) {
    evaluate("1 2 - 4 5 + *");
    evaluate("2s");
    evaluate("10 4 / 3.5 +");
    evaluate("1 0 /");
    evaluate("7 ?");
    return 0;
}

// expect: 	-9
// expect: 	1.4142136
// expect: 	6
// expect: error: zero divisor
// expect: 	1
// expect: error: unknown command ?
// expect: 	7
