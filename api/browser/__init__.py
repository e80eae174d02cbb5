"""What Neo4j Browser needs to show this graph well: a style, a guide, saved queries, settings.

All of it is computed: colours from `looks.yaml`, slides from `slides.yaml`, the words of columns
and parameters from `words.yaml`, types from the ontology, questions from the catalogue of queries.
`neo4j.conf` holds the settings of the server.
"""
