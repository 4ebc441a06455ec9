"""Bars as UDF sends them: columns, in seconds."""

from trading_api.models.udf import UdfBars, UdfHole, UdfNoData
from trading_api.shared.charts import BarsPage

SECOND_MS = 1_000


def udf_bars(page: BarsPage) -> UdfBars | UdfHole | UdfNoData:
    """Return a page as columns, or say that there is nothing, and where there is something."""
    bars = page["bars"]
    if bars:
        return UdfBars(
            s="ok",
            t=[bar["time"] // SECOND_MS for bar in bars],
            o=[bar["open"] for bar in bars],
            h=[bar["high"] for bar in bars],
            l=[bar["low"] for bar in bars],
            c=[bar["close"] for bar in bars],
            v=[bar["volume"] for bar in bars],
        )
    if page["next_time"] is None:
        return UdfNoData(s="no_data")
    return UdfHole(s="no_data", nextTime=page["next_time"] // SECOND_MS)
