/* What client and server share of RFC 6455, and small ends of the system's interface. */
#ifndef WEBSOCKET_H
#define WEBSOCKET_H

#include <stddef.h>
#include <stdint.h>

enum { KEY_LENGTH = 24, ACCEPT_LENGTH = 28, HEADER_MAX = 14 };
enum { OP_TEXT = 1, OP_CLOSE = 8, OP_PING = 9, OP_PONG = 10 };

struct frame {
    int opcode, is_final, is_masked;
    size_t header, payload;
};

void base64(const uint8_t *bytes, size_t length, char *text);
/* The answer to a Sec-WebSocket-Key, without its terminating zero. */
void accept_key(const char *key, char accept[ACCEPT_LENGTH]);
/* The value of a header of the message up to `end`, NULL where it has none. */
const char *header_value(const char *message, const char *end, const char *name);

/* Reads one frame's header; 1 when header and payload are there, 0 when more is to come. */
int read_frame(const uint8_t *at, size_t length, struct frame *frame);
/* Writes the header of a final unmasked text frame; returns its length. */
size_t text_header(uint8_t *to, size_t payload);
/* Writes a final masked frame; returns its length. */
size_t masked_frame(uint8_t *to, int opcode, const uint8_t *payload, size_t length);
void unmask(uint8_t *payload, size_t length, const uint8_t mask[4]);

uint64_t monotonic_ns(void);
void fail(const char *what);

#endif
