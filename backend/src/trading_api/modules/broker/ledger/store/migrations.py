"""Brings a ledger's file to the tables of this version; a newer file is refused."""

from collections.abc import Callable, Sequence
from pathlib import Path

import sqlalchemy as sa

from .schema import SCHEMA_VERSION, metadata, schema_version

Migration = Callable[[sa.Connection], None]

MIGRATIONS: Sequence[Migration] = ()
"""Element n brings tables of version n + 1 to version n + 2."""


class NewerLedger(Exception):
    """A newer version of the product has written the file."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} has tables of version {found}, this product knows {known}:"
            " install the newer product again, or name another data directory"
        )


def prepare(
    engine: sa.Engine,
    path: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
    version: int = SCHEMA_VERSION,
) -> int:
    """Create the tables of a new file or bring an old one up, in one transaction.

    Returns the version that was found, 0 for a new file.

    Raises:
        NewerLedger: the file is not for this version.
    """
    with engine.begin() as connection:
        found = _version_of(connection)
        if found > version:
            raise NewerLedger(path, found, version)
        if found == 0:
            metadata.create_all(connection)
        for migrate in migrations[found - 1 :] if found else ():
            migrate(connection)
        if found != version:
            connection.execute(sa.delete(schema_version))
            connection.execute(sa.insert(schema_version).values(version=version))
    return found


def _version_of(connection: sa.Connection) -> int:
    if not sa.inspect(connection).has_table(schema_version.name):
        return 0
    return int(connection.execute(sa.select(schema_version.c.version)).scalar_one())
