"""What went through a route since the process started, in plain integers. Pure.

They are raised once an update, never once a listener: a delivery stays a `list.append`.
"""

from dataclasses import dataclass


@dataclass(slots=True)
class RouteTraffic:
    """Counts of one route over all its topics, those that are gone included."""

    updates: int = 0
    """Updates that its topics took."""
    deliveries: int = 0
    """Updates that were put into outboxes."""
    skipped: int = 0
    """Updates that were folded or lost while a client did not read; it was told how many."""
    unsendable: int = 0
    """Updates that a service published and that could not be sent."""
    ignored: int = 0
    """Updates that a service published to a topic that was gone."""
