/* The load generator's connections: each opens, subscribes, and reads for ever. */
#ifndef CLIENTS_H
#define CLIENTS_H

#include <stddef.h>
#include <stdint.h>

#include "websocket.h"

struct load {
    int port, connections, topics, topics_each;
};

enum client_state { CONNECTING, SHAKING_HANDS, OPEN };

struct client {
    int fd, answers;
    enum client_state state;
    char accept[ACCEPT_LENGTH];
    uint8_t *carried;
    size_t carried_length;
};

struct tally {
    uint64_t deliveries, bytes, last_ns;
    /* Of each delivery while they are wanted, in nanoseconds. */
    uint32_t *latencies;
    size_t latency_room, latency_count;
};

extern struct tally tally;
extern struct client *clients;

void handle_client(int index, uint32_t events);
/* How many clients have an answer to each subscription. */
int ready_clients(void);

/* opening.c: a few clients open at a time; whoever is open makes room for the next. */
void start_clients(const struct load *load, int epoll);
void open_more(void);
void shake_hands(struct client *client);
void subscribe(struct client *client);
void send_all(struct client *client, const void *bytes, size_t length);
int topics_each(void);
void refuse(const char *why);

#endif
