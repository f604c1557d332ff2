async void work(void) { await sleep(1); }
void plain(void) {
    shield { // error: `shield` needs an async function
    }
    deadline (1) { // told once a function
    }
}
void limited(void) {
    deadline (1) { // error: `deadline` needs an async function
    }
}
async generator(int) numbers(void) {
    taskgroup {
        yield 1; // error: `yield` may not stand inside
    }
}
async void jumps(void) {
    goto inside; // error: this jump would enter a `taskgroup`
    taskgroup {
    inside:
        spawn work();
    }
}
async void types(void) {
    deadline ("soon") { // error: where `double` is needed
    }
}
async void rethrow(void) {
    deadline (1) {
    } else {
        throw; // error: there is no `catch` around it
    }
}
async void fine(int n) {
    for (int i = 0; i < n; i++) {
        taskgroup {
            if (i == 2)
                break;
            continue;
        }
    }
}
int main(void) { return 0; }
