"""Errors of the named questions.

    QueriesError
    ├── CatalogError              a query file is wrong: mend the file
    ├── AnswerError               a store's answer is not what the file declares: mend its text
    ├── UnknownQueryError         no question has that name: take one of `.nearest`
    └── ArgumentError             what the caller gave does not fit the question
        ├── UnknownParameterError  the question has no such parameter: leave it out
        ├── MissingParameterError  a parameter has neither value nor default: give it
        ├── InvalidValueError      the value is none of its kind: write it otherwise
        ├── UnknownNameError       the graph holds no such name: take one of `.nearest`
        └── AmbiguousNameError     the name fits several: take one of `.candidates`
"""


class QueriesError(Exception):
    """The root of the errors raised by this package."""


class CatalogError(QueriesError):
    """A query file breaks the rules of query files."""


class AnswerError(QueriesError):
    """A store's answer does not have the declared columns or kinds."""


class UnknownQueryError(QueriesError):
    """No question has the name; `nearest` are names like it."""

    def __init__(self, message: str, nearest: tuple[str, ...]) -> None:
        super().__init__(message)
        self.nearest = nearest


class ArgumentError(QueriesError):
    """An argument does not fit the question."""


class UnknownParameterError(ArgumentError):
    """The question has no parameter of that name."""


class MissingParameterError(ArgumentError):
    """A parameter that the question needs has no value."""


class InvalidValueError(ArgumentError):
    """A value is none of its parameter's kind."""


class UnknownNameError(ArgumentError):
    """Nothing in the graph bears the name; `nearest` are names like it."""

    def __init__(self, message: str, nearest: tuple[str, ...]) -> None:
        super().__init__(message)
        self.nearest = nearest


class AmbiguousNameError(ArgumentError):
    """Several things fit the name and it does not decide; `candidates` are they."""

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates
