"""What each Autobahn case must come to here: passed, refused as too large, or not negotiated.

Every case of the suite is run; a case that is excluded must end exactly as its exclusion says.
"""

from collections.abc import Mapping
from typing import NamedTuple

# Rule F5: a message over 64 KiB closes the connection.
TOO_LARGE = 1009
NORMAL = 1000


class Verdict(NamedTuple):
    """What the runner says of one case; words and codes as Autobahn has them."""

    case: str
    behavior: str
    behavior_close: str
    remote_close_code: int | None
    passed: bool


def _cases(group: str, numbers: range, reason: str) -> dict[str, str]:
    return {f"{group}.{number}": reason for number in numbers}


OVER_THE_FRAME_LIMIT: Mapping[str, str] = {
    **_cases("9.1", range(2, 7), "text messages of 256 KiB to 16 MiB"),
    **_cases("9.2", range(2, 7), "binary messages of 256 KiB to 16 MiB"),
    **_cases("9.3", range(1, 10), "text of 4 MiB in fragments of 64 bytes to 4 MiB"),
    **_cases("9.4", range(1, 10), "binary of 4 MiB in fragments of 64 bytes to 4 MiB"),
    **_cases("9.5", range(1, 7), "text of 1 MiB, written in chops of 64 to 2,048 bytes"),
    **_cases("9.6", range(1, 7), "binary of 1 MiB, written in chops of 64 to 2,048 bytes"),
}
# permessage-deflate is off: the offer is not taken, and the case says so itself.
COMPRESSION_GROUPS = ("12", "13")


def fault(verdict: Verdict) -> str | None:
    """Return what is wrong with a verdict; None when it is as expected."""
    if verdict.case in OVER_THE_FRAME_LIMIT:
        if verdict.remote_close_code == TOO_LARGE:
            return None
        return f"expected close {TOO_LARGE}, got {verdict.remote_close_code}"
    if is_compression(verdict.case):
        declined = ("UNIMPLEMENTED", "OK", NORMAL)
        if verdict[1:4] == declined:
            return None
        return f"expected compression to be declined, got {', '.join(map(str, verdict[1:4]))}"
    if verdict.passed:
        return None
    return f"{verdict.behavior}, closing {verdict.behavior_close} ({verdict.remote_close_code})"


def is_compression(case: str) -> bool:
    return case.split(".", maxsplit=1)[0] in COMPRESSION_GROUPS


def missing(verdicts: Mapping[str, Verdict]) -> list[str]:
    """Return the excluded cases that the runner does not know: a list that has gone stale."""
    return [case for case in OVER_THE_FRAME_LIMIT if case not in verdicts]
