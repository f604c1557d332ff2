#include <fcntl.h>
int main(void) {
    return open("/nowhere/file", O_WRONLY | O_CREAT); // trap: needs the new file's mode
}
