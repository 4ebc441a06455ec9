"""The data directory, made where it is missing."""

from pathlib import Path

from trading_api.shared.errors import ConfigurationError


def make_data_dir(path: Path) -> None:
    """Make the directory, for its owner alone.

    Raises:
        ConfigurationError: it cannot be made.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as refused:
        raise ConfigurationError(
            f"TP_DATA_DIR: expected a directory that can be written, got {str(path)!r}"
            f" ({refused.strerror})"
        ) from None
