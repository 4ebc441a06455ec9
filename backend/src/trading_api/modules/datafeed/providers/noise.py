"""Randomness as a pure function: a key and an index give a number, always the same one.

Only additions, multiplications, divisions and square roots are used, which IEEE 754 rounds alike
everywhere; so a path is the same to the last bit on every machine.
"""

import hashlib

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_FIELD = np.uint64(0xFFFF)
# Mean and standard deviation of the sum of four uniform 16-bit integers.
_SUM_MEAN = 131070.0
_SUM_DEVIATION = 37837.2
_LN_2 = 0.6931471805599453
_UNIT_53 = 2.0**-53


class Noise:
    """One endless sequence of random numbers, addressed by index; indexes are not negative."""

    def __init__(self, *key: object) -> None:
        digest = hashlib.blake2b("\0".join(map(str, key)).encode(), digest_size=8).digest()
        self._key = np.uint64(int.from_bytes(digest, "little"))

    def bits(self, index: Ints) -> NDArray[np.uint64]:
        """Return 64 random bits for each index (splitmix64)."""
        mixed = index.astype(np.uint64) * _GOLDEN + self._key
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_1
        mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_2
        return mixed ^ (mixed >> np.uint64(31))

    def uniform(self, index: Ints) -> Floats:
        """Return numbers strictly between 0 and 1."""
        return ((self.bits(index) >> np.uint64(11)).astype(np.float64) + 0.5) * _UNIT_53

    def below(self, limit: int, index: Ints) -> Ints:
        """Return integers from 0 to `limit` - 1."""
        return (self.bits(index) % np.uint64(limit)).astype(np.int64)

    def gauss(self, index: Ints) -> Floats:
        """Return numbers of mean 0 and deviation 1, bell-shaped, within 3.5."""
        bits = self.bits(index)
        total = bits & _FIELD
        for shift in (16, 32, 48):
            total = total + ((bits >> np.uint64(shift)) & _FIELD)
        return (total.astype(np.float64) - _SUM_MEAN) / _SUM_DEVIATION

    def exponential(self, index: Ints) -> Floats:
        """Return positive numbers of mean about 1, exponentially distributed."""
        mantissa, exponent = np.frexp(self.uniform(index))
        return -_LN_2 * (exponent + 2.0 * mantissa - 2.0)

    def smooth(self, index: Ints, period: int) -> Floats:
        """Return a continuous curve through random numbers that lie `period` indexes apart."""
        node = index // period
        part = (index - node * period) / period
        left, right = self.gauss(node), self.gauss(node + 1)
        return left + (right - left) * (part * part * (3.0 - 2.0 * part))


def grow(exponent: Floats) -> Floats:
    """Return e to the power of each number, near enough for exponents within 2."""
    result = 1.0 + exponent / 4096.0
    for _ in range(12):
        result = result * result
    return result


def split(total: int, weights: Ints) -> Ints:
    """Return `total` shared out by weight in integers that sum to it exactly."""
    cumulative = np.cumsum(weights)
    edges = total * cumulative // cumulative[-1]
    result: Ints = np.diff(edges, prepend=np.int64(0))
    return result
