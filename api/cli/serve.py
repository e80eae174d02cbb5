"""`edupolicy serve`: the API on this machine."""

import os
import socket
from copy import deepcopy
from typing import Annotated

import typer

from api.cli.messages import say
from api.errors import UsageError


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.", min=0,
                                      max=65535)] = 8000,
) -> None:
    """Serve the API until Ctrl-C; its documentation is at /docs.

    \b
    Example:
      edupolicy serve --port 8080
    """
    import uvicorn
    from uvicorn.config import LOGGING_CONFIG

    from api.app import create_app
    from api.settings import read

    app = create_app(read())
    logging = deepcopy(LOGGING_CONFIG)
    logging["handlers"]["access"]["stream"] = "ext://sys.stderr"
    with _listen(host, port) as listener:
        taken = listener.getsockname()[1]
        say(f"The API is at http://{f'[{host}]' if ':' in host else host}:{taken}, its "
            "documentation at /docs; Ctrl-C ends it.")
        uvicorn.Server(uvicorn.Config(app, log_config=logging)).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """Take the port, or say who cannot have it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except socket.gaierror as error:
        raise UsageError(f"There is no address {host!r} to listen on; --host takes another.") \
            from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise UsageError(f"The API cannot listen on {host}, port {port} ({reason}); stop what "
                         "uses it, or take another one with --port.") from error
