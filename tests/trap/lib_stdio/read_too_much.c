#include <fcntl.h>
#include <unistd.h>
int main(void) {
    char text[4];
    int fd = open("/dev/zero", O_RDONLY);
    return (int)read(fd, text, 5); // trap: past the end
}
