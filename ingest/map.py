"""Turns the facts of a document into nodes and edges."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.clean import Clean
from ingest.collection import Collection
from ingest.departments import Body, Place, Registry
from ingest.facts import Citation, Facts, Goal, Metadata, Owner, Period, Range, Task
from ontology import Batch, Ref, Value, ids
from ontology.divisions import Divisions
from ontology.names import bare
from ontology.thesaurus import Thesaurus

SENTENCE_ENDS = "。！？；\n"
LEVELS = {"省": "province", "市": "prefecture"}      # of places without a code, by their last word


def records(clean: Clean, facts: Facts, divisions: Divisions, thesaurus: Thesaurus, *,
            source: str, sha256: str) -> Batch:
    """Return the records of a document; `source` is its file's name, `sha256` its bytes' digest."""
    about = facts.metadata
    places = _places(about, divisions)
    document = _document_id(about, places, sha256)
    gathered = Collection(clean, document)
    registry = Registry(places, document)
    if about.issuer:
        registry = replace(registry, issuer=registry.identify(about.issuer))
    home = _add_places(gathered, places)
    own = gathered.node(
        "Document", document, title=about.title or source, genre=about.genre,
        **_years(about.period), published=about.published, source=source, sha256=sha256,
        characters=len(clean.stored))
    if home:
        gathered.edge("COVERS", own, home)
    if registry.issuer:
        gathered.edge("ISSUED_BY", own, _add_body(gathered, registry.issuer))
    goals = _add_goals(gathered, facts.goals, document, own, home)
    for task, ordinal, position in _numbered(clean, facts.tasks):
        _add_task(gathered, clean, task, document, ordinal, position, own, goals, registry,
                  thesaurus, about)
    _cite(gathered, own, facts.citations)
    return gathered.batch()


def _places(about: Metadata, divisions: Divisions) -> tuple[Place, ...]:
    """Return the document's line of places, province first; nothing where its place is unknown."""
    if about.locality is None:
        return ()
    if about.adcode:
        codes = [*(code for code, _ in about.ancestors), about.adcode]
        return tuple(Place(code, one.name, one.level, divisions.full_name(code))
                     for code in codes for one in (divisions.by_code(code),))
    level = LEVELS.get(about.locality[-1], "county")
    return (Place(about.locality, about.locality, level, about.locality),)


def _document_id(about: Metadata, places: tuple[Place, ...], sha256: str) -> str:
    period = "-".join(map(str, about.period or ()))
    unsure = sha256 if not places or not about.title else ""
    return ids.make("doc", places[-1].id if places else "", bare(about.issuer or ""),
                    bare(about.title or ""), period, unsure)


def _years(period: Period | None) -> dict[str, Value | None]:
    return {"period_start": period[0] if period else None,
            "period_end": period[1] if period else None}


def _add_places(gathered: Collection, places: Iterable[Place]) -> Ref | None:
    below: Ref | None = None
    for place in places:
        ref = gathered.node("Locality", place.id, name=place.name, level=place.level)
        if below:
            gathered.edge("PART_OF", ref, below)
        below = ref
    return below


def _add_body(gathered: Collection, body: Body) -> Ref:
    ref = gathered.node("Department", body.id, name=body.name, full_name=body.full_name,
                        kind=body.kind)
    if body.place:
        gathered.edge("LOCATED_IN", ref, gathered.node(
            "Locality", body.place.id, name=body.place.name, level=body.place.level))
    if body.parent:
        gathered.edge("PART_OF", ref, _add_body(gathered, body.parent))
    return ref


def _add_goals(gathered: Collection, goals: Iterable[Goal], document: str, own: Ref,
               home: Ref | None) -> dict[str, Ref]:
    seen: Counter[str] = Counter()
    refs: dict[str, Ref] = {}
    for position, goal in enumerate(goals, 1):
        title = bare(goal.title)
        ref = gathered.node(
            "Goal", ids.make("goal", document, title, seen[title]), title=goal.title,
            number=goal.number, position=position, **_years(goal.period),
            **gathered.evidence(goal.at))
        seen[title] += 1
        gathered.edge("STATED_IN", ref, own)
        if home:
            gathered.edge("HAS_GOAL", home, ref)
        refs[goal.id] = ref
    return refs


