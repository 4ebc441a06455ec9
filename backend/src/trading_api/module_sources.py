"""Modules by name: the product's own, and those that other packages bring along.

A package offers a module by an entry point of the group `trading_pro.modules`: its name is the
module's, its object is called with the settings. Nothing of it is imported before it is enabled.
"""

from collections.abc import Iterable
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path

from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.module_interface import Module
from trading_api.shared.plug_ins import PlugIns
from trading_api.shared.ws.codegen import bring_up_to_date

GROUP = "trading_pro.modules"
BUILT_IN = (
    EntryPoint("datafeed", "trading_api.modules.datafeed:DatafeedModule", GROUP),
    EntryPoint("broker", "trading_api.modules.broker:BrokerModule", GROUP),
    EntryPoint("operations", "trading_api.modules.operations:OperationsModule", GROUP),
    EntryPoint("udf", "trading_api.modules.udf:UdfModule", GROUP),
    EntryPoint("workspace", "trading_api.modules.workspace:WorkspaceModule", GROUP),
)
METHODS = ("get_api_routers", "get_ws_routers", "configure_app")
MODULES = PlugIns("module", GROUP, BUILT_IN, METHODS)


def load_modules(names: Iterable[str], settings: Settings) -> list[Module]:
    """Return the named modules, each once; the generated routers of our own must be current.

    Raises:
        ConfigurationError: a name is unknown or taken twice, or what a package offers is broken.
    """
    return [_load(find_source(name), settings) for name in dict.fromkeys(names)]


def sources() -> list[EntryPoint]:
    """Return all that could be enabled, our own first; a name may occur twice."""
    return MODULES.known()


def find_source(name: str) -> EntryPoint:
    """Return who offers the module `name`.

    Raises:
        ConfigurationError: nobody does, or more than one.
    """
    return MODULES.find(name)


def origin(point: EntryPoint) -> str:
    """Return the distribution behind `point`, as in `acme-weather 1.0`."""
    return MODULES.origin(point)


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
    if point not in BUILT_IN:
        _refuse_stale(point)
    module: Module = MODULES.make(point, settings)
    return module


def _refuse_stale(point: EntryPoint) -> None:
    try:
        stale = stale_routers(point)
    except ConfigurationError:
        raise
    except Exception as error:
        raise MODULES.unimportable(point, error) from error
    if stale:
        names = ", ".join(path.name for path in stale)
        remedy = f"its author runs `trading-pro routers generate {stale[0].parents[1]}`"
        why = f"has generated routers that are out of date ({names}); {remedy}"
        raise MODULES.broken(point, why)
