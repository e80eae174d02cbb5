"""Which edition comes after which: a plan after the plan before, a report after its plan."""

from collections.abc import Iterable

from ingest.link.likeness import Likeness
from ingest.link.pairing import Rulings
from ingest.link.place import Edition

GAP = 5  # years from which a plan is no longer the one before


def before(edition: Edition, others: Iterable[Edition], ruled: Rulings) -> Edition | None:
    """Return the edition that one follows, None where there is none.

    A plan follows the plan of as many years that began before it; without one, the longer plan
    that holds its period; without one, the report before. A report follows the plan of its
    period, or the shortest one that holds it. Between equals the likest title decides, before all
    else what a person decided of the documents.
    """
    known = [one for one in others if one is not edition
             and (edition.document, one.document) not in ruled.rejected]
    plans = [one for one in known if one.status == "planned"]
    reports = [one for one in known if one.status == "reported"]
    told = [one for one in (plans if edition.status == "reported" else [*plans, *reports])
            if (edition.document, one.document) in ruled.accepted]
    if told:
        return told[0]
    holding = [one for one in plans if one.years > edition.years and _holds(one, edition)]
    if edition.status == "reported":
        same = [one for one in plans if one.period == edition.period]
        return _nearest(edition, same or _shortest(holding))
    earlier = [one for one in plans if one.years == edition.years
               and 0 < edition.period[0] - one.period[0] <= GAP]
    past = [one for one in reports if 0 < edition.period[0] - one.period[0] <= GAP]
    return (_nearest(edition, _latest(earlier)) or _nearest(edition, _shortest(holding))
            or _nearest(edition, _latest(past)))


def _holds(longer: Edition, edition: Edition) -> bool:
    return longer.period[0] <= edition.period[0] and edition.period[1] <= longer.period[1]


def _latest(editions: list[Edition]) -> list[Edition]:
    last = max((one.period for one in editions), default=None)
    return [one for one in editions if one.period == last]


def _shortest(editions: list[Edition]) -> list[Edition]:
    least = min((one.years for one in editions), default=0)
    return [one for one in editions if one.years == least]


def _nearest(edition: Edition, others: list[Edition]) -> Edition | None:
    """Return the edition with the likest title, the first by id between equals."""
    known = Likeness(one.title for one in (edition, *others))
    return min(others, key=lambda one: (-known.alike(edition.title, one.title), one.document),
               default=None)
