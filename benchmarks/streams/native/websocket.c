#include "websocket.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "sha1.h"

static const char GUID[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

void base64(const uint8_t *bytes, size_t length, char *text) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t at = 0; at < length; at += 3) {
        size_t left = length - at;
        uint32_t three = (uint32_t)bytes[at] << 16;
        if (left > 1) three |= (uint32_t)bytes[at + 1] << 8;
        if (left > 2) three |= bytes[at + 2];
        *text++ = digits[three >> 18];
        *text++ = digits[three >> 12 & 63];
        *text++ = left > 1 ? digits[three >> 6 & 63] : '=';
        *text++ = left > 2 ? digits[three & 63] : '=';
    }
}

void accept_key(const char *key, char accept[ACCEPT_LENGTH]) {
    uint8_t text[KEY_LENGTH + sizeof GUID], digest[20];
    memcpy(text, key, KEY_LENGTH);
    memcpy(text + KEY_LENGTH, GUID, sizeof GUID);
    sha1(text, KEY_LENGTH + sizeof GUID - 1, digest);
    base64(digest, sizeof digest, accept);
}

const char *header_value(const char *message, const char *end, const char *name) {
    size_t length = strlen(name);
    const char *line = message;
    while ((line = memchr(line, '\n', (size_t)(end - line))) && ++line + length + 1 < end) {
        if (strncasecmp(line, name, length) || line[length] != ':') continue;
        const char *value = line + length + 1;
        return value + strspn(value, " ");
    }
    return NULL;
}

int read_frame(const uint8_t *at, size_t length, struct frame *frame) {
    if (length < 2) return 0;
    size_t short_length = at[1] & 0x7f;
    size_t extra = short_length == 126 ? 2 : short_length == 127 ? 8 : 0;
    frame->opcode = at[0] & 0x0f;
    frame->is_final = at[0] >> 7;
    frame->is_masked = at[1] >> 7;
    frame->header = 2 + extra + (frame->is_masked ? 4 : 0);
    if (length < frame->header) return 0;
    frame->payload = extra ? 0 : short_length;
    for (size_t i = 0; i < extra; i++) frame->payload = frame->payload << 8 | at[2 + i];
    return length - frame->header >= frame->payload;
}

size_t text_header(uint8_t *to, size_t payload) {
    to[0] = 0x80 | OP_TEXT;
    if (payload < 126) {
        to[1] = (uint8_t)payload;
        return 2;
    }
    to[1] = 126;
    to[2] = (uint8_t)(payload >> 8);
    to[3] = (uint8_t)payload;
    return 4;
}

size_t masked_frame(uint8_t *to, int opcode, const uint8_t *payload, size_t length) {
    size_t header = text_header(to, length);
    to[0] = (uint8_t)(0x80 | opcode);
    to[1] |= 0x80;
    for (int i = 0; i < 4; i++) to[header + (size_t)i] = (uint8_t)rand();
    memmove(to + header + 4, payload, length);
    unmask(to + header + 4, length, to + header);
    return header + 4 + length;
}

void unmask(uint8_t *payload, size_t length, const uint8_t mask[4]) {
    for (size_t i = 0; i < length; i++) payload[i] ^= mask[i & 3];
}

uint64_t monotonic_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void fail(const char *what) {
    perror(what);
    exit(1);
}
