"""The schema of the bars' SQLite file, and the way to it from each earlier one."""

import sqlite3

from trading_api.modules.datafeed.materialising import materialise_stale

SCHEMA_VERSION = 2

_BARS = """
CREATE TABLE {name} (
    symbol TEXT NOT NULL,
    resolution TEXT NOT NULL,
    time INTEGER NOT NULL,
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    PRIMARY KEY (symbol, resolution, time)
) STRICT, WITHOUT ROWID
"""
_VERSION_1 = (
    """
CREATE TABLE instruments (
    symbol TEXT PRIMARY KEY,
    description TEXT NOT NULL,
    exchange TEXT NOT NULL,
    type TEXT NOT NULL,
    currency TEXT NOT NULL,
    timezone TEXT NOT NULL,
    session TEXT NOT NULL,
    price_scale INTEGER NOT NULL,
    min_move INTEGER NOT NULL,
    volume_precision INTEGER NOT NULL
) STRICT, WITHOUT ROWID
""",
    _BARS.format(name="bars"),
)
# Calendars, and bars that are folded beside the imported ones. `folded_series` tells what each
# series was folded from, and by which calendar and scales.
_VERSION_2 = (
    "ALTER TABLE instruments ADD COLUMN calendar TEXT NOT NULL DEFAULT '24x7'",
    _BARS.format(name="folded_bars"),
    """
CREATE TABLE folded_series (
    symbol TEXT NOT NULL,
    resolution TEXT NOT NULL,
    base TEXT NOT NULL,
    folded_by TEXT NOT NULL,
    PRIMARY KEY (symbol, resolution)
) STRICT, WITHOUT ROWID
""",
)
_STEPS = (_VERSION_1, _VERSION_2)


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the file, 0 of an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Bring a file of any version, the newest or an older, to this one; all of it or nothing.

    Folds what a newer product or calendar folds differently, which takes about a second for a
    million bars of a minute.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in _STEPS[schema_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        materialise_stale(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
