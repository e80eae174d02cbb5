"""A link to a server that can be slow, fall silent, break, or tell another version."""

import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

HOST = "127.0.0.1"


class Proxy:
    """Passes bytes between a port of its own and that of a server, until it is closed.

    `delay` holds each piece of an answer back for so many seconds, `silent` holds all of them;
    `told` replaces words of the answers by others of the same length. After `after` bytes of what
    the client sends, `then` is called, once. `sent` keeps what the client sent.
    """

    def __init__(self, port: int, *, told: Mapping[bytes, bytes] | None = None, after: int = 0,
                 then: Callable[[], None] | None = None) -> None:
        self._target = port
        self.told = dict(told or {})
        self._after = after
        self._then = then
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self.delay = 0.0
        self.silent = False
        self.sent = bytearray()
        self._listener = socket.create_server((HOST, 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> "Proxy":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all links."""
        self.silent = False
        for one in (self._listener, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                try:
                    server = socket.create_connection((HOST, self._target))
                except OSError:  # it is being restarted
                    client.close()
                    continue
                self._open += client, server
                for work in ((client, server, self._forth), (server, client, self._back)):
                    threading.Thread(target=self._pass, args=work, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket,
              look: Callable[[bytes], bytes]) -> None:
        with suppress(OSError):
            while piece := source.recv(65536):
                target.sendall(look(piece))
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _forth(self, piece: bytes) -> bytes:
        with self._lock:
            self.sent += piece
            then = self._then if len(self.sent) > self._after else None
            if then:
                self._then = None
        if then:
            then()
        return piece

    def _back(self, piece: bytes) -> bytes:
        time.sleep(self.delay)
        while self.silent:
            time.sleep(0.05)
        for old, new in self.told.items():
            piece = piece.replace(old, new)
        return piece
