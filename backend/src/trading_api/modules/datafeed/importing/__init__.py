"""Imports bar files: the usual CSV shapes and Parquet into the bars store, whole or not at all."""

from trading_api.modules.datafeed.importing.importer import ImportReport, import_file
from trading_api.modules.datafeed.importing.progress import ImportProgress
from trading_api.modules.datafeed.importing.refusal import CorruptRow, ImportRefused
from trading_api.modules.datafeed.importing.storing.series import SeriesReport

__all__ = [
    "CorruptRow",
    "ImportProgress",
    "ImportRefused",
    "ImportReport",
    "SeriesReport",
    "import_file",
]
