"""The memory of a process that runs for weeks."""

import contextlib
import ctypes

# glibc gives threads arenas of their own, eight a core, and keeps what each has freed: threads
# that answer large lists now and then make a server grow for hours. Two are enough beside the GIL.
M_ARENA_MAX = -8
ARENAS = 2


def share_arenas() -> None:
    """Let all threads take their memory from few arenas; other C libraries are left as they are."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)
