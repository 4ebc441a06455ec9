#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "clients.h"

enum { OPENING_MAX = 64, ADDRESSES = 8, MESSAGE_MAX = 4096 };

struct client *clients;
static struct load load;
static int epoll_fd, opened, opening;

int topics_each(void) { return load.topics_each; }

void refuse(const char *why) {
    fprintf(stderr, "load generator: %s\n", why);
    exit(1);
}

/* Different addresses of this machine, since one has ports for 28,000 connections only. */
static void open_client(int index) {
    struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET};
    int yes = 1;
    from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + (uint32_t)(index % ADDRESSES));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons((uint16_t)load.port);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd < 0) fail("socket");
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    /* A reset at the end leaves no port waiting for the next round. */
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &(struct linger){1, 0}, sizeof(struct linger));
    if (bind(fd, (void *)&from, sizeof from)) fail("bind");
    if (connect(fd, (void *)&to, sizeof to) && errno != EINPROGRESS) fail("connect");
    clients[index] = (struct client){.fd = fd, .state = CONNECTING};
    struct epoll_event event = {.events = EPOLLOUT, .data.u32 = (uint32_t)index};
    if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, fd, &event)) fail("epoll_ctl");
    opening++;
}

void open_more(void) {
    opening -= opening > 0;
    while (opened < load.connections && opening < OPENING_MAX) open_client(opened++);
}

void start_clients(const struct load *wanted, int epoll) {
    load = *wanted;
    epoll_fd = epoll;
    clients = calloc((size_t)load.connections, sizeof *clients);
    open_more();
}

void send_all(struct client *client, const void *bytes, size_t length) {
    if (send(client->fd, bytes, length, MSG_NOSIGNAL) != (ssize_t)length) fail("send");
}

void shake_hands(struct client *client) {
    uint8_t nonce[16];
    char key[KEY_LENGTH + 1] = {0}, request[512];
    for (size_t i = 0; i < sizeof nonce; i++) nonce[i] = (uint8_t)rand();
    base64(nonce, sizeof nonce, key);
    accept_key(key, client->accept);
    int length = snprintf(request, sizeof request,
                          "GET /api/v1/ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
                          "Connection: Upgrade\r\nSec-WebSocket-Key: %s\r\n"
                          "Sec-WebSocket-Version: 13\r\n\r\n",
                          load.port, key);
    send_all(client, request, (size_t)length);
    client->state = SHAKING_HANDS;
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)(client - clients)};
    if (epoll_ctl(epoll_fd, EPOLL_CTL_MOD, client->fd, &event)) fail("epoll_ctl");
}

/* Each topic has as many listeners as any other, and neighbours have different lists. */
static int topic_of(int client, int number) {
    static const int strides[] = {1, 3, 7, 9, 11, 13, 17, 19, 21, 23};
    long spread = load.topics > load.connections ? load.topics / load.connections : 1;
    long stride = strides[client / load.topics % 10];
    return (int)((client * spread + number * stride) % load.topics);
}

void subscribe(struct client *client) {
    char text[MESSAGE_MAX];
    uint8_t message[MESSAGE_MAX + HEADER_MAX];
    int index = (int)(client - clients), length = 0;
    for (int i = 0; i < load.topics_each; i++)
        length += snprintf(text + length, sizeof text - (size_t)length,
                           "%s{\"type\":\"quotes.subscribe\",\"payload\":{\"n\":%d}}",
                           i ? "," : load.topics_each > 1 ? "[" : "", topic_of(index, i));
    if (load.topics_each > 1) text[length++] = ']';
    send_all(client, message, masked_frame(message, OP_TEXT, (uint8_t *)text, (size_t)length));
}
