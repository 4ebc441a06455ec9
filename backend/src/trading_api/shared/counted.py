"""Numbers of things, in words."""


def counted(count: int, noun: str) -> str:
    """Return "1 bar", "0 bars" or "2,000 bars"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
