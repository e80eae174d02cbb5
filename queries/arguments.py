"""Turns the arguments of a question, which are texts, into the values that its texts take."""

from collections.abc import Mapping

from graph import Store
from queries.errors import MissingParameterError, UnknownParameterError
from queries.parameters import NAMED, NODES, Bound, Parameter, absent, parse, refer
from queries.query import Query
from queries.resolve import Resolved, resolve


def complete(query: Query, arguments: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments, and the defaults of those that are not given or empty.

    Raise UnknownParameterError or MissingParameterError where they do not fit the question.
    """
    for name in arguments:
        if name not in query.params:
            raise UnknownParameterError(f"{query.name} has no parameter {name!r}; it takes "
                                        f"{', '.join(query.params) or 'none'}.")
    given = {name: arguments.get(name, "").strip() or parameter.default
             for name, parameter in query.params.items()}
    for name, parameter in query.params.items():
        if not given[name] and not parameter.optional:
            raise MissingParameterError(f"{query.name} needs {name}=…, which is of kind "
                                        f"{parameter.kind}.")
    return {name: text for name, text in given.items() if text}


def bind(query: Query, given: Mapping[str, str], store: Store,
         labels: Mapping[str, str]) -> tuple[dict[str, Bound], list[Resolved]]:
    """Return the value of every parameter, and what the names among them were taken for.

    Places come first, for they decide between departments of one name.
    """
    values = {name: absent(parameter) for name, parameter in query.params.items()}
    resolved: list[Resolved] = []
    place = None
    for name in sorted(given, key=lambda name: query.params[name].kind == "department"):
        parameter = query.params[name]
        if parameter.kind in NAMED:
            found = resolve(parameter, given[name], store, labels, place)
            place = found.ids[0] if parameter.kind == "locality" else place
            resolved.append(found)
            values[name] = refer(parameter.kind, found.ids)
        else:
            values[name] = _value(parameter, given[name])
    return values, resolved


def _value(parameter: Parameter, text: str) -> Bound:
    value = parse(parameter, text)
    return refer(parameter.kind, (str(value),)) if parameter.kind in NODES else value
