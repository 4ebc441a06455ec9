/* SHA-1 (FIPS 180-4) of short texts: the opening handshake asks for nothing else. */
#ifndef SHA1_H
#define SHA1_H

#include <stddef.h>
#include <stdint.h>

void sha1(const uint8_t *text, size_t length, uint8_t digest[20]);

#endif
