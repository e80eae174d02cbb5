"""Reads task sheets: workbooks, and tables kept as text with separators."""
