"""Looks at the way to a Neo4j server, from its name to the first words of its protocol.

The driver is not asked: it says only that it cannot connect, and not at which step.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from graph.backends.neo4j.errors import reason
from graph.backends.schemes import Address
from graph.steps import Step, WrongError

PORT = 7687
PATIENCE = 5.0  # seconds for each step
# The greeting of bolt, then four offers: versions 5.0 to 5.8, 4.2 to 4.4, and no others.
HELLO = bytes.fromhex("6060B017 00080805 00020404 00000000 00000000")


class Probe:
    """The way to one server."""

    def __init__(self, address: Address) -> None:
        parts = urlsplit(address.place)
        self._scheme, self._authority = parts.scheme, address.authority
        self._host, self._port = parts.hostname or "", parts.port or PORT

    def steps(self) -> Iterator[Step]:
        """Yield the looks in the order in which a driver goes."""
        yield Step("name", self.name, gate=True)
        yield Step("port", self.port, gate=True)
        yield Step("encryption", self.encryption, gate=True)
        yield Step("protocol", self.protocol, gate=True)

    def name(self) -> tuple[str, str]:
        """Resolve the name of the host."""
        try:
            found = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise WrongError(f"{self._host} is the name of no machine ({error.strerror})",
                             "check the address for a misspelling, and this machine's network") \
                from error
        return f"{self._host} is {', '.join(dict.fromkeys(str(one[4][0]) for one in found))}", ""

    def port(self) -> tuple[str, str]:
        """Connect to the port."""
        try:
            self._connect().close()
        except TimeoutError as error:
            raise WrongError(f"nothing answers on port {self._port} within {PATIENCE:g} s",
                             "a firewall may be between; ask who runs the server") from error
        except OSError as error:
            raise WrongError(f"port {self._port} is closed ({error.strerror})",
                             f"start Neo4j, or check the port: drivers use {PORT}, unless the "
                             "server is told otherwise") from error
        return f"port {self._port} is open", ""

    def encryption(self) -> tuple[str, str]:
        """Begin to encrypt as the scheme asks for."""
        if "+" not in self._scheme:
            return self._clear()
        try:
            with self._connect() as link, self._context().wrap_socket(
                    link, server_hostname=self._host) as hidden:
                version = hidden.version()
        except ssl.SSLCertVerificationError as error:
            raise WrongError(reason(error), self._trust(error)) from error
        except (ssl.SSLError, OSError) as error:
            raise WrongError("the server does not encrypt",
                             f"write {self._scheme.partition('+')[0]}:// in the address, or give "
                             "the server a certificate (dbms.ssl.policy.bolt.enabled=true)") \
                from error
        checked = "not checked" if self._scheme.endswith("+ssc") else "accepted"
        return f"{version}, the certificate is {checked}", ""

    def protocol(self) -> tuple[str, str]:
        """Agree on a version of the protocol."""
        answer = self._greet(hidden="+" in self._scheme)
        if answer.startswith(b"HTTP"):
            raise WrongError(f"port {self._port} is that of a web server, such as Neo4j Browser",
                             f"take the port for drivers, {PORT} unless it was changed")
        if len(answer) < 4:
            raise WrongError("the server does not answer as Neo4j does",
                             "check that the port is that of Neo4j for drivers, and its log")
        if not any(answer):
            raise WrongError("the server speaks no version of bolt that the driver speaks",
                             "Neo4j 5.26 or later is needed")
        return f"bolt {answer[3]}.{answer[2]}", ""

    def _clear(self) -> tuple[str, str]:
        if not self._greet(hidden=False) and self._greet(hidden=True):
            raise WrongError("the server answers encrypted only",
                             f"write {self._scheme}+s:// in the address, or {self._scheme}+ssc:// "
                             "where it signed its certificate itself")
        if self._is_here():
            return "none, on this machine", ""
        return "none: the password goes over the network as it is", \
            f"a server with a certificate is asked with {self._scheme}+s://"

    def _greet(self, *, hidden: bool) -> bytes:
        """Return the answer to the greeting of the protocol; nothing where the link breaks."""
        with suppress(OSError), self._connect() as link:
            if not hidden:
                link.sendall(HELLO)
                return link.recv(4)
            context = self._context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            with context.wrap_socket(link, server_hostname=self._host) as secret:
                secret.sendall(HELLO)
                return secret.recv(4)
        return b""

    def _connect(self) -> socket.socket:
        return socket.create_connection((self._host, self._port), timeout=PATIENCE)

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self._authority or None)
        if self._scheme.endswith("+ssc"):
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context

    def _trust(self, error: ssl.SSLCertVerificationError) -> str:
        if "expired" in error.verify_message or "not yet valid" in error.verify_message:
            return "have the certificate renewed, and look at the clock of this machine"
        if "mismatch" in error.verify_message or "not valid for" in error.verify_message:
            return "write the name in the address that stands in the certificate"
        return ("name the certificate of the authority that signed it in EDUPOLICY_CYPHER_CA"
                if not self._authority else
                f"{self._authority} is not of the authority that signed it; ask who runs the "
                "server for the right one")

    def _is_here(self) -> bool:
        with suppress(ValueError):
            return ip_address(self._host).is_loopback
        return self._host == "localhost"
