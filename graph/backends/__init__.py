"""The engines that keep a graph, and how a URL opens one."""

from graph.backends.schemes import BACKENDS, Address, Backend, find, open_store

__all__ = ["BACKENDS", "Address", "Backend", "find", "open_store"]
