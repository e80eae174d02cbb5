"""Turns the facts of a document into nodes and edges."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ingest.clean import Clean
from ingest.collection import Collection
from ingest.departments import Body, Place, Registry
from ingest.facts import About, Citation, Facts, Goal, Indicator, Metadata, Owner, Period, Task
from ingest.policies import policy
from ontology import Batch, Ref, Value, ids
from ontology.divisions import Divisions
from ontology.names import bare
from ontology.thesaurus import Thesaurus

MASKED = re.compile("[Xx×*某]")
LEVELS = {"省": "province", "市": "prefecture"}      # of places without a code, by their last word


def records(clean: Clean, facts: Facts, divisions: Divisions, thesaurus: Thesaurus, *,
            source: str, sha256: str) -> Batch:
    """Return the records of a document; `source` is its file's name, `sha256` its bytes' digest."""
    places = _places(facts.metadata, divisions)
    document = _document_id(facts.metadata, places, sha256)
    gathered = Collection(clean, document)
    mapper = Mapper(gathered, clean, facts, Registry(places, document), thesaurus)
    mapper.map_document(source, sha256)
    return gathered.batch()


def _places(about: Metadata, divisions: Divisions) -> tuple[Place, ...]:
    """Return the document's line of places, province first; nothing where its place is unknown.

    A masked name (XX市) is of no place: it would make one of all that hide theirs.
    """
    if about.locality is None or MASKED.search(about.locality):
        return ()
    places: list[Place] = []
    for code, name in (*about.ancestors, (about.adcode, about.locality)):
        if code:
            one = divisions.by_code(code)
            places.append(Place(code, one.name, one.level, divisions.full_name(code)))
        else:       # unknown: named after the nearest known place above
            above = next((place.id for place in reversed(places)), "")
            places.append(Place(above + name, name, LEVELS.get(name[-1], "county"), name))
    return tuple(places)


def _document_id(about: Metadata, places: tuple[Place, ...], sha256: str) -> str:
    period = "-".join(map(str, about.period or ()))
    unsure = sha256 if not places or not about.title else ""
    return ids.make("doc", places[-1].id if places else "", bare(about.issuer or ""),
                    bare(about.title or ""), period, unsure)


def _years(period: Period | None) -> dict[str, Value | None]:
    return {"period_start": period[0] if period else None,
            "period_end": period[1] if period else None}


class Mapper:
    """Maps one document; shared nodes are added once, with all that they refer to."""

    def __init__(self, gathered: Collection, clean: Clean, facts: Facts, registry: Registry,
                 thesaurus: Thesaurus) -> None:
        self._gathered = gathered
        self._clean = clean
        self._facts = facts
        self._thesaurus = thesaurus
        issuer = facts.metadata.issuer
        self._registry = replace(registry, issuer=registry.identify(issuer)) if issuer else registry
        self._bodies: dict[str, Ref] = {}
        self._concepts: dict[str, Ref] = {}

    def map_document(self, source: str, sha256: str) -> None:
        """Add the document with its places and issuer, then its goals, tasks and citations."""
        about = self._facts.metadata
        home = self._map_places(self._registry.places)
        own = self._gathered.node(
            "Document", self._gathered.document, title=about.title or source, genre=about.genre,
            **_years(about.period), published=about.published, source=source, sha256=sha256,
            characters=len(self._clean.stored))
        if home:
            self._gathered.edge("COVERS", own, home)
        if about.issuer and self._registry.issuer:
            self._gathered.edge("ISSUED_BY", own, self._map_body(self._registry.issuer))
        goals = self._map_goals(own, home)
        seen: Counter[str] = Counter()
        for position, task in enumerate(self._facts.tasks, 1):
            self._map_task(task, position, own, goals, seen)
        self._map_indicators(own, self._facts.indicators)
        self._map_citations(own, self._facts.citations)

    def _map_places(self, places: Iterable[Place]) -> Ref | None:
        last: Ref | None = None
        for place in places:
            ref = self._gathered.node("Locality", place.id, name=place.name, level=place.level)
            if last:
                self._gathered.edge("PART_OF", ref, last)
            last = ref
        return last

    def _map_body(self, body: Body) -> Ref:
        ref = self._gathered.node("Department", body.id, name=body.name,
                                  full_name=body.full_name, kind=body.kind)
        if body.place:
            self._gathered.edge("LOCATED_IN", ref, Ref("Locality", body.place.id))
        if body.parent:
            self._gathered.edge("PART_OF", ref, self._map_body(body.parent))
        return ref

    def _map_goals(self, own: Ref, home: Ref | None) -> dict[str, Ref]:
        seen: Counter[str] = Counter()
        return {goal.id: self._map_goal(goal, position, own, home, seen)
                for position, goal in enumerate(self._facts.goals, 1)}

    def _map_goal(self, goal: Goal, position: int, own: Ref, home: Ref | None,
                  seen: Counter[str]) -> Ref:
        title = bare(goal.title)
        ref = self._gathered.node(
            "Goal", ids.make("goal", self._gathered.document, title, seen[title]),
            title=goal.title, number=goal.number, position=position, **_years(goal.period),
            **self._gathered.evidence(goal.at))
        seen[title] += 1
        self._gathered.edge("STATED_IN", ref, own)
        if home:
            self._gathered.edge("HAS_GOAL", home, ref)
        return ref

    def _map_task(self, task: Task, position: int, own: Ref, goals: dict[str, Ref],
                  seen: Counter[str]) -> None:
        title = self._clean.text[slice(*task.title)].replace("\n", "")
        key = bare(title)
        ref = self._gathered.node(
            "Task", ids.make("task", self._gathered.document, key, seen[key]), title=title,
            text="\n".join(self._clean.text[a:b] for a, b in task.ranges), number=task.number,
            position=position, status=task.status, **_years(task.period),
            **self._gathered.evidence(task.title))
        seen[key] += 1
        self._gathered.edge("STATED_IN", ref, own)
        if task.goal:
            self._gathered.edge("HAS_TASK", goals[task.goal.id], ref)
        owners = [(owner, self._map_owner(ref, owner, task)) for owner in task.owners]
        self._map_indicators(ref, task.indicators, [pair for pair in owners if pair[0].explicit])
        for about in task.concepts:
            self._map_about(ref, about)
        self._map_citations(ref, task.citations)

    def _map_owner(self, task: Ref, owner: Owner, facts: Task) -> Ref:
        body = self._bodies.get(owner.name)
        if body is None:
            body = self._bodies[owner.name] = self._map_body(self._registry.identify(owner.name))
        at = owner.at or self._facts.metadata.issuer_at or facts.title
        self._gathered.edge(
            "OWNED_BY", task, body, owner.role, role=owner.role, explicit=owner.explicit,
            as_written=owner.name, **self._gathered.evidence(at))
        return body

    def _map_indicators(self, source: Ref, found: Iterable[Indicator],
                        owners: Iterable[tuple[Owner, Ref]] = ()) -> None:
        """Add the indicators of a task with those who answer for them, or those of a document."""
        seen: Counter[tuple[str, float, int | None]] = Counter()
        for one in found:
            key = (bare(one.measure), one.value, one.due)
            ref = self._gathered.node(
                "Indicator", ids.make("ind", source.id, *map(str, key), seen[key]),
                measure=one.measure, comparator=one.comparator, value=float(one.value),
                upper=None if one.upper is None else float(one.upper), unit=one.unit,
                due=one.due, kind=one.kind, soft=one.soft, **self._gathered.evidence(one.at))
            seen[key] += 1
            self._gathered.edge("HAS_INDICATOR", source, ref)
            for owner, body in owners:
                self._gathered.edge("ANSWERS_FOR", body, ref, owner.role, role=owner.role)

    def _map_about(self, task: Ref, about: About) -> None:
        concept = self._concepts.get(about.concept) or self._map_concept(about.concept)
        self._gathered.edge("ABOUT", task, concept, method=about.method,
                            prominence=about.prominence, weight=about.weight,
                            **self._gathered.evidence(about.at))

    def _map_concept(self, slug: str) -> Ref:
        """Add a concept with all broader ones."""
        for concept in self._thesaurus.line(slug):
            ref = self._gathered.node("Concept", concept.id, name=concept.name,
                                      name_en=concept.name_en or None, scheme=concept.scheme)
            self._concepts[concept.id] = ref
            for wider in concept.broader:
                self._gathered.edge("BROADER", ref, Ref("Concept", wider))
        return self._concepts[slug]

    def _map_citations(self, source: Ref, citations: Iterable[Citation]) -> None:
        for citation in citations:
            found = policy(citation.title)
            period = found.period or (None, None)
            ref = self._gathered.node("Policy", found.id, title=found.title, level=found.level,
                                      period_start=period[0], period_end=period[1])
            self._gathered.edge("CITES", source, ref, edition=found.edition,
                                issued_by=found.issued, **self._gathered.evidence(citation.at))
