// An error that goes up through two tasks: each frame, each task with the place where it was made, each await.
int values[3] = {1, 2, 3};
int get(int at) { return values[at]; }
async int parse(int at) { return get(at); }
async int fetch(int id) {
    await sleep(1);
    return await parse(id * 7);
}
async int crawl(int id) {
    auto t = create_task(fetch(id));
    set_name(t, "fetch");
    return await t;
}
auto c = create_task(crawl(1));
set_name(c, "crawl");
await c;
// exit: 70
// stderr: story.cell.c:3:26: error: IndexError: read past the end of an array
// stderr: in get(at=7), called at story.cell.c:4:34
// stderr: in parse(at=7), awaited at story.cell.c:7:18
// stderr: in fetch(id=1)
// stderr: in task "fetch", made at story.cell.c:10:14
// stderr: awaited at story.cell.c:12:12
// stderr: in crawl(id=1)
// stderr: in task "crawl", made at story.cell.c:14:10
// stderr: awaited at story.cell.c:16:1
// stderr: in task "story.cell.c"
