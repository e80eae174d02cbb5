"""Says things on the standard error, so that results alone are on the standard output."""

import sys


def say(text: str) -> None:
    """Write a line for the person at the terminal."""
    print(text, file=sys.stderr, flush=True)


def warn(text: str) -> None:
    """Write a warning."""
    say(f"Warning: {text}")


def fail(text: str) -> None:
    """Write an error."""
    say(f"Error: {text}")
