"""How a command of this machine asks a server of this machine."""

from urllib.request import ProxyHandler, build_opener

# A proxy that the environment names is for the world, not for this machine.
LOCAL = build_opener(ProxyHandler({}))
