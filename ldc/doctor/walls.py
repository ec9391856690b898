"""Tries each wall in a worker: whether it stands, why not, how to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ldc.doctor.files import File
from ldc.doctor.refusal import refusal
from ldc.errors import JailError
from ldc.jail import Returned, Walls, Yard
from ldc.jail.deeds import deeds, layers
from ldc.jail.walls import LAYERS, NEEDED

CONTAINER = (
    "allow user namespaces (sysctl kernel.unprivileged_userns_clone=1), or start the "
    "container with CAP_SYS_ADMIN"
)
KERNEL = "use Linux 5.13 or later"

MENDS = {
    "namespaces": CONTAINER,
    "root": CONTAINER,
    "landlock": f"{KERNEL}, started with `landlock` among its `lsm=`",
    "seccomp": f"{KERNEL} with CONFIG_SECCOMP_FILTER, on x86-64 or arm64",
}
"""Layer of the kernel's wall -> how to raise it."""

AGAIN = "install ldc anew"

REACH = "def reach():\n    return {}\n"
"""A function that reaches for what is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """One wall, or one layer of the kernel's."""

    name: str
    stands: bool
    needed: bool
    """Whether nothing is run without it, unless a weak jail is allowed."""
    what: str
    """What it does, or why it does not stand."""
    mend: str = ""


def examine(without: frozenset[str] = frozenset()) -> Iterator[Wall]:
    """Yield each wall, then each deed that they stop; each is tried, not looked up.

    Args:
        without: Layers of the kernel's wall to leave out.
    """
    yield _found("policy", *_policy())
    yield _found("namespace", *_namespace())
    try:
        for name, why in layers(without).items():
            mend = MENDS.get(name, KERNEL)
            yield _found(name, why, LAYERS[name], mend=mend, needed=name in NEEDED)
        for deed in deeds(without):
            why = "" if deed.stopped else deed.what
            yield _found(f"no {deed.name}", why, deed.what, mend=KERNEL)
    except JailError as error:
        yield _found("kernel", error.what, "", mend=error.mend)


def _found(
    name: str, why: str, what: str, mend: str = AGAIN, needed: bool = True
) -> Wall:
    """Return a wall; `why` it does not stand, or what it does."""
    stands = not why
    mend = "" if stands else mend
    return Wall(name=name, stands=stands, needed=needed, what=why or what, mend=mend)


def _policy() -> tuple[str, str]:
    """See that an attack is refused, and that a harmless function is not."""
    attack, harmless = (
        refusal(File("reach.py", REACH.format(what), "reach", (), ""))
        for what in ("().__class__", "1 + 2")
    )
    why = "" if attack else "an attack is not refused"
    return why or harmless, attack


def _namespace() -> tuple[str, str]:
    """See that a name that is not offered is not there."""
    texts = {"reach": REACH.format("open('/dev/null').fileno()")}
    try:
        with Yard(texts, walls=Walls(policy=False), weak=True) as yard:
            (outcome,) = yard.batch("reach", [{}])
    except JailError as error:
        return error.what, ""
    if isinstance(outcome, Returned):
        return "`open` is there", ""
    return ("" if "NameError" in outcome.what else outcome.what), outcome.what
