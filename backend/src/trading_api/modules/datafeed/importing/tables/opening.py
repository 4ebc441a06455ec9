"""Opens a file of rows by what is in it."""

from pathlib import Path

from trading_api.modules.datafeed.importing.tables.csv_pieces import reading_refused
from trading_api.modules.datafeed.importing.tables.csv_table import CsvTable
from trading_api.modules.datafeed.importing.tables.parquet_table import PARQUET_MAGIC, ParquetTable
from trading_api.modules.datafeed.importing.tables.table import Table


def open_table(path: Path) -> Table:
    """Return the table of a file, which is read when its rows are asked for.

    Raises:
        ImportRefused: it is missing, or neither a text table nor Parquet.
    """
    with reading_refused(path), path.open("rb") as file:
        magic = file.read(len(PARQUET_MAGIC))
    return ParquetTable(path) if magic == PARQUET_MAGIC else CsvTable(path)
