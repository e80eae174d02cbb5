"""Reads the statements of a thesaurus in Turtle, as they stand, faults and all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.errors import ThesaurusError
from ontology.rdf import PREFIXES

SKOS = PREFIXES["skos"]
LABELS = ("prefLabel", "altLabel", "hiddenLabel")
LINKS = ("broader", "related", "inScheme", "topConceptOf")
MARK = re.compile(r"[“”‘’\"'「」《》 \n、]")    # may stand inside a term and does not count


@dataclass(slots=True)
class Entry:
    """A concept as the file states it.

    `texts` holds (language, text) and `links` slugs, both by the last part of the property's name.
    """

    id: str
    texts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)

    def chinese(self, *kinds: str) -> list[str]:
        """Return the Chinese texts of some kinds; all labels where none is named."""
        return [text for kind in kinds or LABELS for language, text in self.texts.get(kind, ())
                if language == "zh"]

    @property
    def scheme(self) -> str:
        """The scheme that the concept is in; the topics where none is stated."""
        return self.links.get("inScheme", ["topics"])[0]

    @property
    def broader(self) -> list[str]:
        """The slugs of the broader concepts."""
        return self.links.get("broader", [])


def plain(label: str) -> str:
    """Return a label as it is matched, without blanks and quotation marks."""
    return MARK.sub("", label)


def entries(turtle: bytes) -> Mapping[str, Entry]:
    """Return the concepts of a Turtle text by slug, in its order; raise ThesaurusError."""
    found: dict[str, Entry] = {}
    concepts: set[str] = set()
    try:
        quads = list(parse(turtle, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise ThesaurusError(f"the thesaurus is no Turtle: {error}") from error
    for quad in quads:
        slug = _slug(quad.subject)
        entry = found.setdefault(slug, Entry(slug))
        name = quad.predicate.value.removeprefix(SKOS)
        if isinstance(quad.object, Literal):
            entry.texts.setdefault(name, []).append((quad.object.language or "", quad.object.value))
        elif name in LINKS:
            entry.links.setdefault(name, []).append(_slug(quad.object))
        elif quad.object == NamedNode(f"{SKOS}Concept"):
            concepts.add(slug)
    # What is said to have a broader concept is meant as one, whatever else is missing.
    return {slug: entry for slug, entry in found.items() if slug in concepts or entry.broader}


def _slug(term: object) -> str:
    if not isinstance(term, NamedNode):
        raise ThesaurusError(f"{term} is no IRI; every concept has one.")
    return term.value.rsplit("/", 1)[-1]
