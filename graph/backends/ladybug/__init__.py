"""LadybugDB: `store.py` is the backend; what stands beside it keeps its file and connections."""
