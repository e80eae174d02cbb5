"""Tests against a real Neo4j server and a real Neo4j Browser."""
