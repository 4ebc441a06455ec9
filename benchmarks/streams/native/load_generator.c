/* Opens connections, subscribes, and counts what arrives.
 *
 * Says `ready` when every subscription is answered; then obeys lines of stdin:
 *   measure SECONDS  counts deliveries for so long
 *   latency SECONDS  the same, with the time from each update's own stamp to its read
 *   drain            waits until nothing has come for 300 ms; tells all deliveries since `ready`
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include "clients.h"

enum { EVENTS = 512, LATENCIES_MAX = 8 << 20, QUIET_MS = 300 };
#define COMMANDS UINT32_MAX

static int epoll_fd;
static int is_commanded, is_awake;

static void turn(int timeout_ms) {
    struct epoll_event events[EVENTS];
    int count = epoll_wait(epoll_fd, events, EVENTS, timeout_ms);
    for (int i = 0; i < count; i++)
        if (events[i].data.u32 == COMMANDS)
            is_commanded = 1;
        else
            handle_client((int)events[i].data.u32, events[i].events);
}

static double processor_s(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static int ascending(const void *one, const void *other) {
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return (a > b) - (a < b);
}

static double share_ms(double share) {
    size_t at = (size_t)(share * (double)tally.latency_count);
    if (at >= tally.latency_count) return 0;
    return tally.latencies[at] / 1e6;
}

/* Awake clients never wait for the kernel to wake them, which is work of the server's send(). */
static void measure(double seconds, int with_latency) {
    static uint32_t room[LATENCIES_MAX];
    tally.latencies = with_latency ? room : NULL;
    tally.latency_room = LATENCIES_MAX;
    tally.latency_count = 0;
    struct tally before = tally;
    double used = processor_s();
    uint64_t start = monotonic_ns(), end = start + (uint64_t)(seconds * 1e9), now = start;
    while (now < end) {
        turn(is_awake ? 0 : (int)((end - now) / 1000000) + 1);
        now = monotonic_ns();
    }
    used = processor_s() - used;
    qsort(room, tally.latency_count, sizeof *room, ascending);
    printf("{\"deliveries\": %lu, \"bytes\": %lu, \"seconds\": %.6f, \"processor_s\": %.6f, "
           "\"p50_ms\": %.4f, \"p99_ms\": %.4f}\n",
           tally.deliveries - before.deliveries, tally.bytes - before.bytes,
           (double)(now - start) / 1e9, used, share_ms(0.5), share_ms(0.99));
    tally.latencies = NULL;
}

static void drain(void) {
    uint64_t quiet = (uint64_t)QUIET_MS * 1000000u, since = monotonic_ns();
    while (monotonic_ns() - since < quiet) {
        uint64_t before = tally.deliveries;
        turn(QUIET_MS);
        if (tally.deliveries != before) since = monotonic_ns();
    }
    printf("{\"received\": %lu}\n", tally.deliveries);
}

static void obey(void) {
    char line[64];
    double seconds;
    is_commanded = 0;
    if (!fgets(line, sizeof line, stdin)) exit(0);
    if (sscanf(line, "measure %lf", &seconds) == 1)
        measure(seconds, 0);
    else if (sscanf(line, "latency %lf", &seconds) == 1)
        measure(seconds, 1);
    else if (!strncmp(line, "drain", 5))
        drain();
    else
        refuse("expected measure, latency or drain");
}

int main(int count, char **words) {
    struct load load;
    if (count < 5) refuse("expected PORT CONNECTIONS TOPICS TOPICS_EACH [awake]");
    is_awake = count > 5;
    load = (struct load){atoi(words[1]), atoi(words[2]), atoi(words[3]), atoi(words[4])};
    setvbuf(stdout, NULL, _IOLBF, 0);
    srand(1);
    if ((epoll_fd = epoll_create1(0)) < 0) fail("epoll_create1");
    start_clients(&load, epoll_fd);
    while (ready_clients() < load.connections) turn(-1);
    printf("ready\n");
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = COMMANDS};
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, STDIN_FILENO, &event)) fail("epoll_ctl");
    for (;;) {
        turn(-1);
        if (is_commanded) obey();
    }
}
