"""The state hash: a sum of digests, so that a step costs what it changed.

The definition for readers and other languages is docs/reference/state-hash.md; the vectors are
contract/state-hash.json.
"""

from hashlib import sha256

MODULUS_MASK = 2**256 - 1
FIRST_CHAIN = "0" * 64


def digest(kind: str, text: str) -> int:
    """Return the SHA-256 of `kind`, a colon and canonical JSON, as a big-endian integer."""
    return int.from_bytes(sha256(f"{kind}:{text}".encode()).digest(), "big")


def chained(chain: str, text: str) -> str:
    """Return the chain after one more execution."""
    return sha256(f"{chain}{text}".encode()).hexdigest()


class StateHash:
    """The sum modulo 2^256 of the digests of everything that is part of the state."""

    __slots__ = ("_digests", "total")

    def __init__(self) -> None:
        self.total = 0
        self._digests: dict[tuple[str, str], int] = {}

    def put(self, kind: str, name: str, text: str) -> None:
        """Replace the text of one member of the state."""
        key = (kind, name)
        new = digest(kind, text)
        self.total = (self.total - self._digests.get(key, 0) + new) & MODULUS_MASK
        self._digests[key] = new

    def remove(self, kind: str, name: str) -> None:
        """Take one member out; nothing when it was none."""
        old = self._digests.pop((kind, name), 0)
        self.total = (self.total - old) & MODULUS_MASK

    def clear(self) -> None:
        self.total = 0
        self._digests.clear()

    @property
    def hex(self) -> str:
        return f"{self.total:064x}"
