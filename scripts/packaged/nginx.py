"""nginx with the configuration that the product ships, on free ports and short times."""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import tools
from .address import Address, free_port
from .wheel import ROOT

SHIPPED = ROOT / "packaging" / "nginx" / "trading-pro.conf"
NAME = "trade.example"
START_LIMIT_S = 10
MAIN = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/errors notice;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/trading-pro.conf;
}}
"""


@dataclass
class Nginx:
    """A running nginx in `folder`, in front of a server."""

    folder: Path
    address: Address
    plain_port: int
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        program = tools.find("nginx")
        assert program is not None, tools.REMEDIES["nginx"]
        command = [program, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]
        self.process = subprocess.Popen([*command, "-e", str(self.folder / "errors")])
        self._wait_until_it_listens()

    def stop(self) -> None:
        """End it at once, as a restart of the machine's nginx would: connections are cut."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(START_LIMIT_S)
            self.process = None

    def errors(self) -> str:
        return (self.folder / "errors").read_text(encoding="utf-8")

    def _wait_until_it_listens(self) -> None:
        command = ["sh", "-c", f"until [ -s {self.folder}/pid ]; do sleep 0.05; done"]
        subprocess.run(command, timeout=START_LIMIT_S, check=True)


@contextmanager
def nginx_before(server: Address, changes: Mapping[str, str] | None = None) -> Iterator[Nginx]:
    """Run nginx in front of `server`; `changes` are further texts of the shipped configuration."""
    with tempfile.TemporaryDirectory(prefix="trading-pro-nginx-") as name:
        folder = Path(name)
        # Its workers are no root and have files of their own in there.
        folder.chmod(0o755)
        certificate, key = _certificate(folder)
        port, plain_port = free_port(), free_port()
        places = {
            "listen 80;": f"listen 127.0.0.1:{plain_port};",
            "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
            "127.0.0.1:8000": f"127.0.0.1:{server.port}",
            "/etc/ssl/certs/trade.example.pem": str(certificate),
            "/etc/ssl/private/trade.example.key": str(key),
        }
        text = replaced(SHIPPED.read_text(encoding="utf-8"), {**places, **(changes or {})})
        (folder / "trading-pro.conf").write_text(text, encoding="utf-8")
        (folder / "nginx.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
        nginx = Nginx(folder, Address(port, NAME, certificate), plain_port)
        nginx.start()
        try:
            yield nginx
        finally:
            nginx.stop()


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """Put in each change; what is not there to be changed is a mistake."""
    for old, new in changes.items():
        assert old in text, f"the configuration has no {old!r}"
        text = text.replace(old, new)
    return text


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    subject = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *subject, *files], check=True, capture_output=True)
    return certificate, key
