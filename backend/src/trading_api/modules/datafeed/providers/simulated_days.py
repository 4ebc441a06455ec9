"""The simulated days: from seed, instrument and day to the day's bar and its rough course."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .noise import Floats, Ints, Noise, grow
from .simulated_market import Character
from .simulated_profile import along, turning_points

# Days are made in blocks: prices at the borders of blocks are drawn first, what lies between is
# bridged, so that any day is reached without walking there from the beginning.
BLOCK_DAYS = 256
# The rough course of a day: prices every 10 minutes, between which the minutes are bridged.
NODES = 144
MINUTES = 1440
MINUTES_A_NODE = MINUTES // NODES
_CENTRE_MINUTES = np.arange(NODES, dtype=np.int64) * MINUTES_A_NODE + MINUTES_A_NODE // 2
_CENTRES = _CENTRE_MINUTES / MINUTES
# How far the minutes usually leave the rough course, in deviations of the day.
_REACH = 0.047


@dataclass(frozen=True)
class DayBlock:
    """The days of one block, a row each; prices in ticks."""

    open: Ints
    high: Ints
    low: Ints
    close: Ints
    volume: Ints
    course: Floats
    """Prices at the 145 borders of the day's 144 parts: starts at the open, ends at the close."""
    volatility: Floats
    """Deviation of the price over the whole day, in ticks."""
    variance: Floats
    """Turning points of the variance's rate within the day."""


class SimulatedDays:
    """All days of one instrument; thread-safe."""

    def __init__(self, seed: int, character: Character) -> None:
        self.character = character
        self.activity = _activity(character)
        self._seed = seed
        self.block = lru_cache(maxsize=8)(self._build)

    def noise(self, purpose: str) -> Noise:
        """Return the instrument's own random sequence for one purpose."""
        return Noise(self._seed, self.character.instrument.symbol, purpose)

    def bursts(self, minute: Ints) -> Floats:
        """Return how wild each minute (since 1970) is, beside the others of its day."""
        exponent = (
            0.25 * self.noise("hours").smooth(minute, 181)
            + 0.28 * self.noise("burst").smooth(minute, 37)
            + 0.25 * self.noise("flurry").smooth(minute, 7)
        )
        return grow(exponent)

    def volume_points(self, day: int) -> Floats:
        """Return the turning points of the volume's rate within a day."""
        near = np.array([self._volume_of(day + step) for step in (-1, 0, 1)], dtype=np.float64)
        return turning_points(near[0], near[1], near[2])

    def _volume_of(self, day: int) -> int:
        return int(self.block(day // BLOCK_DAYS).volume[day % BLOCK_DAYS])

    def _build(self, number: int) -> DayBlock:
        days = np.arange(BLOCK_DAYS, dtype=np.int64) + number * BLOCK_DAYS
        sigma = self._volatility(days)
        variance = self._variance_points(days)
        borders = self._borders(number, days, sigma)
        opens, closes = borders[:-1], borders[1:]
        course = self._course(days, opens, closes, sigma, variance)
        reach = sigma * opens * _REACH
        highs = np.ceil(course.max(axis=1) + self._reach("high", days) * reach)
        lows = np.floor(course.min(axis=1) - self._reach("low", days) * reach)
        return DayBlock(
            open=opens,
            high=highs.astype(np.int64),
            low=np.maximum(lows, 1).astype(np.int64),
            close=closes,
            volume=self._volume(days, opens, closes, sigma),
            course=course,
            volatility=sigma * opens,
            variance=variance,
        )

    def _variance_points(self, days: Ints) -> Floats:
        near = [self._volatility(days + step) ** 2 for step in (-1, 0, 1)]
        return turning_points(near[0], near[1], near[2])

    def _reach(self, purpose: str, days: Ints) -> Floats:
        return 0.25 + np.abs(self.noise(purpose).gauss(days))

    def _volatility(self, days: Ints) -> Floats:
        """Return each day's relative deviation: calm and wild weeks follow one another."""
        mood = (
            0.28 * self.noise("season").smooth(days, 61)
            + 0.28 * self.noise("weeks").smooth(days, 13)
            + 0.22 * self.noise("days").smooth(days, 3)
        )
        return self.character.daily_volatility * grow(mood)

    def _borders(self, number: int, days: Ints, sigma: Floats) -> Ints:
        """Return the 257 prices at the borders of the block's days."""
        start, end = self._anchor(number), self._anchor(number + 1)
        shock = np.where(self.noise("event").uniform(days) < 1 / 45, 2.2, 1.0)
        walk = np.cumsum(self.noise("move").gauss(days) * shock * sigma)
        spent = np.cumsum(sigma * sigma)
        walk = start + walk + (end - start - walk[-1]) * (spent / spent[-1])
        walk[-1] = end
        levels = np.concatenate((np.array([start]), walk))
        return np.rint(self.character.base_ticks * grow(levels)).astype(np.int64)

    def _anchor(self, number: int) -> float:
        index = np.array([number], dtype=np.int64)
        return float(self.noise("anchor").gauss(index)[0]) * self.character.wander

    def _course(
        self, days: Ints, opens: Ints, closes: Ints, sigma: Floats, variance: Floats
    ) -> Floats:
        bursts = self.bursts(days[:, None] * MINUTES + _CENTRE_MINUTES)
        share = self.activity[_CENTRE_MINUTES] * along(variance, _CENTRES) * bursts * bursts
        share = share / share.sum(axis=1, keepdims=True)
        spent = np.concatenate((np.zeros((len(days), 1)), np.cumsum(share, axis=1)), axis=1)
        index = days[:, None] * NODES + np.arange(NODES, dtype=np.int64)
        steps = self.noise("course").gauss(index) * np.sqrt(share) * (sigma * opens)[:, None]
        walk = np.concatenate((np.zeros((len(days), 1)), np.cumsum(steps, axis=1)), axis=1)
        start, drift = opens[:, None], (closes - opens)[:, None] - walk[:, -1:]
        course = start + walk + drift * spent
        course[:, -1] = closes
        result: Floats = course
        return result

    def _volume(self, days: Ints, opens: Ints, closes: Ints, sigma: Floats) -> Ints:
        moved = np.abs(closes - opens) / (sigma * opens)
        mood = 0.22 * self.noise("crowd").smooth(days, 17) + 0.16 * self.noise("volume").gauss(days)
        excited = sigma / self.character.daily_volatility
        volume = self.character.daily_volume * grow(mood) * (0.35 + 0.3 * moved + 0.4 * excited)
        result: Ints = np.rint(volume).astype(np.int64)
        return result


def _activity(character: Character) -> Floats:
    """Return how lively each minute of the day is; seamless from day to day."""
    minutes = np.arange(MINUTES, dtype=np.float64)
    away = np.abs(minutes - character.day_peak_minute)
    away = np.minimum(away, MINUTES - away) / 540.0
    bump = np.where(away < 1.0, (1.0 - away * away) ** 2, 0.0)
    return 1.0 + character.day_peak_height * bump
