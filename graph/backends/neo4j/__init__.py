"""Neo4j: `store.py` is the backend; what stands beside it opens, fills and examines a server."""
