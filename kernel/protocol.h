// protocol.h: the protocol thread.
#ifndef KERNEL_PROTOCOL_H
#define KERNEL_PROTOCOL_H

#include "kernel.h"

// The thread's function; `arg` is the Kernel. Returns when the kernel has stopped and the
// sockets are closed; if the runtime thread does not stop in time, ends the process.
void *protocol_run(void *arg);

#endif
