"""Answers a query text of the data owner's own: read-only, and ended where it takes too much.

The engines' own limits are cooperative (a list of 100 million numbers ignores them), so the text
runs in a process of its own, which is killed when its time is over and may not grow beyond its
memory. It may not make files either.
"""

import resource
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from graph.backends import BACKENDS, open_store
from graph.errors import QueryLimit, StoreError, StoreUnavailable
from graph.refusal import refuse
from graph.rows import out_of_memory, out_of_time
from graph.store import Language, Limits, Rows

START = 60.0  # seconds to start a process and open the store
POOL = 512 << 20  # bytes for an engine's pages
MEMORY = 4 << 30  # bytes of address space beyond the engine's file


def run_bounded(url: str, base: str, text: str, limits: Limits) -> Rows:
    """Answer a text on the store at a URL; raise QueryRefused, QueryLimit or QueryError."""
