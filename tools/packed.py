"""A server on this machine that sends what it has with brotli, as a real one does: python
tools/packed.py FOLDER PORT."""

import functools
import http.server
import mimetypes
import sys
from pathlib import Path

import brotli

packed = functools.lru_cache(maxsize=None)(
    lambda path: brotli.compress(path.read_bytes(), quality=11)
)


class Packed(http.server.SimpleHTTPRequestHandler):
    """A server that sends what it has with brotli."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = packed(path) if found else b""
        self.send_response(200 if found else 404)
        self.send_header(
            "Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        )
        if found:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(
        ("127.0.0.1", int(sys.argv[2])), functools.partial(Packed, directory=sys.argv[1])
    ).serve_forever()
