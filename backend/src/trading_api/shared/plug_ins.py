"""What packages bring along: found by entry points, selected by name, refused by name.

Nothing of a package is imported before it is selected.
"""

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from trading_api.shared.errors import ConfigurationError


class PlugIns:
    """All that there are of one kind: the product's own, then those of installed packages."""

    def __init__(
        self, kind: str, group: str, built_in: Sequence[EntryPoint], methods: Sequence[str]
    ) -> None:
        """`kind` is what messages call one, such as "module"; `methods` what each must have."""
        self._kind = kind
        self._group = group
        self._built_in = built_in
        self._methods = methods

    def known(self) -> list[EntryPoint]:
        """Return all that could be selected; a name may occur twice."""
        found = entry_points(group=self._group)
        installed = sorted(found, key=lambda point: (point.name, self.origin(point)))
        return [*self._built_in, *installed]

    def find(self, name: str) -> EntryPoint:
        """Return who offers `name`.

        Raises:
            ConfigurationError: nobody does, or more than one.
        """
        known = self.known()
        found = [point for point in known if point.name == name]
        if not found:
            names = ", ".join(dict.fromkeys(point.name for point in known))
            raise ConfigurationError(f"unknown {self._kind} {name!r}: expected one of {names}")
        if len(found) > 1:
            owners = " and ".join(map(self.origin, found))
            raise ConfigurationError(
                f"{self._kind} {name!r}: expected one package to offer it, got {owners}; uninstall"
                " all but one, or rename its entry point"
            )
        return found[0]

    def origin(self, point: EntryPoint) -> str:
        """Return the distribution behind `point`, as in `acme-weather 1.0`."""
        if point in self._built_in:
            return "Trading Pro itself"
        return f"{point.dist.name} {point.dist.version}" if point.dist else point.value

    def make(self, point: EntryPoint, settings: object) -> Any:
        """Import what `point` offers and call it with the settings; our own is trusted.

        Raises:
            ConfigurationError: it cannot be imported or made, or is not what it should be.
        """
        if point in self._built_in:
            return point.load()(settings)
        try:
            offered = point.load()
        except Exception as error:
            raise self.unimportable(point, error) from error
        if not callable(offered):
            came = type(offered).__name__
            why = f"expected a class that is called with the settings, got a {came}"
            raise self.broken(point, why)
        try:
            made = offered(settings)
        except Exception as error:
            why = f"cannot be made of the settings ({_said(error)})"
            raise self.broken(point, why) from error
        return self._checked(point, made)

    def _checked(self, point: EntryPoint, made: Any) -> Any:
        missing = [name for name in self._methods if not callable(getattr(made, name, None))]
        if missing:
            why = f"expected a {self._kind}, got one without {', '.join(missing)}"
            raise self.broken(point, why)
        if getattr(made, "name", None) != point.name:
            came = repr(getattr(made, "name", None))
            raise self.broken(point, f"expected its `name` to be {point.name!r}, got {came}")
        return made

    def unimportable(self, point: EntryPoint, error: Exception) -> ConfigurationError:
        """Return the refusal of what raised while it was imported."""
        remedy = f"`python -c 'import {point.module}'` shows where"
        return self.broken(point, f"cannot be imported ({_said(error)}); {remedy}")

    def broken(self, point: EntryPoint, why: str) -> ConfigurationError:
        """Return the refusal of what a package offers."""
        owner = f"{self._kind} {point.name!r} of {self.origin(point)} ({point.value})"
        return ConfigurationError(f"{owner}: {why}")


def _said(error: Exception) -> str:
    if isinstance(error, ConfigurationError):
        return str(error)
    return f"{type(error).__name__}: {error}"
