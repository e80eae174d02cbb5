"""The doors: command line and HTTP; the only place where ingest meets graph."""
