/* Readers of the load server's topics: some stop reading for a while, some read a little at a time.
 *
 * readers PORT HEALTHY STALLED TRICKLING TOPICS EACH BUFFER WARM_MS HOLD_MS RESUME_MS
 *
 * Prints "holding" when the slow ones begin, "resumed" when they read at full speed again, "done"
 * after that; told "end" on its input, it reads what still comes and prints one JSON object.
 */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { HEALTHY, STALLED, TRICKLING, KINDS };
enum { WARMING, HOLDING, RESUMED, DONE, ENDING };
#define MOST_TOPICS 256
#define BUFFER_BYTES (512 * 1024)
#define SLOWEST_US 10000000
#define TRICKLE_BYTES 512
#define TRICKLE_EVERY_NS 100000000LL
#define QUIET_NS 500000000LL

typedef struct {
    int fd, kind, open, snapshots[MOST_TOPICS];
    long long seq[MOST_TOPICS], fresh_ns[MOST_TOPICS];
    char *data;
    size_t length;
} Reader;

static Reader *readers;
static int count, each, topics, port, phase = WARMING, poller, answered, closed, lag_us[SLOWEST_US];
static long long now_ns, resumed_ns, updates[KINDS], skipped[KINDS], wrong_seq, wrong_value, gaps;
static long long measured, heard_ns, stray;

static long long clock_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static double processor_s(void) {
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return r.ru_utime.tv_sec + r.ru_stime.tv_sec + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

static void fail(const char *what) {
    fprintf(stderr, "readers: %s: %s\n", what, strerror(errno));
    exit(2);
}

/* Returns the number after `name`, which lies between `from` and `until`, or `missing`. */
static long long member(const char *from, const char *until, const char *name, long long missing) {
    const char *at = memmem(from, until - from, name, strlen(name));
    return at ? strtoll(at + strlen(name), NULL, 10) : missing;
}

static int holds(const char *from, const char *until, const char *text) {
    return memmem(from, until - from, text, strlen(text)) != NULL;
}

static void take_response(Reader *r, int topic, const char *text, const char *end) {
    if (!holds(text, end, "\"status\":\"ok\"")) {
        fprintf(stderr, "readers: refused: %.*s\n", (int)(end - text), text);
        exit(2);
    }
    r->seq[topic] = member(text, end, "\"seq\":", -1);
    r->snapshots[topic] = (int)member(text, end, "\"snapshot\":", 0);
    answered++;
}

static void take_update(Reader *r, int topic, const char *text, const char *end) {
    const char *tail = memmem(text, end - text, "},\"seq\":", 8);
    if (!tail) {
        stray++;
        return;
    }
    long long seq = strtoll(tail + 8, NULL, 10), value = member(text, tail, "\"value\":", -1);
    long long sent = member(text, tail, "\"sent_ns\":", 0);
    long long missed = member(tail, end, "\"skipped\":", 0);
    wrong_value += value != seq;
    gaps += holds(tail, end, "\"gap\":true");
    if (holds(tail, end, "\"snapshot\":true")) {
        wrong_seq += r->snapshots[topic]-- <= 0 || seq != r->seq[topic];
        return;
    }
    wrong_seq += seq != r->seq[topic] + missed + 1 || r->snapshots[topic] != 0;
    r->seq[topic] = seq;
    updates[r->kind]++;
    skipped[r->kind] += missed;
    if (phase == HOLDING && r->kind == HEALTHY) {
        long long lag = (now_ns - sent) / 1000;
        lag_us[lag < 0 ? 0 : lag >= SLOWEST_US ? SLOWEST_US - 1 : lag]++;
        measured++;
    }
    if (phase >= RESUMED && sent >= resumed_ns && !r->fresh_ns[topic]) r->fresh_ns[topic] = now_ns;
}

static void take_text(Reader *r, const char *text, const char *end) {
    long long topic = member(text, end, "\\\"symbol\\\":\\\"T", -1);
    if (topic < 0 || topic >= topics) stray++;
    else if (!strncmp(text, "{\"type\":\"ticks.update\"", 22)) take_update(r, topic, text, end);
    else if (!strncmp(text, "{\"type\":\"ticks.subscribe.response\"", 34))
        take_response(r, topic, text, end);
    else stray++;
}

static void leave(Reader *r) {
    close(r->fd);
    r->open = 0;
    closed++;
}

static void pong(Reader *r, const unsigned char *payload, size_t length) {
    unsigned char frame[131] = {0x8A, 0x80 | (unsigned char)length};
    memcpy(frame + 6, payload, length);
    if (write(r->fd, frame, 6 + length) < 0) leave(r);
}

/* Takes every whole frame of what was read; what is left waits for its rest. */
static void take_frames(Reader *r) {
    size_t at = 0;
    while (r->length - at >= 2) {
        const unsigned char *head = (unsigned char *)r->data + at;
        size_t length = head[1] & 127, start = 2;
        if (length == 126) {
            if (r->length - at < 4) break;
            length = head[2] << 8 | head[3], start = 4;
        } else if (length == 127) {
            if (r->length - at < 10) break;
            length = 0, start = 10;
            for (int i = 2; i < 10; i++) length = length << 8 | head[i];
        }
        if (r->length - at < start + length) break;
        char *text = r->data + at + start;
        int opcode = head[0] & 15;
        if (opcode == 1) take_text(r, text, text + length);
        else if (opcode == 9) pong(r, (unsigned char *)text, length);
        else if (opcode == 8) {
            leave(r);
            return;
        }
        at += start + length;
    }
    memmove(r->data, r->data + at, r->length - at);
    r->length -= at;
}

static void receive(Reader *r, size_t most) {
    size_t room = BUFFER_BYTES - r->length;
    ssize_t got = recv(r->fd, r->data + r->length, room < most ? room : most, MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) leave(r);
    if (got <= 0) return;
    heard_ns = now_ns = clock_ns();
    r->length += got;
    take_frames(r);
}

static void watch(Reader *r, int wanted) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = r};
    if (r->open) epoll_ctl(poller, wanted ? EPOLL_CTL_ADD : EPOLL_CTL_DEL, r->fd, &event);
}

