// reader.h: lines of standard input, read by a thread of their own: so that the program's
// other tasks and deadlines go on while nobody types.
#ifndef RUN_READER_H
#define RUN_READER_H

#include "cora.h"

typedef struct Reader Reader;

// The session must have keeps_input, and outlive the reader.
Reader *reader_new(CoraSession *session);
// A line is wanted: it comes as cora_input_reply. Returns at once. Wanting twice before it
// has come is wanting once.
void reader_want(Reader *reader, CoraCellId cell);
// No reply comes from here on. Does not wait for a line that is being read.
void reader_close(Reader **reader);

#endif
