"""A server on this machine that sends what it has with brotli, as a real one does: python
tools/packed.py FOLDER PORT."""

import functools
import http.server
import mimetypes
import sys
from pathlib import Path

import brotli


@functools.cache
def packed(path: Path) -> bytes:
    """The bytes of a file as they are sent."""
    return bytes(brotli.compress(path.read_bytes(), quality=11))


class Packed(http.server.SimpleHTTPRequestHandler):
    """A server that sends what it has with brotli."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if path.is_dir():
            path = path / "index.html"
        is_there = path.is_file()
        body = packed(path) if is_there else b""
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", kind)
        if is_there:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: who audits the site reads other words."""


def main() -> None:
    """Serve a folder until it is stopped."""
    folder, port = sys.argv[1], int(sys.argv[2])
    handler = functools.partial(Packed, directory=folder)
    http.server.ThreadingHTTPServer(("127.0.0.1", port), handler).serve_forever()


if __name__ == "__main__":
    main()
