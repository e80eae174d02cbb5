"""The named questions: their catalogue, and a route for each, computed from its file."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

import queries
from api import models
from api.dependencies import Labels, Stores
from api.rows import as_csv, keyed
from graph import Limits
from queries.query import Query as Question

LIMITS = Limits(seconds=30)
CSV = "text/csv"


def make_router() -> APIRouter:
    """Return the catalogue and the routes of all questions."""
    router = APIRouter(tags=["queries"])
    router.add_api_route("/queries", list_questions, summary="List the named questions")
    for question in queries.load().values():
        router.add_api_route(
            f"/queries/{question.name}", _asker(question, models.question(question)),
            response_model=models.answer(question), name=question.name,
            summary=question.summary["en"], description=question.summary["zh"],
            responses={200: {"content": {CSV: {"schema": {"type": "string"}}}}})
    router.add_api_route("/queries/{name}", _unknown, include_in_schema=False)
    return router


def list_questions() -> list[dict[str, Any]]:
    """Return what can be asked: parameters, columns and an example of each question."""
    return [{"name": question.name, "summary": question.summary,
             "parameters": {name: {"kind": parameter.kind, "default": parameter.default,
                                   "optional": parameter.optional}
                            for name, parameter in question.params.items()},
             "columns": question.columns, "forms": question.forms, "example": question.example}
            for question in queries.load().values()]


def _asker(question: Question, arguments: type[BaseModel]) -> Callable[..., Any]:
    def ask(asked: Annotated[arguments, Query()],  # type: ignore[valid-type]
            request: Request, stores: Stores, labels: Labels) -> Any:
        """Answer the question."""
        given = asked.model_dump()  # type: ignore[attr-defined]
        language, limit = given.pop("language"), given.pop("limit")
        with stores[language].lease() as store:
            answer = queries.run(question, store, given, labels=labels, limits=LIMITS,
                                 limit=limit)
        if CSV in request.headers.get("accept", ""):
            return PlainTextResponse(as_csv(answer.columns, answer.rows), media_type=CSV)
        return {"query": answer.query, "language": language, "columns": answer.columns,
                "rows": keyed(answer.columns, answer.rows),
                "resolved": {found.parameter: dict(zip(found.ids, found.names, strict=True))
                             for found in answer.resolved},
                "notes": answer.notes, "total": answer.total, "truncated": answer.truncated}

    return ask


def _unknown(name: str) -> Response:
    """Say which questions have a name like it."""
    queries.find(name)
    raise AssertionError(f"{name} has a route of its own")
