"""The thesaurus: SKOS in, labels and broader concepts out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from ontology import lint, skos
from ontology.errors import ThesaurusError
from ontology.terms import Term

SCHEMES: Mapping[str, str] = {"topics": "topic", "functions": "function"}


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: its slug, its labels, and the slugs of its broader concepts.

    `scheme` is topic, function or accepted. `hidden` labels are short forms that stand only inside
    the name of a section (基教, 体卫艺 → 体, 卫, 艺). `related` are the slugs of concepts that
    either side says to be related; `note` tells what is meant where the name leaves it open.
    """

    id: str
    name: str
    name_en: str
    alternatives: tuple[str, ...]
    broader: tuple[str, ...]
    scheme: str = "topic"
    hidden: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    note: str = ""


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

    @cached_property
    def above(self) -> dict[str, frozenset[str]]:
        """All that is broader than each concept."""
        return {slug: frozenset(one.id for one in self.line(slug)) - {slug}
                for slug in self.concepts}

    def line(self, slug: str) -> Iterator[Concept]:
        """Yield a concept and all broader ones, each once."""
        waiting, seen = [slug], set()
        while waiting:
            current = self.concepts[waiting.pop()]
            if current.id not in seen:
                seen.add(current.id)
                yield current
                waiting.extend(current.broader)

    def with_terms(self, terms: tuple[Term, ...]) -> "Thesaurus":
        """Return a thesaurus with accepted terms as concepts of their own scheme.

        A term that has become a label since is left out, like a broader concept that is gone.
        """
        bearers = {skos.plain(label): slug for label, slug in self.labels.items()}
        new = {one.id: one for one in terms if one.term not in bearers}
        known = {one.id: bearers.get(one.term, one.id) for one in terms} | {
            slug: slug for slug in self.concepts}
        added = {slug: Concept(slug, one.term, one.english, (),
                               (known[one.broader],) if one.broader in known else (), "accepted")
                 for slug, one in new.items()}
        return Thesaurus(dict(sorted({**self.concepts, **added}.items())))


@cache
def load() -> Thesaurus:
    """Load the thesaurus that comes with the package."""
    return read((files("ontology") / "concepts.ttl").read_bytes())


@lru_cache(maxsize=8)
def extended(terms: tuple[Term, ...]) -> Thesaurus:
    """Return the thesaurus of the package with accepted terms, the same one each time."""
    return load().with_terms(terms) if terms else load()


def read(turtle: bytes) -> Thesaurus:
    """Read a thesaurus; raise ThesaurusError at the first fault that makes it useless."""
    every = skos.entries(turtle)
    for rule in (lint.unknown, lint.cycles, lint.doubled):
        for fault in rule(every):
            raise ThesaurusError(fault)
    related: dict[str, set[str]] = {slug: set() for slug in every}
    for slug, entry in every.items():
        for other in entry.links.get("related", ()):
            related[slug].add(other)
            related[other].add(slug)
    return Thesaurus({slug: _concept(every[slug], related[slug]) for slug in sorted(every)})


def _concept(entry: skos.Entry, related: set[str]) -> Concept:
    names = dict(entry.texts.get("prefLabel", ()))
    if {"zh", "en"} - names.keys():
        raise ThesaurusError(f"concept {entry.id}: a preferred label in zh and in en is needed.")
    if entry.scheme not in SCHEMES:
        raise ThesaurusError(f"concept {entry.id}: its scheme {entry.scheme!r} is none of "
                             f"{', '.join(SCHEMES)}.")
    return Concept(
        entry.id, names["zh"], names["en"], tuple(sorted(entry.chinese("altLabel"))),
        tuple(sorted(entry.broader)), SCHEMES[entry.scheme],
        tuple(sorted(entry.chinese("hiddenLabel"))), tuple(sorted(related)),
        " ".join(entry.chinese("scopeNote")))
