#define _GNU_SOURCE
#include "clients.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

enum { BUFFER = 512 * 1024 };
static const char UPDATE[] = "{\"type\":\"quotes.update\"";
static const char STAMP[] = "\"t\":";

struct tally tally;
static int ready;
static uint8_t buffer[BUFFER];

int ready_clients(void) { return ready; }

/* Returns the length of the handshake's answer, 0 while it is not whole. */
static size_t check_handshake(struct client *client, const uint8_t *at, size_t length) {
    const char *message = (const char *)at, *end = memmem(at, length, "\r\n\r\n", 4);
    if (!end) return 0;
    const char *accept = header_value(message, end, "Sec-WebSocket-Accept");
    if (memcmp(message, "HTTP/1.1 101", 12)) refuse("the handshake was refused");
    if (!accept || memcmp(accept, client->accept, ACCEPT_LENGTH)) refuse("a wrong accept key");
    client->state = OPEN;
    subscribe(client);
    open_more();
    return (size_t)(end + 4 - message);
}

static void add_latency(const uint8_t *payload, size_t length, uint64_t now) {
    const uint8_t *stamp = memmem(payload, length, STAMP, sizeof STAMP - 1);
    if (!stamp) refuse("an update without a time");
    uint64_t published = strtoull((const char *)stamp + sizeof STAMP - 1, NULL, 10);
    if (published > now || tally.latency_count == tally.latency_room) refuse("a time that lies");
    tally.latencies[tally.latency_count++] = (uint32_t)(now - published);
}

static void take_text(struct client *client, const uint8_t *payload, size_t length) {
    if (length < sizeof UPDATE || memcmp(payload, UPDATE, sizeof UPDATE - 1)) {
        if (++client->answers == topics_each()) ready++;
        return;
    }
    tally.deliveries++;
    if (tally.latencies) add_latency(payload, length, tally.last_ns);
}

static void take_frame(struct client *client, const struct frame *frame, const uint8_t *payload) {
    uint8_t pong[256];
    if (frame->is_masked || !frame->is_final) refuse("a masked or parted frame of the server");
    if (frame->opcode == OP_TEXT)
        take_text(client, payload, frame->payload);
    else if (frame->opcode == OP_PING && frame->payload < 126)
        send_all(client, pong, masked_frame(pong, OP_PONG, payload, frame->payload));
    else if (frame->opcode != OP_PONG)
        refuse("the server closed a connection");
}

static size_t take(struct client *client, const uint8_t *at, size_t length) {
    struct frame frame;
    size_t taken = client->state == OPEN ? 0 : check_handshake(client, at, length);
    if (client->state != OPEN) return 0;
    while (read_frame(at + taken, length - taken, &frame)) {
        take_frame(client, &frame, at + taken + frame.header);
        taken += frame.header + frame.payload;
    }
    return taken;
}

static void carry(struct client *client, const uint8_t *rest, size_t length) {
    if (length > client->carried_length) client->carried = realloc(client->carried, length);
    if (length) memcpy(client->carried, rest, length);
    client->carried_length = length;
}

void handle_client(int index, uint32_t events) {
    struct client *client = &clients[index];
    if (client->state == CONNECTING) {
        shake_hands(client);
        return;
    }
    size_t held = client->carried_length;
    if (held) memcpy(buffer, client->carried, held);
    ssize_t count = recv(client->fd, buffer + held, sizeof buffer - held, 0);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0 || events & EPOLLERR) refuse("the server cut a connection");
    tally.bytes += (uint64_t)count;
    tally.last_ns = monotonic_ns();
    size_t taken = take(client, buffer, held + (size_t)count);
    carry(client, buffer + taken, held + (size_t)count - taken);
}
