#define LIMIT+1 // warning: there should be a space behind the macro's name `LIMIT`
#define RIGHT +1
#undef __LINE__ // warning: `__LINE__` is a macro of the language itself
_Pragma(once) int a;                   // error: `_Pragma` needs one string in parentheses
int b = __has_include(<stdio.h>);      // error: `__has_include` works only in the condition of `#if`
