"""Errors of the doors.

    DoorError
    ├── SettingsError     a variable of the environment is wrong: mend it
    ├── UsageError        a command or request is wrong: mend it
    └── NotFoundError     there is nothing of that id: look it up
"""


class DoorError(Exception):
    """The root of the errors raised by this package."""


class SettingsError(DoorError):
    """A setting cannot be used."""


class UsageError(DoorError):
    """A command line or a request asks for what there is not."""


class NotFoundError(DoorError):
    """No node or document has the id."""
