"""Programs of the system that `make neo4j` and the tests run, and how a reader installs them."""

import shutil

INSTALL = {
    "java": "Java 17: `apt-get install openjdk-17-jre-headless` or `brew install openjdk@17`",
    "mvn": "Maven: `apt-get install maven` or `brew install maven`",
    "chromium": "Chromium and a Chinese font: `apt-get install chromium fonts-noto-cjk`",
    "docker-compose": "Docker Compose: `apt-get install --no-install-recommends docker-compose`",
    "openssl": "OpenSSL: `apt-get install openssl` or `brew install openssl`",
    "wget": "Wget: `apt-get install wget` or `brew install wget`",
}


class MissingToolError(Exception):
    """A program is not on the PATH; the message says how to install it."""


def find(tool: str) -> str:
    """Return the path of a program named in INSTALL.

    Raises MissingToolError when it is not on the PATH.
    """
    path = shutil.which(tool)
    if path is None:
        raise MissingToolError(f"`{tool}` was not found on the PATH; install {INSTALL[tool]}.")
    return path
