#include <uchar.h>
char16_t c = u'😀'; // error: this character does not fit into a `char16_t`
char32_t d = U'😀';