static void put(Reader *r, const char *bytes, size_t length) {
    while (length) {
        ssize_t done = write(r->fd, bytes, length);
        if (done < 0) fail("write");
        bytes += done, length -= done;
    }
}

static void subscribe(Reader *r, int number) {
    static char text[64 * MOST_TOPICS], frame[64 * MOST_TOPICS + 8];
    size_t length = 0;
    for (int k = 0; k < each; k++) {
        int topic = (number + k * (topics / each)) % topics;
        length += sprintf(text + length, "%c{\"type\":\"ticks.subscribe\",\"payload\":{\"symbol\":"
                                         "\"T%03d\"}}", k ? ',' : '[', topic);
    }
    text[length++] = ']';
    unsigned char head[8] = {0x81, 0x80 | 126, length >> 8, length & 255};
    memcpy(frame, head, 8);
    memcpy(frame + 8, text, length);
    put(r, frame, length + 8);
}

static void open_reader(Reader *r, int number, int kind, int buffer) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    static char request[512], answer[4096];
    int length = 0, on = 1;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    r->kind = kind, r->open = 1, r->data = malloc(BUFFER_BYTES);
    if (!r->data || (r->fd = socket(AF_INET, SOCK_STREAM, 0)) < 0) fail("socket");
    if (kind != HEALTHY) setsockopt(r->fd, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
    setsockopt(r->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(r->fd, (struct sockaddr *)&to, sizeof to)) fail("connect");
    sprintf(request, "GET /api/v1/ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
                     "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "Sec-WebSocket-Version: 13\r\n\r\n", port);
    put(r, request, strlen(request));
    while (!length || !memmem(answer, length, "\r\n\r\n", 4)) {
        ssize_t got = read(r->fd, answer + length, 1);
        if (got <= 0 || (length += got) == sizeof answer) fail("handshake");
    }
    if (strncmp(answer, "HTTP/1.1 101", 12)) fail("handshake refused");
    subscribe(r, number);
    watch(r, 1);
}

static void say(const char *word) {
    printf("%s\n", word);
    fflush(stdout);
}

static void hold(int starts) {
    for (Reader *r = readers; r < readers + count; r++)
        if (r->kind != HEALTHY) watch(r, !starts);
}

static void trickle(void) {
    static long long next_ns;
    if (phase != HOLDING || now_ns < next_ns) return;
    next_ns = now_ns + TRICKLE_EVERY_NS;
    for (Reader *r = readers; r < readers + count; r++)
        if (r->kind == TRICKLING && r->open) receive(r, TRICKLE_BYTES);
}

static int told_to_end(void) {
    struct pollfd input = {.fd = 0, .events = POLLIN};
    return poll(&input, 1, 0) > 0;
}

static double percentile_ms(double part) {
    long long seen = 0, wanted = (long long)(measured * part);
    for (int us = 0; us < SLOWEST_US; us++)
        if ((seen += lag_us[us]) > wanted) return us / 1000.0;
    return SLOWEST_US / 1000.0;
}

/* How long after they read again the last of a kind's topics was fresh; -1 when one never was. */
static double caught_up_ms(int kind) {
    double latest = 0;
    for (Reader *r = readers; r < readers + count; r++)
        for (int t = 0; t < topics; t++) {
            if (r->kind != kind || r->seq[t] < 0) continue;
            if (!r->fresh_ns[t]) return -1;
            double ms = (r->fresh_ns[t] - resumed_ns) / 1e6;
            latest = ms > latest ? ms : latest;
        }
    return latest;
}

static void report(double busy) {
    printf("{\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"p999_ms\":%.3f,\"measured\":%lld,", percentile_ms(.5),
           percentile_ms(.99), percentile_ms(.999), measured);
    printf("\"updates\":[%lld,%lld,%lld],", updates[0], updates[1], updates[2]);
    printf("\"skipped\":[%lld,%lld,%lld],", skipped[0], skipped[1], skipped[2]);
    printf("\"wrong_seq\":%lld,\"wrong_value\":%lld,\"gaps\":%lld,\"stray\":%lld,\"closed\":%d,",
           wrong_seq, wrong_value, gaps, stray, closed);
    printf("\"caught_up_ms\":[%.1f,%.1f],", caught_up_ms(STALLED), caught_up_ms(TRICKLING));
    printf("\"busy\":%.3f,\"last\":{", busy);
    for (int t = 0; t < topics; t++) {
        long long low = -1, high = -1;
        for (Reader *r = readers; r < readers + count; r++) {
            if (r->seq[t] < 0) continue;
            low = low < 0 || r->seq[t] < low ? r->seq[t] : low;
            high = r->seq[t] > high ? r->seq[t] : high;
        }
        printf("%s\"T%03d\":[%lld,%lld]", t ? "," : "", t, low, high);
    }
    say("}}");
}

static void advance(long long *due_ns, const long long *lasts_ms, double *busy) {
    static double used_s;
    static long long began_ns;
    if (phase == WARMING && answered < count * each) *due_ns = now_ns + lasts_ms[0] * 1000000;
    if (now_ns < *due_ns || phase >= DONE) return;
    if (phase == WARMING) {
        hold(1);
        used_s = processor_s(), began_ns = now_ns;
        say("holding");
    } else if (phase == HOLDING) {
        *busy = (processor_s() - used_s) / ((now_ns - began_ns) / 1e9);
        resumed_ns = now_ns;
        hold(0);
        say("resumed");
    } else {
        say("done");
    }
    phase++;
    if (phase < DONE) *due_ns = now_ns + lasts_ms[phase] * 1000000;
}

int main(int argc, char **argv) {
    static struct epoll_event ready[1024];
    long long due_ns = 0;
    double busy = 0;
    if (argc != 11) return 2;
    port = atoi(argv[1]), topics = atoi(argv[5]), each = atoi(argv[6]);
    int healthy = atoi(argv[2]), stalled = atoi(argv[3]);
    long long lasts_ms[] = {atoll(argv[8]), atoll(argv[9]), atoll(argv[10])};
    count = healthy + stalled + atoi(argv[4]);
    readers = calloc(count, sizeof *readers);
    poller = epoll_create1(0);
    for (int i = 0; i < count; i++) {
        memset(readers[i].seq, -1, sizeof readers[i].seq);
        int kind = i < healthy ? HEALTHY : i < healthy + stalled ? STALLED : TRICKLING;
        open_reader(readers + i, i, kind, atoi(argv[7]));
    }
    for (;;) {
        int some = epoll_wait(poller, ready, 1024, 5);
        now_ns = clock_ns();
        for (int i = 0; i < some; i++) receive(ready[i].data.ptr, BUFFER_BYTES);
        trickle();
        advance(&due_ns, lasts_ms, &busy);
        if (phase == DONE && told_to_end()) phase = ENDING, heard_ns = now_ns;
        if (phase == ENDING && now_ns - heard_ns > QUIET_NS) break;
    }
    report(busy);
    return 0;
}
