"""What our runner adds to an engine's own call, for each named query, and how quick rdflib is.

The runner resolves names, asks the question, counts what is left out, casts and orders the rows.
The bare call runs the question's final text with its final parameters and reads all rows, nothing
more. rdflib answers the SPARQL text once over the same triples in memory. Rows must be as many.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

import neo4j
from rich.table import Table

from api.workspace import Workspace
from bench import data
from bench.bare import Bare, Ladybug, Neo4j, Oxigraph, Params, Rdflib, capped
from bench.rounds import interleave
from bench.screen import table
from graph import Language, Limits, Rows, Store, open_store
from graph.backends.schemes import credentials
from ontology import Batch, load, thesaurus
from ontology.rdf import DEFAULT_BASE, namespace
from queries import Query, catalog, run

ROUNDS = 25
AIM = 5.0  # milliseconds on top of the bare call
CAP = 60  # seconds that rdflib is given
SERVER = "EDUPOLICY_BENCH_NEO4J"