def _numbered(clean: Clean, tasks: Iterable[Task]) -> Iterator[tuple[Task, int, int]]:
    """Yield each task with its ordinal among those of one title, and its position from 1."""
    seen: Counter[str] = Counter()
    for position, task in enumerate(tasks, 1):
        title = bare(_line(clean, task.title))
        yield task, seen[title], position
        seen[title] += 1


def _line(clean: Clean, at: Range) -> str:
    return clean.text[at[0]:at[1]].replace("\n", "")


def _add_task(gathered: Collection, clean: Clean, task: Task, document: str, ordinal: int,
              position: int, own: Ref, goals: dict[str, Ref], registry: Registry,
              thesaurus: Thesaurus, about: Metadata) -> None:
    title = _line(clean, task.title)
    ref = gathered.node(
        "Task", ids.make("task", document, bare(title), ordinal), title=title,
        text="\n".join(clean.text[a:b] for a, b in task.ranges), number=task.number,
        position=position, status=task.status, **_years(task.period),
        **gathered.evidence(task.title))
    gathered.edge("STATED_IN", ref, own)
    if task.goal:
        gathered.edge("HAS_TASK", goals[task.goal.id], ref)
    owners = [(owner, _own(gathered, ref, owner, task, registry, about)) for owner in task.owners]
    _measure(gathered, ref, task, [(owner, dept) for owner, dept in owners if owner.explicit])
    for mention in task.mentions:
        concept = _add_concept(gathered, mention.concept, thesaurus)
        at = _sentence(clean, mention.at, task.ranges)
        gathered.edge("ABOUT", ref, concept, **gathered.evidence(at))
    _cite(gathered, ref, task.citations)


def _own(gathered: Collection, task: Ref, owner: Owner, facts: Task, registry: Registry,
         about: Metadata) -> Ref:
    dept = _add_body(gathered, registry.identify(owner.name))
    at = owner.at or about.issuer_at or facts.title
    gathered.edge("OWNED_BY", task, dept, owner.role, role=owner.role, explicit=owner.explicit,
                  as_written=owner.name, **gathered.evidence(at))
    return dept


def _measure(gathered: Collection, task: Ref, facts: Task,
             owners: list[tuple[Owner, Ref]]) -> None:
    seen: Counter[tuple[str, float, int | None]] = Counter()
    for one in facts.indicators:
        key = (bare(one.measure), one.value, one.due)
        ref = gathered.node(
            "Indicator", ids.make("ind", task.id, *map(str, key), seen[key]), measure=one.measure,
            comparator=one.comparator, value=float(one.value),
            upper=None if one.upper is None else float(one.upper), unit=one.unit, due=one.due,
            kind=one.kind, **gathered.evidence(one.at))
        seen[key] += 1
        gathered.edge("HAS_INDICATOR", task, ref)
        for owner, dept in owners:
            gathered.edge("ANSWERS_FOR", dept, ref, owner.role, role=owner.role)


def _add_concept(gathered: Collection, slug: str, thesaurus: Thesaurus) -> Ref:
    for concept in thesaurus.line(slug):
        ref = gathered.node("Concept", concept.id, name=concept.name, name_en=concept.name_en)
        for wider in concept.broader:
            other = thesaurus.concepts[wider]
            gathered.edge("BROADER", ref, gathered.node(
                "Concept", other.id, name=other.name, name_en=other.name_en))
    return Ref("Concept", slug)


def _sentence(clean: Clean, at: Range, ranges: Iterable[Range]) -> Range:
    """Return the sentence around a term, inside the stretch of text that holds it."""
    low, high = next((a, b) for a, b in ranges if a <= at[0] < b)
    start = max(clean.form.rfind(mark, low, at[0]) + 1 for mark in SENTENCE_ENDS)
    ends = [clean.form.find(mark, at[1], high) for mark in SENTENCE_ENDS]
    return max(low, start), min([end for end in ends if end >= 0], default=high)


def _cite(gathered: Collection, source: Ref, citations: Iterable[Citation]) -> None:
    for citation in citations:
        policy = gathered.node("Policy", ids.make("policy", bare(citation.title)),
                               title=citation.title)
        gathered.edge("CITES", source, policy, **gathered.evidence(citation.at))
