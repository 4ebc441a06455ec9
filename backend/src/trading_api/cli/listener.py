"""Where the server may listen, and the socket bound there."""

import errno
import ipaddress
import socket

from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError


def bind(settings: Settings) -> socket.socket:
    """Return a socket bound to the configured address.

    It listens already, but for one that shares its port: whom the kernel gave to it would wait for
    the end of its start, while the other process could answer at once.

    Raises:
        ConfigurationError: the address is open to others without leave, taken or not ours.
    """
    _refuse_open_address(settings)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if settings.reuse_port:
        _share_port(listener)
    try:
        listener.bind((settings.host, settings.port))
        if not settings.reuse_port:
            # Two sockets may bind one port until the first listens.
            listener.listen()
    except OSError as refused:
        listener.close()
        raise ConfigurationError(_reason(refused, settings)) from None
    listener.set_inheritable(True)
    return listener


def url_of(listener: socket.socket) -> str:
    """Return the address that a browser on this machine opens."""
    host, port = listener.getsockname()[:2]
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"


def is_loopback(host: str) -> bool:
    """Tell whether `host` is reachable from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_open_address(settings: Settings) -> None:
    if not is_loopback(settings.host) and not settings.allow_unauthenticated:
        raise ConfigurationError(
            f"--host: expected a loopback address such as 127.0.0.1, got {settings.host!r}: "
            "whoever reaches it could trade; add --allow-unauthenticated to allow that"
        )


def _share_port(listener: socket.socket) -> None:
    option = getattr(socket, "SO_REUSEPORT", None)
    if option is None:
        raise ConfigurationError("--reuse-port: this system cannot share a port; leave it out")
    listener.setsockopt(socket.SOL_SOCKET, option, 1)


def _reason(refused: OSError, settings: Settings) -> str:
    if refused.errno == errno.EADDRINUSE:
        taken = f"port {settings.port} on {settings.host}"
        return f"{taken} is in use; choose another with --port or TP_PORT"
    if refused.errno == errno.EACCES:
        return f"port {settings.port} needs rights that this user lacks; choose one above 1023"
    return f"cannot listen on {settings.host}:{settings.port}: {refused.strerror or refused}"
