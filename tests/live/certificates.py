"""Certificates of an authority that only the tests know, made by OpenSSL."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.neo4j.programs import find

# The names of the settings are Neo4j's; OPTIONAL lets the same port be asked in the clear, too.
SETTINGS = {
    "dbms.ssl.policy.bolt.enabled": "true",
    "dbms.ssl.policy.bolt.base_directory": "certificates/bolt",
    "dbms.ssl.policy.bolt.client_auth": "NONE",
    "server.bolt.tls_level": "OPTIONAL",
}


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority: its certificate, and the key by which it signs."""

    certificate: Path
    key: Path


def authority(folder: Path) -> Authority:
    """Make an authority; raises MissingToolError without OpenSSL."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Authority(folder / "authority.pem", folder / "authority.key")
    _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
             "-subj", "/CN=Authority of the tests", "-keyout", made.key, "-out", made.certificate)
    return made


def sign(home: Path, by: Authority, *, name: str = "IP:127.0.0.1,DNS:localhost") -> None:
    """Put a key and a certificate for this machine where SETTINGS has a server look for them."""
    folder = home / "certificates" / "bolt"
    folder.mkdir(parents=True)
    request, names = folder / "request.csr", folder / "names.txt"
    names.write_text(f"subjectAltName={name}\n", "utf-8")
    _openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Neo4j of the tests",
             "-keyout", folder / "private.key", "-out", request)
    _openssl("x509", "-req", "-in", request, "-CA", by.certificate, "-CAkey", by.key,
             "-CAcreateserial", "-days", "2", "-extfile", names, "-out", folder / "public.crt")


def _openssl(*arguments: str | Path) -> None:
    subprocess.run([find("openssl"), *arguments], check=True, capture_output=True)
