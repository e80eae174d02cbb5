"""The small questions that find what a name stands for in the graph.

Each is asked in the store's own language. A place comes with those it lies in, one row for each;
a department with the place that it serves.
"""

from collections.abc import Mapping
from itertools import chain

from graph import Language, Limits, Rows, Store
from ontology import Ref
from queries.parameters import NAMED

Texts = Mapping[Language, str]
LIMITS = Limits(seconds=10, rows=50_000)

CONCEPTS: Texts = {
    Language.CYPHER: "MATCH (c:Concept) RETURN c.id AS id, c.name AS name, c.name_en AS name_en",
    Language.SPARQL: """
        SELECT ?id ?name ?name_en WHERE {
          ?id a edu:Concept ; skos:prefLabel ?name FILTER(LANG(?name) = 'zh')
          OPTIONAL { ?id skos:prefLabel ?name_en FILTER(LANG(?name_en) = 'en') }
        }"""}
LOCALITIES: Texts = {
    Language.CYPHER: """
        MATCH (l:Locality) WHERE l.name STARTS WITH $name OR $name ENDS WITH l.name
        OPTIONAL MATCH (l)-[:PART_OF*1..4]->(p:Locality)
        RETURN l.id AS id, l.name AS name, p.name AS wider, p.level AS level""",
    Language.SPARQL: """
        SELECT ?id ?name ?wider ?level WHERE {
          ?id a edu:Locality ; skos:prefLabel ?name .
          FILTER(STRSTARTS(STR(?name), $name) || STRENDS($name, STR(?name)))
          OPTIONAL { ?id dcterms:isPartOf+ ?p . ?p skos:prefLabel ?wider ; edu:level ?level }
        }"""}
DEPARTMENTS: Texts = {  # of that name
    Language.CYPHER: """
        MATCH (d:Department) WHERE d.name = $name OR d.full_name = $name
        OPTIONAL MATCH (d)-[:LOCATED_IN]->(l:Locality)
        RETURN d.id AS id, d.name AS name, d.full_name AS full_name, l.id AS place_id,
               l.name AS place""",
    Language.SPARQL: """
        SELECT ?id ?name ?full_name ?place_id ?place WHERE {
          ?id a edu:Department ; skos:prefLabel ?name ; edu:fullName ?full_name .
          FILTER(STR(?name) = $name || ?full_name = $name)
          OPTIONAL { ?id edu:locatedIn ?place_id OPTIONAL { ?place_id skos:prefLabel ?place } }
        }"""}
DEPARTMENT_PARTS: Texts = {  # whose full name holds it
    Language.CYPHER: DEPARTMENTS[Language.CYPHER].replace(
        "d.name = $name OR d.full_name = $name", "d.full_name CONTAINS $name"),
    Language.SPARQL: DEPARTMENTS[Language.SPARQL].replace(
        "STR(?name) = $name || ?full_name = $name", "CONTAINS(?full_name, $name)")}
NAMES: Mapping[str, Texts] = {  # all there are, to offer the nearest
    "locality": {
        Language.CYPHER: "MATCH (l:Locality) RETURN DISTINCT l.name AS name",
        Language.SPARQL: """
            SELECT DISTINCT ?name WHERE { ?l a edu:Locality ; skos:prefLabel ?name }"""},
    "department": {
        Language.CYPHER: "MATCH (d:Department) RETURN DISTINCT d.name AS name, d.full_name AS full",
        Language.SPARQL: """
            SELECT DISTINCT ?name ?full WHERE {
              ?d a edu:Department ; skos:prefLabel ?name ; edu:fullName ?full
            }"""}}
HELD: Texts = {
    Language.CYPHER: "MATCH (n:{type}) WHERE n.id = $id RETURN n.id AS id",
    Language.SPARQL: "SELECT ?is WHERE {{ $id ?is edu:{type} }}"}


def look(store: Store, texts: Texts, name: str | None = None) -> list[dict[str, str]]:
    """Return the rows that a store answers; absent values are left out."""
    rows = _ask(store, texts, name)
    return [{column: str(cell) for column, cell in zip(rows.columns, row, strict=True)
             if cell is not None} for row in rows.rows]


def holds(store: Store, kind: str, node_id: str) -> bool:
    """Tell whether the graph holds a node; only concepts, places and departments are asked for."""
    rows = store.run(HELD[store.language].format(type=NAMED[kind]), {"id": Ref(kind, node_id)},
                     LIMITS)
    return bool(rows.rows)


def names(store: Store, kind: str) -> list[str]:
    """Return every name of a kind that the graph holds, by code point."""
    rows = _ask(store, NAMES[kind])
    return sorted({str(cell) for cell in chain(*rows.rows) if cell is not None})


def _ask(store: Store, texts: Texts, name: str | None = None) -> Rows:
    return store.run(texts[store.language], {} if name is None else {"name": name}, LIMITS)
