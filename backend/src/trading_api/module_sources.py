"""Modules by name: the product's own, and those that other packages bring along.

A package offers a module by an entry point of the group `trading_pro.modules`: its name is the
module's, its object is called with the settings. Nothing of it is imported before it is enabled.
"""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.module_interface import Module
from trading_api.shared.ws.codegen import bring_up_to_date

GROUP = "trading_pro.modules"
BUILT_IN = (
    EntryPoint("datafeed", "trading_api.modules.datafeed:DatafeedModule", GROUP),
    EntryPoint("broker", "trading_api.modules.broker:BrokerModule", GROUP),
    EntryPoint("udf", "trading_api.modules.udf:UdfModule", GROUP),
    EntryPoint("operations", "trading_api.modules.operations:OperationsModule", GROUP),
)
METHODS = ("get_api_routers", "get_ws_routers", "configure_app")


def load_modules(names: Iterable[str], settings: Settings) -> list[Module]:
    """Return the named modules, each once; the generated routers of our own must be current.

    Raises:
        ConfigurationError: a name is unknown or taken twice, or what a package offers is broken.
    """
    return [_load(find_source(name), settings) for name in dict.fromkeys(names)]


def sources() -> list[EntryPoint]:
    """Return all that could be enabled, our own first; a name may occur twice."""
    installed = sorted(entry_points(group=GROUP), key=lambda point: (point.name, origin(point)))
    return [*BUILT_IN, *installed]


def find_source(name: str) -> EntryPoint:
    """Return who offers the module `name`.

    Raises:
        ConfigurationError: nobody does, or more than one.
    """
    known = sources()
    found = [point for point in known if point.name == name]
    if not found:
        names = ", ".join(dict.fromkeys(point.name for point in known))
        raise ConfigurationError(f"unknown module {name!r}: expected one of {names}")
    if len(found) > 1:
        owners = " and ".join(map(origin, found))
        raise ConfigurationError(
            f"module {name!r}: expected one package to offer it, got {owners}; uninstall all but"
            " one, or rename its entry point"
        )
    return found[0]


def origin(point: EntryPoint) -> str:
    """Return the distribution behind `point`, as in `acme-weather 1.0`."""
    if point in BUILT_IN:
        return "Trading Pro itself"
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


def module_folder(point: EntryPoint) -> Path | None:
    """Return the folder in which the module's `ws.py` would lie, without importing the module.

    None for a module that is a single file of its own: it has no place for generated routers.
    """
    spec = find_spec(point.module)
    if spec is None or spec.origin is None or not spec.parent:
        return None
    return Path(spec.origin).parent


def stale_routers(point: EntryPoint) -> list[Path]:
    """Return the generated files that differ from the module's `ws.py`; nothing is written.

    Raises:
        ConfigurationError: the `ws.py` cannot be understood.
    """
    folder = module_folder(point)
    return bring_up_to_date(folder, check=True) if folder else []


def _load(point: EntryPoint, settings: Settings) -> Module:
    if point in BUILT_IN:
        built_in: Module = point.load()(settings)
        return built_in
    try:
        _refuse_stale(point)
        offered = point.load()
    except ConfigurationError:
        raise
    except Exception as error:
        remedy = f"`python -c 'import {point.module}'` shows where"
        raise _broken(point, f"cannot be imported ({_said(error)}); {remedy}") from error
    return _made(point, offered, settings)


def _refuse_stale(point: EntryPoint) -> None:
    stale = stale_routers(point)
    if stale:
        names = ", ".join(path.name for path in stale)
        remedy = f"its author runs `trading-pro routers generate {stale[0].parents[1]}`"
        raise _broken(point, f"has generated routers that are out of date ({names}); {remedy}")


def _made(point: EntryPoint, offered: Any, settings: Settings) -> Module:
    if not callable(offered):
        came = type(offered).__name__
        raise _broken(point, f"expected a class that is called with the settings, got a {came}")
    try:
        module: Module = offered(settings)
    except Exception as error:
        raise _broken(point, f"cannot be made of the settings ({_said(error)})") from error
    missing = [name for name in METHODS if not callable(getattr(module, name, None))]
    if missing:
        raise _broken(point, f"expected a module, got one without {', '.join(missing)}")
    if getattr(module, "name", None) != point.name:
        came = repr(getattr(module, "name", None))
        raise _broken(point, f"expected its `name` to be {point.name!r}, got {came}")
    return module


def _broken(point: EntryPoint, why: str) -> ConfigurationError:
    return ConfigurationError(f"module {point.name!r} of {origin(point)} ({point.value}): {why}")


def _said(error: Exception) -> str:
    if isinstance(error, ConfigurationError):
        return str(error)
    return f"{type(error).__name__}: {error}"
