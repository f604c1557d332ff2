#ifndef __SETJMP_H
#define __SETJMP_H
typedef struct __jmp_buf {
    long __state[8];
} jmp_buf[1];
typedef jmp_buf sigjmp_buf;
// Remembers this place; 0 now, and the value of longjmp when it comes back here.
[[cora::op("setjmp")]] int setjmp(jmp_buf place);
// Goes back to the place setjmp remembered, within one task.
[[noreturn, cora::op("longjmp")]] void longjmp(jmp_buf place, int value);
#define _setjmp(place) setjmp(place)
#define _longjmp(place, value) longjmp(place, value)
#define sigsetjmp(place, save) setjmp(place)
#define siglongjmp(place, value) longjmp(place, value)
#endif
