// The library's own frames are not part of the story.
int limits[2] = {1, 2};
int index_of(const void *p) { return *(const int *)p; }
int by_limit(const void *a, const void *b) { return limits[index_of(a)] - limits[index_of(b)]; }
int numbers[3] = {7, 7, 7};
qsort(numbers, 3, sizeof numbers[0], by_limit);
// exit: 70
// stderr: story_qsort.cell.c:4:53: error: IndexError
// stderr: in by_limit(a=&numbers[1], b=&numbers[2]), called at story_qsort.cell.c:6:1
