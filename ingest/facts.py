"""What a document says: plain records between the stages, offsets in the clean text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.text import Range

Period = tuple[int, int]
Ancestor = tuple[str | None, str]   # a place's code, None where the divisions lack it, and its name


@dataclass(slots=True)
class Goal:
    """A heading that groups tasks; `at` is its place without the number."""

    id: str
    title: str
    number: str | None
    at: Range
    status: str = "planned"
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """A unit named for a task; `at` is the note, cell or clause that names it."""

    name: str
    role: str
    explicit: bool
    at: Range | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number with what it measures; `at` is its clause, `soft` tells one that 力争 hedges."""

    measure: str
    comparator: str
    value: float
    upper: float | None
    unit: str
    due: int | None
    kind: str
    at: Range
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """The title of a policy document cited in 《》."""

    title: str
    at: Range


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept of the thesaurus named in the text; `method` as in the ontology's kind."""

    concept: str
    at: Range
    method: str = "label"


@dataclass(frozen=True, slots=True)
class About:
    """A concept of a task, with the sentence and the method of its most prominent mention.

    `prominence` is title, lead or passing; `weight` is 0 to 1 and grows with the mentions.
    """

    concept: str
    at: Range
    method: str
    prominence: str
    weight: float


@dataclass(slots=True)
class Task:
    """One item, paragraph or row. `ranges` are the stretches of its text without number and note.

    `years` gives ranges that hold for one year only, such as a table's column for 2023; `reached`
    are those that tell what was done, whatever the task's status.
    """

    id: str
    goal: Goal | None
    number: str | None
    title: Range
    ranges: tuple[Range, ...]
    notes: tuple[Range, ...] = ()
    status: str = "planned"
    period: Period | None = None
    years: dict[Range, int] = field(default_factory=dict)
    reached: frozenset[Range] = frozenset()
    owners: list[Owner] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    concepts: list[About] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None for what it does not say.

    `ancestors` stand province first, without the place itself.
    """

    title: str | None
    genre: str | None
    issuer: str | None
    issuer_at: Range | None
    locality: str | None
    adcode: str | None
    ancestors: tuple[Ancestor, ...]
    period: Period | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch that is neither goal nor task, with the reason; `label` as in explain.Taken."""

    at: Range
    reason: str
    label: str = "preamble"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A paragraph of a report that tells what fell short in a period; it is no task."""

    at: Range
    period: Period | None


@dataclass(slots=True)
class Facts:
    """All that was found in a document.

    `indicators` are those of tables and of shortfalls, which have no task; `asides` what was read
    and left out.
    """

    metadata: Metadata
    goals: list[Goal]
    tasks: list[Task]
    indicators: list[Indicator]
    citations: list[Citation]
    warnings: list[str]
    asides: list[Aside] = field(default_factory=list)
    shortfalls: list[Shortfall] = field(default_factory=list)

    def all_citations(self) -> Iterator[Citation]:
        """Yield the citations of the document outside its tasks, then those of each task."""
        yield from self.citations
        for task in self.tasks:
            yield from task.citations

    def all_indicators(self) -> Iterator[tuple[Task | None, Indicator]]:
        """Yield the indicators of each task, then those of tables, which have none."""
        for task in self.tasks:
            yield from ((task, one) for one in task.indicators)
        yield from ((None, one) for one in self.indicators)
