// All of these blocks stand at a cell's top level, too.
#include <stdio.h>
async void work(int n) { await sleep(n); printf("work %d\n", n); }
int seen = 0;
taskgroup {
    spawn work(2);
    spawn work(1);
}
deadline (1) {
    await work(5);
} else {
    seen = 1;
}
shield {
    await work(1);
}
try {
    throw error("Cell", "top level");
} catch (error e) {
    printf("%s\n", e.name);
}
seen
// expect: work 1
// expect: work 2
// expect: work 1
// expect: Cell
// expect: 1
