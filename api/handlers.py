"""Turns errors into problem details (RFC 9457)."""

from collections.abc import Mapping
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.models import ProblemDetails
from api.problems import BAD_REQUEST, OURS, Problem, candidates, classify

MEDIA = "application/problem+json"
CONTENT = {MEDIA: {"schema": ProblemDetails.model_json_schema()}}
RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "The request is wrong", "content": CONTENT},
    "5XX": {"description": "The server cannot answer", "content": CONTENT}}


def register(app: FastAPI) -> None:
    """Answer every error of the application with problem details."""
    for kind in OURS:
        app.add_exception_handler(kind, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def _respond(problem: Problem, text: str, meant: list[str],
             headers: Mapping[str, str] | None = None) -> JSONResponse:
    body = ProblemDetails(type=f"urn:edupolicy:problem:{problem.slug}", title=problem.title,
                          status=problem.status, detail=text, candidates=meant)
    return JSONResponse(body.model_dump(), problem.status, headers, MEDIA)


def _ours(_request: Request, error: Exception) -> JSONResponse:
    return _respond(classify(error), str(error), candidates(error))


def _invalid(request: Request, error: Exception) -> JSONResponse:
    """Name the parameter that is wrong, and for one that there is not those like it."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = str(first["loc"][-1])
    if first["type"] == "extra_forbidden":
        known = _parameters(request)
        text = f"There is no parameter {name!r}; {request.url.path} takes {', '.join(known)}."
        return _respond(BAD_REQUEST, text, get_close_matches(name, known))
    return _respond(BAD_REQUEST, f"{name}: {first['msg']}.", [])


def _parameters(request: Request) -> list[str]:
    path = request.scope["route"].path
    operation = request.app.openapi()["paths"][path]["get"]
    return [one["name"] for one in operation["parameters"] if one["in"] == "query"]


def _http(request: Request, error: Exception) -> JSONResponse:
    """Answer for a path that there is not, or a method that it does not take."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    problem = Problem(status.phrase.lower().replace(" ", "-"), status.phrase, status)
    path = request.url.path
    if status is HTTPStatus.NOT_FOUND:
        known = [known for known in request.app.openapi()["paths"] if "{" not in known]
        return _respond(problem, f"There is nothing at {path}; /docs shows what there is.",
                        get_close_matches(path, known))
    return _respond(problem, f"{path}: {error.detail}.", [], error.headers)


def _fault(request: Request, error: Exception) -> JSONResponse:
    return _respond(classify(error), f"The server failed at {request.url.path}; its log has the "
                    "cause.", [])
