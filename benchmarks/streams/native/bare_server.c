/* The least that a server can do: one frame an update, one send() a delivery (or one a JOIN).
 *
 * Waits whenever a socket is full, so that every update arrives. SIGUSR2 begins and ends.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>

#include "bare_listeners.h"
#include "websocket.h"

enum { FRAME_MAX = 512, JOIN_MAX = 64, EVENTS = 256 };

static int topics_a_turn, turns_a_second, join;
static volatile sig_atomic_t is_publishing;
static uint64_t published;

static void toggle(int signal) {
    (void)signal;
    is_publishing = !is_publishing;
}

static size_t make_update(uint8_t *to, int number, uint64_t seq) {
    struct timespec now;
    char text[FRAME_MAX];
    clock_gettime(CLOCK_REALTIME, &now);
    int length = snprintf(
        text, sizeof text,
        "{\"type\":\"quotes.update\",\"payload\":{\"topic\":\"quotes:{\\\"n\\\":%d}\",\"payload\":"
        "{\"t\":%lu,\"bid\":101.25,\"ask\":101.5,\"last\":101.25,\"volume\":123456,"
        "\"name\":\"ACME\"},\"seq\":%lu,\"ts\":%lu}}",
        number, monotonic_ns(), seq,
        (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u);
    size_t header = text_header(to, (size_t)length);
    memcpy(to + header, text, (size_t)length);
    return header + (size_t)length;
}

static void publish(int number) {
    static uint8_t frames[FRAME_MAX * JOIN_MAX];
    struct topic *topic = &topics[number];
    size_t length = 0;
    for (int i = 0; i < join; i++) length += make_update(frames + length, number, ++topic->seq);
    for (int i = 0; i < topic->count; i++) send_all(topic->listeners[i], frames, length);
    published += (uint64_t)join;
}

static void accept_client(int listener, int epoll) {
    int yes = 1, fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0) return;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event)) fail("epoll_ctl");
}

static int listen_on(int port) {
    int yes = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(fd, (void *)&at, sizeof at) || listen(fd, 4096)) fail("listen");
    printf("listening\n");
    fflush(stdout);
    return fd;
}

/* Returns how long the loop may wait: not at all while there is something to publish. */
static int publish_turn(uint64_t *due) {
    static int next;
    uint64_t now = monotonic_ns();
    if (!is_publishing) return *due = 0, 50;
    if (turns_a_second && now < *due) return (int)((*due - now) / 1000000) + 1;
    for (int i = 0; i < topics_a_turn; i++) publish(next++ % topic_count);
    next %= topic_count;
    *due = (*due ? *due : now) + 1000000000u / (uint64_t)(turns_a_second ? turns_a_second : 1);
    return 0;
}

static void serve(int listener) {
    struct epoll_event events[EVENTS], event = {.events = EPOLLIN, .data.fd = listener};
    int epoll = epoll_create1(0), was_publishing = 0;
    uint64_t due = 0;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event)) fail("epoll_ctl");
    for (;;) {
        int count = epoll_wait(epoll, events, EVENTS, publish_turn(&due));
        for (int i = 0; i < count; i++)
            if (events[i].data.fd == listener)
                accept_client(listener, epoll);
            else
                read_client(events[i].data.fd);
        if (was_publishing && !is_publishing) printf("published %lu\n", published), fflush(stdout);
        was_publishing = is_publishing;
    }
}

static int option(int count, char **words, const char *name, int otherwise) {
    for (int i = 1; i + 1 < count; i++)
        if (!strcmp(words[i], name)) return atoi(words[i + 1]);
    return otherwise;
}

int main(int count, char **words) {
    signal(SIGUSR2, toggle);
    topic_count = option(count, words, "--topics", 1);
    topics_a_turn = option(count, words, "--turn", 1);
    turns_a_second = option(count, words, "--rate", 0);
    join = option(count, words, "--join", 1);
    topics = calloc((size_t)topic_count, sizeof *topics);
    serve(listen_on(option(count, words, "--port", 0)));
}
