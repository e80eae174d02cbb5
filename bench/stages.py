"""Times the stages of a run by watching the functions that do them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from time import perf_counter
from typing import Any
from unittest.mock import patch


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage's name, and the functions of a module or class that are its work."""

    name: str
    owner: object
    functions: tuple[str, ...]


class Clock:
    """Seconds of each stage, without those of a stage inside it; `total` is the whole run."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.total = 0.0
        self._inner: list[float] = []

    @contextmanager
    def watch(self, stages: Sequence[Stage]) -> Iterator[None]:
        """Time the stages of what runs inside."""
        with ExitStack() as stack:
            for stage in stages:
                for name in stage.functions:
                    call = self._timed(stage.name, getattr(stage.owner, name))
                    stack.enter_context(patch.object(stage.owner, name, call))
            start = perf_counter()
            yield
            self.total = perf_counter() - start

    def _timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            start = perf_counter()
            try:
                return call(*args, **kwargs)
            finally:
                took = perf_counter() - start
                self.seconds[stage] += took - self._inner.pop()
                if self._inner:
                    self._inner[-1] += took

        return timed
