// The source notebook's crawler that has a task for each page; prints how long it took by
// the loop's clock, in seconds.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

async void crawl_page(const char *url) {
    printf("crawling %s\n", url);
    int sleep_time = atoi(strrchr(url, '_') + 1);
    await sleep(sleep_time);
    printf("OK %s\n", url);
}

async int main(void) {
    char *urls[] = {"url_1", "url_2", "url_3", "url_4"};
    double began = loop_time();
    task(void) tasks[4];
    for (int i = 0; i < 4; i++) {
        tasks[i] = create_task(crawl_page(urls[i]));
    }
    for (int i = 0; i < 4; i++) {
        await tasks[i];
    }
    printf("%.6f\n", loop_time() - began);
    return 0;
}
