"""Suggests terms that the thesaurus lacks, and decides on them.

A decision changes how texts are read: the documents in which the term stands are marked to be read
again, which `Workspace.writing` does, and all others are noted as read by the new rules.
"""

from collections.abc import Iterator

from api.deciding import now
from api.workspace import Workspace
from graph.errors import DecisionError
from graph.ledger import Ledger
from graph.parts import DOCUMENT
from ingest import pipeline
from ingest.alike import usual
from ingest.discover import Candidate, Corpus, discover
from ingest.lines import FORM
from ontology import Batch
from ontology.names import bare
from ontology.skos import plain
from ontology.terms import Term
from ontology.thesaurus import Thesaurus


def suggest(workspace: Workspace, limit: int | None) -> list[Candidate]:
    """Return the terms that most localities share and nobody has decided on."""
    ledger = workspace.ledger
    found = Corpus()
    for batch in _documents(ledger):
        found.add(batch)
    return discover(found, workspace.thesaurus, ledger.terms.held().keys(), limit)


def accept(workspace: Workspace, text: str, english: str, broader: str, who: str,
           why: str) -> tuple[Term, int]:
    """Make a term a concept; return the decision and the number of documents to be read again.

    `broader` is a concept by its slug or a label. Raise DecisionError where it cannot be.
    """
    term, thesaurus = _term(text), workspace.thesaurus
    if any(bare(label) == bare(term) and thesaurus.concepts[slug].scheme != "accepted"
           for label, slug in thesaurus.labels.items()):
        raise DecisionError(f"{term} is a label of the thesaurus already.")
    english = " ".join(english.split())
    for concept in thesaurus.concepts.values():
        if english and bare(concept.name_en) == bare(english) and concept.name != term:
            raise DecisionError(f"{english!r} is the English name of {concept.name} "
                                f"({concept.id}).")
    return _decide(workspace, Term(term, "accepted", english, _broader(thesaurus, broader), who,
                                   now(), why))


def reject(workspace: Workspace, text: str, who: str, why: str) -> tuple[Term, int]:
    """Rule a term out, and take it out of the concepts if it was accepted; return as `accept`."""
    return _decide(workspace, Term(_term(text), "rejected", "", "", who, now(), why))


def _term(text: str) -> str:
    """Return a term as it is matched."""
    term = plain("".join(text.split()).translate(FORM))
    if len(bare(term)) < 2:     # one letter stands in every text
        raise DecisionError(f"{text!r} is no term; one has two letters at least.")
    return term


def _broader(thesaurus: Thesaurus, asked: str) -> str:
    if not asked:
        return ""
    slug = thesaurus.labels.get(asked, asked)
    if slug not in thesaurus.concepts or thesaurus.concepts[slug].scheme == "function":
        raise DecisionError(f"There is no concept {asked!r}; give one by a label of the thesaurus "
                            "or by its id.")
    return slug


def _decide(workspace: Workspace, term: Term) -> tuple[Term, int]:
    terms, places = workspace.ledger.terms, workspace.settings.places
    before = terms.accepted()
    after = tuple(one for one in before if one.term != term.term)
    if term.verdict == "accepted":
        after = (*after, term)
    # A term that was no concept and becomes none changes no reading.
    standing = [] if after == before else list(_standing(workspace.ledger, term.term))
    kept = terms.add(term, before, standing,
                     (pipeline.rules(places, before), pipeline.rules(places, after)))
    return kept, len(standing)


def _standing(ledger: Ledger, term: str) -> Iterator[str]:
    """Yield the documents in whose tasks a term stands, or both parts of it.

    In a coordination its parts stand apart: 食堂安全 in 食堂、宿舍安全.
    """
    letters = set(term)
    for entry in ledger.entries():
        if entry.status != "read":
            continue
        text = usual(ledger.text(entry.document) or "").translate(FORM)
        batch = ledger.reading(entry.document) if letters <= set(text) else None
        if batch and any(_holds(str(node.properties["text"]), term) for node in batch.nodes
                         if node.type == "Task"):
            yield entry.document


def _holds(text: str, term: str) -> bool:
    form = plain(text.translate(FORM))
    return any(term[:i] in form and term[i:] in form for i in range(1, len(term) + 1))


def _documents(ledger: Ledger) -> Iterator[Batch]:
    return ledger.batches(source for source in ledger.digests() if source.startswith(DOCUMENT))
