"""What decides one part of a row is told of: the values that are its own, by name.

A small teacher mixes up a number and what it stands for, and the place in one row with
the place in another. So it is given `target_number` and `target_cell`, and ldc writes
`targets[0]` and `state.prey[targets[0] - 1]`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from ldc.author.kinds import PLAIN, spelled
from ldc.author.primer import numbered
from ldc.errors import TaskError
from ldc.ir import Stage, TaskSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One value that the function for a place is given."""

    name: str
    kind: str
    """Its type as functions spell it."""
    code: str
    """How it is got, with `{place}` or `{number}` (from 1) where that stands."""
    said: str
    """What it is, in a few words."""

    def at(self, place: object) -> str:
        """Return how it is got at a place."""
        number = place + 1 if isinstance(place, int) else f"{place} + 1"
        return self.code.format(place=place, number=number)


def row_of(kind: Any) -> tuple[Any, int]:
    """Return type and count of the parts, when a type is a row of like ones; else 0."""
    parts = get_args(kind) if get_origin(kind) is tuple else ()
    alike = len(parts) > 1 and all(part == parts[0] for part in parts)
    return (parts[0], len(parts)) if alike else (None, 0)


def decider(task: TaskSpec, returns: str, sayings: Mapping[str, str]) -> str:
    """Return whose part each is, as the row's sentence says it: "hunter"; or ""."""
    words = [word.lower() for word, _ in numbered(task)]
    said = sayings.get(returns, "")
    return next((word for word in words if f"each {word}" in said), "")


def parts_of(
    task: TaskSpec,
    stage: Stage,
    live: Sequence[tuple[str, str]],
    sayings: Mapping[str, str],
) -> tuple[Part, ...]:
    """Return what the function for one place of a stage's row is given.

    Args:
        task: The task.
        stage: What it makes is a row.
        live: (name, type) of the parameters that the condition speaks of.
        sayings: What the types mean.
    """
    fields = {word.lower(): field for word, field in numbered(task)}
    who = decider(task, spelled(task, stage.returns), sayings)
    found: list[Part] = []
    if who and (kind := member_of(task, fields[who])):
        own = "own" if any(name == who for name, _ in live) else who
        found = [
            Part(
                name=f"{own}_number",
                kind=_word(task, who),
                code="{number}",
                said=f"the number of this {who}, whom you decide for",
            ),
            Part(
                name=_named(own, kind, fields[who]),
                kind=kind,
                code=f"state.{fields[who]}[{{place}}]",
                said=f"the {kind} of this {who}",
            ),
        ]
    before = task.stages[: task.stages.index(stage)]
    places = row_of(stage.returns)[1]
    for earlier in before:
        member, count = row_of(earlier.returns)
        if count == places:
            saying = sayings.get(spelled(task, earlier.returns), "")
            kind = spelled(task, member)
            name = earlier.result.removesuffix("s")
            code = f"{earlier.result}[{{place}}]"
            said = _for_one(saying, who) or f"the one of {earlier.result}"
            meant = [*_meant(task, name, kind, code, fields)]
            whole = f"{name}_number" if meant else _named(name, kind, name)
            found.append(Part(name=whole, kind=kind, code=code, said=said))
            found += meant
    for name, kind in live:
        if meant := [*_meant(task, name, kind, name, fields)]:
            said = (sayings.get(kind) or f"a {kind}").partition(";")[0].rstrip(".")
            number = Part(name=f"{name}_number", kind=kind, code=name, said=said)
            found += [number, *meant]
    return tuple(found)


def _meant(
    task: TaskSpec, name: str, kind: str, code: str, fields: Mapping[str, str]
) -> Iterator[Part]:
    """Yield what stands in the state for a number: a prey's cell."""
    word = kind.lower()
    member = member_of(task, fields[word]) if word in fields else ""
    if member:
        yield Part(
            name=_named(name, member, fields[word]),
            kind=member,
            code=f"state.{fields[word]}[{code} - 1]",
            said=f"the {member} of that {word}",
        )


def _word(task: TaskSpec, lower: str) -> str:
    return next(word for word, _ in numbered(task) if word.lower() == lower)


def member_of(task: TaskSpec, field: str) -> str:
    """Return the type of what a field of the state is a row of; "" if unnamed."""
    kind = get_type_hints(task.state, include_extras=True)[field]
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    parts = get_args(kind) if get_origin(kind) is tuple else ()
    try:
        return spelled(task, parts[0]) if parts else ""
    except TaskError:  # without a name it cannot be told of, and need not be
        return ""


def _named(of: str, kind: str, field: str) -> str:
    return f"{of}_{field.removesuffix('s') if kind in PLAIN else kind.lower()}"


def _for_one(saying: str, who: str) -> str:
    """Return the sentence of a row, said of one part: "whom this hunter chases"."""
    clause = saying.partition(",")[0].rstrip(".").replace(f"each {who}", f"this {who}")
    return f"{clause[:1].lower()}{clause[1:]}" if who else ""
