"""The graph: ledger, stores, export and counts."""

from graph.backends import open_store
from graph.store import Cell, Language, Limits, Param, Rows, Store

__all__ = ["Cell", "Language", "Limits", "Param", "Rows", "Store", "open_store"]
