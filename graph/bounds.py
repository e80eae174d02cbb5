"""The bounds that the operating system sets to this process."""

import sys
from contextlib import suppress


def address_space() -> int | None:
    """Return the bytes of address space that this process may take, None where they are free."""
    if sys.platform == "win32":
        return None
    import resource

    bound, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if bound == resource.RLIM_INFINITY else bound


def confine(memory: int, seconds: int) -> None:
    """Bound the address space and processor time of this process, and let it write no file.

    That cannot be undone. Windows has no such bounds, and macOS none of address space.
    """
    if sys.platform == "win32":
        return
    import resource

    for kind, bound in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds),
                        (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError):
            resource.setrlimit(kind, (bound, bound))
