"""Every kind of change that the court knows, with its verdict: the table that the pages show."""

from .kind import Kind, Verdict
from .of_rest import DOCUMENTS, REST
from .of_schemas import RECEIVED, SENT
from .of_streams import BEHAVIOUR, EXAMPLES, STREAMS

__all__ = ["KINDS", "Kind", "Verdict"]

KINDS: dict[str, Kind] = {
    kind.name: kind
    for group in (SENT, RECEIVED, STREAMS, BEHAVIOUR, EXAMPLES, REST, DOCUMENTS)
    for kind in group
}
