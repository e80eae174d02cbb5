"""The thesaurus: SKOS in, labels and broader concepts out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.errors import ThesaurusError
from ontology.rdf import PREFIXES

SKOS = PREFIXES["skos"]
SCHEMES: Mapping[str, str] = {"topics": "topic", "functions": "function"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: its slug, its labels, and the slugs of its broader concepts.

    `scheme` is topic, function or accepted. `hidden` labels are short forms that stand only inside
    the name of a section (基教, 体卫艺 → 体, 卫, 艺).
    """

    id: str
    name: str
    name_en: str
    alternatives: tuple[str, ...]
    broader: tuple[str, ...]
    scheme: str = "topic"
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thesaurus:
    """All concepts by slug, in the order of the slugs."""

    concepts: Mapping[str, Concept]

    @cached_property
    def labels(self) -> dict[str, str]:
        """Chinese labels of what texts name, with the concept that each stands for.

        Functions are not among them: they are told by the names of departments alone.
        """
        return {label: concept.id for concept in self.concepts.values()
                if concept.scheme != "function" for label in (concept.name, *concept.alternatives)}

    @cached_property
    def functions(self) -> dict[str, str]:
        """Chinese labels of functions, short forms among them, with the function of each."""
        return {label: concept.id for concept in self.concepts.values()
                if concept.scheme == "function"
                for label in (concept.name, *concept.alternatives, *concept.hidden)}

    def line(self, slug: str) -> Iterator[Concept]:
        """Yield a concept and all broader ones, each once."""
        waiting, seen = [slug], set()
        while waiting:
            current = self.concepts[waiting.pop()]
            if current.id not in seen:
                seen.add(current.id)
                yield current
                waiting.extend(current.broader)


@cache
def load() -> Thesaurus:
    """Load the thesaurus that comes with the package."""
    return read((files("ontology") / "concepts.ttl").read_bytes())


def read(turtle: bytes) -> Thesaurus:
    """Read a thesaurus; raise ThesaurusError where a concept lacks a label or a broader one."""
    texts: dict[str, dict[str, list[Literal]]] = {}
    links: dict[str, set[str]] = {}
    schemes: dict[str, str] = {}
    try:
        quads = list(parse(turtle, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise ThesaurusError(f"the thesaurus is no Turtle: {error}") from error
    for quad in quads:
        slug = _slug(quad.subject)
        if isinstance(quad.object, Literal):
            texts.setdefault(slug, {}).setdefault(quad.predicate.value, []).append(quad.object)
        elif quad.predicate.value == f"{SKOS}broader":
            links.setdefault(slug, set()).add(_slug(quad.object))
        elif quad.predicate.value == f"{SKOS}inScheme":
            schemes[slug] = _slug(quad.object)
        elif quad.object == NamedNode(f"{SKOS}Concept"):
            links.setdefault(slug, set())
    concepts = {slug: _concept(slug, texts.get(slug, {}), links[slug], schemes.get(slug, "topics"))
                for slug in sorted(links)}
    for concept in concepts.values():
        for wider in concept.broader:
            if wider not in concepts:
                raise ThesaurusError(f"concept {concept.id}: broader {wider!r} is no concept.")
    bearers: dict[tuple[str, str], str] = {}
    for concept in concepts.values():
        for label in (concept.name, *concept.alternatives, *concept.hidden):
            bearer = bearers.setdefault((concept.scheme, label), concept.id)
            if bearer != concept.id:
                raise ThesaurusError(f"label {label!r} stands in {bearer} and in "
                                     f"{concept.id}; one concept of a scheme may bear it.")
    return Thesaurus(concepts)


def _concept(slug: str, texts: Mapping[str, list[Literal]], broader: set[str],
             scheme: str) -> Concept:
    names = {label.language: label.value for label in texts.get(f"{SKOS}prefLabel", [])}
    if {"zh", "en"} - names.keys():
        raise ThesaurusError(f"concept {slug}: a preferred label in zh and in en is needed.")
    if scheme not in SCHEMES:
        raise ThesaurusError(f"concept {slug}: its scheme {scheme!r} is none of "
                             f"{', '.join(SCHEMES)}.")
    alternatives, hidden = (
        tuple(sorted(label.value for label in texts.get(f"{SKOS}{kind}", [])
                     if label.language == "zh")) for kind in ("altLabel", "hiddenLabel"))
    return Concept(slug, names["zh"], names["en"], alternatives, tuple(sorted(broader)),
                   SCHEMES[scheme], hidden)


def _slug(term: object) -> str:
    if not isinstance(term, NamedNode):
        raise ThesaurusError(f"{term} is no IRI; every concept has one.")
    return term.value.rsplit("/", 1)[-1]
