"""A real nginx on this machine that serves a site by deploy/nginx.conf, without its certificate."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
BROTLI = next(Path("/usr/lib/nginx/modules").glob("ngx_http_brotli_static_module.so"), None)
MAIN = """{module}
daemon off; pid {folder}/pid; error_log {folder}/errors;
{user}
worker_processes 1;
events {{ }}
http {{ access_log off; {paths} include {folder}/site.conf; {more} }}
"""


@contextlib.contextmanager
def served(site: Path, folder: Path, more: str = "") -> Iterator[str]:
    """The address at which `site` is served; the files of the server go into `folder`. `more` are
    further settings of its http block."""
    for above in (folder, *folder.parents[:-2]):
        with contextlib.suppress(PermissionError):
            above.chmod(above.stat().st_mode | 0o055)
    port = free_port()
    (folder / "site.conf").write_text(_settings(site, port))
    paths = " ".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = MAIN.format(
        module=f"load_module {BROTLI};" if BROTLI else "",
        user="user root;" if os.getuid() == 0 else "",
        folder=folder,
        paths=paths,
        more=more,
    )
    (folder / "nginx.conf").write_text(main)
    server = subprocess.Popen(
        [NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _settings(site: Path, port: int) -> str:
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    maps = "".join(re.findall(r"(?ms)^map .*?^}\n", text))
    server = "server {\n" + text.rpartition("server {\n")[2].replace("/srv/site", str(site))
    server = re.sub(r"listen .*443.*;\n|ssl_.*;\n", "", server).replace(
        "server_name _;", f"listen 127.0.0.1:{port}; server_name _;", 1
    )
    return maps + (server if BROTLI else server.replace("brotli_static on;", ""))


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("nginx did not start")
