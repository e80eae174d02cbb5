"""Writes the graph into files for other tools."""

from graph.export.file import FORMATS, export

__all__ = ["FORMATS", "export"]
