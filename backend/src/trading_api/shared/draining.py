"""A process that leaves takes no new work: whether it does, and what it still works on. Pure."""

import asyncio


class Draining:
    """Whether the process is leaving, and how many commands it is still busy with."""

    def __init__(self) -> None:
        self.has_begun = False
        self._commands = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def commands(self) -> int:
        """How many commands have no answer yet."""
        return self._commands

    def begin(self) -> None:
        """Take nothing new from now on."""
        self.has_begun = True

    def entered(self) -> None:
        """Count a command that was taken."""
        self._commands += 1
        self._idle.clear()

    def left(self) -> None:
        """Count one that was answered."""
        self._commands -= 1
        if not self._commands:
            self._idle.set()

    async def answered(self, within_s: float) -> bool:
        """Wait for the answers to all commands; returns whether they came in time."""
        try:
            await asyncio.wait_for(self._idle.wait(), within_s)
        except TimeoutError:
            return False
        return True
