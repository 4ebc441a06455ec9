"""Settings: defaults, `TP_*` environment variables and command-line flags, in rising order."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that can be set; a wrong value is refused at start by name."""

    model_config = SettingsConfigDict(env_prefix="TP_", extra="ignore", frozen=True)

    data_dir: Path = Path.home() / ".trading-pro"
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    modules: str = "datafeed,broker"
    feed: Literal["simulated", "replay"] = "simulated"
    replay_file: Path | None = None
    replay_speed: float = Field(1.0, gt=0)
    symbol: str | None = None
    """Symbol of a replayed or imported file that has no symbol column."""
    seed: int = 20261123
    allow_unauthenticated: bool = False
    allowed_hosts: str = ""
    """Further names under which the server may be addressed, comma-separated (rule A1)."""
    linger_s: float = Field(5.0, ge=0)
