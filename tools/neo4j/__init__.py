"""A real Neo4j server without Docker: plain Java, its jars brought by Maven."""
