#define _GNU_SOURCE
#include "bare_listeners.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "websocket.h"

enum { READ_MAX = 65536, DESCRIPTORS = 65536 };

int topic_count;
struct topic *topics;
static char is_open[DESCRIPTORS];

void send_all(int fd, const uint8_t *bytes, size_t length) {
    while (length) {
        ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return;
        if (sent < 0) poll(&(struct pollfd){fd, POLLOUT, 0}, 1, -1);
        if (sent > 0) bytes += sent, length -= (size_t)sent;
    }
}

static void subscribe(int fd, const char *text) {
    uint8_t answer[64];
    const char *number = text;
    while ((number = strstr(number, "\"n\":"))) {
        struct topic *topic = &topics[atoi(number += 4) % topic_count];
        topic->listeners = realloc(topic->listeners, sizeof(int) * (size_t)(topic->count + 1));
        topic->listeners[topic->count++] = fd;
        size_t header = text_header(answer, 2);
        memcpy(answer + header, "{}", 2);
        send_all(fd, answer, header + 2);
    }
}

static void shake_hands(int fd, const char *request, size_t length) {
    const char *key = header_value(request, request + length, "Sec-WebSocket-Key");
    char accept[ACCEPT_LENGTH], answer[256];
    if (!key) return;
    accept_key(key, accept);
    int size = snprintf(answer, sizeof answer,
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Accept: %.28s\r\n\r\n",
                        accept);
    send_all(fd, (uint8_t *)answer, (size_t)size);
    is_open[fd] = 1;
}

/* A request and a list of topics are small and come whole over loopback. */
void read_client(int fd) {
    static uint8_t bytes[READ_MAX + 1];
    struct frame frame;
    ssize_t count = recv(fd, bytes, READ_MAX, 0);
    if (count <= 0) exit(0);
    bytes[count] = 0;
    if (fd >= DESCRIPTORS) exit(1);
    if (!is_open[fd])
        shake_hands(fd, (char *)bytes, (size_t)count);
    else if (read_frame(bytes, (size_t)count, &frame) && frame.opcode == OP_TEXT) {
        unmask(bytes + frame.header, frame.payload, bytes + frame.header - 4);
        bytes[frame.header + frame.payload] = 0;
        subscribe(fd, (char *)bytes + frame.header);
    }
}
