"""What tests of the datafeed and of its providers put in the place of things."""

from .doubles import Published, ScriptedProvider
from .passing_clock import PassingClock
from .provider_contract import EndingProviderContract, ProviderContract

__all__ = [
    "EndingProviderContract",
    "PassingClock",
    "ProviderContract",
    "Published",
    "ScriptedProvider",
]
