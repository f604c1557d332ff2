// The crawlers of the source notebook: one after another, awaited in a row, and as tasks: 10, 10 and 4 seconds.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int seconds_of(const char *url) {
    return atoi(strrchr(url, '_') + 1);
}

void crawl_page(const char *url) {
    printf("crawling %s\n", url);
    sleep(seconds_of(url));
    printf("OK %s\n", url);
}

void serial(const char *urls[], int n) {
    for (int i = 0; i < n; i++)
        crawl_page(urls[i]);
}

async void crawl_page_async(const char *url) {
    printf("crawling %s\n", url);
    await sleep(seconds_of(url));
    printf("OK %s\n", url);
}

async void in_a_row(const char *urls[], int n) {
    for (int i = 0; i < n; i++)
        await crawl_page_async(urls[i]);
}

async void as_tasks(const char *urls[], int n) {
    task(void) tasks[n];
    for (int i = 0; i < n; i++)
        tasks[i] = create_task(crawl_page_async(urls[i]));
    for (int i = 0; i < n; i++)
        await tasks[i];
}

int main(void) {
    const char *urls[] = {"url_1", "url_2", "url_3", "url_4"};
    double start = loop_time();
    serial(urls, 4);
    // expect: crawling url_1
    // expect: OK url_1
    // expect: crawling url_2
    // expect: OK url_2
    // expect: crawling url_3
    // expect: OK url_3
    // expect: crawling url_4
    // expect: OK url_4
    printf("%.2f s\n", loop_time() - start); // expect: 10.00 s
    start = loop_time();
    run(in_a_row(urls, 4));
    // expect: crawling url_1
    // expect: OK url_1
    // expect: crawling url_2
    // expect: OK url_2
    // expect: crawling url_3
    // expect: OK url_3
    // expect: crawling url_4
    // expect: OK url_4
    printf("%.2f s\n", loop_time() - start); // expect: 10.00 s
    start = loop_time();
    run(as_tasks(urls, 4));
    // expect: crawling url_1
    // expect: crawling url_2
    // expect: crawling url_3
    // expect: crawling url_4
    // expect: OK url_1
    // expect: OK url_2
    // expect: OK url_3
    // expect: OK url_4
    printf("%.2f s\n", loop_time() - start); // expect: 4.00 s
    return 0;
}
