"""Finds terms that the thesaurus lacks but that several localities share.

Candidates are words and runs of words as jieba cuts them. A run stays where its neighbours vary
(branching entropy), so that it is no piece of a longer one, and where it stands often enough
beside the longer terms that hold it (C-value).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log2

from ingest.concepts import matcher
from ingest.lines import FORM
from ingest.runs import MOST, SIZES, Judge, Stretch
from ingest.text import Range
from ontology import Batch
from ontology.thesaurus import Thesaurus

READ = 200          # characters of a task that are read: its title and first sentences
PLACES = 2          # localities that share a term, at least
VARIETY = 0.9       # bits of entropy of the letters on either side of a term, at least
SHOWN = 3           # examples of a term
ENDS = "。！？；\n"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The text of a task, its document, and the id of the place of that."""

    place: str
    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that is suggested: in how many places and documents it stands, and how often.

    `value` is its C-value; `examples` are documents, each with a sentence.
    """

    term: str
    places: int
    documents: int
    count: int
    value: float
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Corpus:
    """The tasks of documents whose place is known, and names of places and bodies."""

    passages: set[Passage] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)

    def add(self, batch: Batch) -> None:
        """Take in the records of a document."""
        place = next((edge.target.id for edge in batch.edges if edge.type == "COVERS"), None)
        for node in batch.nodes:
            if node.type == "Locality":
                name = str(node.properties["name"])
                self.places |= {name, name[:-1]} if len(name) > 2 else {name}
            elif node.type == "Department":
                self.bodies.add(str(node.properties["name"]))
            elif node.type == "Task" and place:
                self.passages.add(Passage(place, batch.source.partition(":")[2],
                                          str(node.properties["text"])))


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage as it was cut; runs inside `labels` are no candidates."""

    passage: Passage
    form: str
    stretches: tuple[Stretch, ...]
    labels: tuple[Range, ...]

    def runs(self, size: int) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield each run of some words, and its words."""
        for stretch in self.stretches:
            for start, end, words in stretch.runs(size):
                yield self.form[start:end], words


@dataclass(slots=True)
class _Seen:
    """Where a term was seen, and the letters beside it, "" at the end of a stretch."""

    places: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    count: int = 0
    before: Counter[str] = field(default_factory=Counter)
    behind: Counter[str] = field(default_factory=Counter)

    @property
    def is_term(self) -> bool:
        """Whether places share it, and it is no piece of something longer."""
        return (len(self.places) >= PLACES
                and min(_variety(self.before), _variety(self.behind)) >= VARIETY)


def discover(corpus: Corpus, thesaurus: Thesaurus, decided: Collection[str] = (),
             limit: int | None = None) -> list[Candidate]:
    """Return the candidates, those first that most places share, without what is `decided`."""
    judge = Judge(thesaurus.labels.keys(), corpus.places, corpus.bodies)
    texts = list(_cut(corpus.passages, thesaurus, judge))
    seen = {term: one for term, one in _seen(texts, _shared(texts), judge).items()
            if one.is_term and term not in decided}
    longer = _longer({term: one.count for term, one in seen.items()})
    found = [Candidate(term, len(one.places), len(one.documents), one.count,
                       round(log2(len(term)) * (one.count - longer.get(term, 0)), 3))
             for term, one in seen.items()]
    found = sorted((one for one in found if one.value > 0),
                   key=lambda one: (-one.places, -one.value, one.term))[:limit]
    return list(_with_examples(found, texts, judge))


def _cut(passages: Iterable[Passage], thesaurus: Thesaurus, judge: Judge) -> Iterator[_Text]:
    """Yield the texts that are looked through, in one order whatever that of the documents."""
    find = matcher(tuple(thesaurus.labels.items()))
    for passage in sorted(passages):
        form = passage.text.translate(FORM)
        end = min(READ, len(form))
        labels = tuple(one.at for one in find.mentions(form, 0, end) if one.method == "label")
        yield _Text(passage, form, tuple(judge.stretches(form[:end])), labels)


def _shared(texts: Sequence[_Text]) -> set[str]:
    """Return the runs that stand in several places.

    A longer run does so only where both runs in it do that are one word shorter: so few have to
    be counted.
    """
    every: set[str] = set()
    shorter: set[str] = set()
    for size in range(1, MOST + 1):
        first: dict[str, str] = {}
        shared: set[str] = set()
        for text in texts:
            place = text.passage.place
            for run, words in text.runs(size):
                if size > 1 and not (run[:-len(words[-1])] in shorter
                                     and run[len(words[0]):] in shorter):
                    continue
                if first.setdefault(run, place) != place:
                    shared.add(run)
        every |= shared
        shorter = shared
    return every


def _occurrences(text: _Text, terms: Collection[str],
                 judge: Judge) -> Iterator[tuple[str, Range, Stretch]]:
    """Yield the terms of a text with their places and stretches, but for those inside a label."""
    for stretch in text.stretches:
        for size in range(1, MOST + 1):
            for start, end, words in stretch.runs(size):
                run = text.form[start:end]
                if end - start in SIZES and run in terms and judge.fits(words) and not any(
                        low <= start and end <= high for low, high in text.labels):
                    yield run, (start, end), stretch


def _seen(texts: Iterable[_Text], terms: Collection[str], judge: Judge) -> Mapping[str, _Seen]:
    found: dict[str, _Seen] = defaultdict(_Seen)
    for text in texts:
        for term, (start, end), stretch in _occurrences(text, terms, judge):
            one = found[term]
            one.places.add(text.passage.place)
            one.documents.add(text.passage.document)
            one.count += 1
            one.before[text.form[start - 1] if start > stretch.at[0] else ""] += 1
            one.behind[text.form[end] if end < stretch.at[-1] else ""] += 1
    return found


def _variety(beside: Counter[str]) -> float:
    """Return the entropy of what stands beside a term; each end counts as another letter."""
    total = beside.total()
    return (beside[""] * log2(total) - sum(
        count * log2(count / total) for letter, count in beside.items() if letter)) / total


def _longer(counts: Mapping[str, int]) -> Mapping[str, float]:
    """Return how often those longer terms stand, on the average, that hold a term."""
    holding: dict[str, list[int]] = defaultdict(list)
    for term, count in counts.items():
        inside = {term[a:b] for a in range(len(term)) for b in range(a + 1, len(term) + 1)}
        for other in (inside & counts.keys()) - {term}:
            holding[other].append(count)
    return {term: sum(found) / len(found) for term, found in holding.items()}


def _with_examples(found: Sequence[Candidate], texts: Iterable[_Text],
                   judge: Judge) -> Iterator[Candidate]:
    """Yield the candidates with the shortest sentences, each of another place."""
    best: dict[str, dict[str, tuple[int, str, str]]] = {one.term: {} for one in found}
    for text in texts:
        for term, (start, _), _ in _occurrences(text, best.keys(), judge):
            low = max(text.form.rfind(mark, 0, start) + 1 for mark in ENDS)
            high = min((at for mark in ENDS if (at := text.form.find(mark, start)) >= 0),
                       default=len(text.form))
            sentence = text.passage.text[low:high].strip()
            example = (len(sentence), sentence, text.passage.document)
            shortest = best[term]
            shortest[text.passage.place] = min(
                example, shortest.get(text.passage.place, example))
    for one in found:
        yield Candidate(one.term, one.places, one.documents, one.count, one.value, tuple(
            (document, sentence) for _, sentence, document in
            nsmallest(SHOWN, best[one.term].values())))
