/* Who listens to what, and the way there: all that bare_server.c keeps. */
#ifndef BARE_LISTENERS_H
#define BARE_LISTENERS_H

#include <stddef.h>
#include <stdint.h>

struct topic {
    int *listeners, count;
    uint64_t seq;
};

extern int topic_count;
extern struct topic *topics;

/* Waits while the socket is full. */
void send_all(int fd, const uint8_t *bytes, size_t length);
/* Takes a handshake or a message that subscribes. */
void read_client(int fd);

#endif
