"""Draws arguments from the annotated types, and shrinks those that fail.

Nothing untrusted runs in here: Hypothesis makes the values, the caller tries them.
"""

import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from ldc.errors import TaskError
from ldc.ir import Live, TaskSpec
from ldc.jail.values import Misfit, encode

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Arguments = Mapping[str, Any]
"""Parameter -> value; the state is always among them."""


def arguments_of(
    task: TaskSpec, wanted: Mapping[str, Any], states: Sequence[Any]
) -> "SearchStrategy[Arguments]":
    """Return a strategy of arguments that can stand together in a call.

    Live objects are drawn from the state that is drawn beside them, and earlier results
    keep to the task's own properties of them.

    Args:
        task: The task.
        wanted: Parameter -> type; "state" is added when it is not there.
        states: Recorded states to draw from. With none, states are made from their
            type. The two are mixed when the state module has `possible(state) -> bool`,
            which tells the states that can occur.
    """
    from hypothesis import assume
    from hypothesis import strategies as st

    @st.composite
    def arguments(draw: st.DrawFn) -> Arguments:
        state = draw(_states(task, states))
        groups = task.live(state)
        values: dict[str, Any] = {"state": state}
        for name, declared in wanted.items():
            if name != "state":
                assume(_exists(declared, groups))
                values[name] = draw(_values(declared, groups))
        assume(_fits_the_stages(task, values))
        return values

    return arguments()


def draw(
    strategy: "SearchStrategy[Arguments]", *, examples: int, seed: int
) -> list[Arguments]:
    """Return up to that many different arguments; the same ones for the same seed."""
    drawn: list[Arguments] = []
    _run(strategy, drawn.append, examples=examples, seed=seed, shrink=False)
    return drawn


def smallest(
    strategy: "SearchStrategy[Arguments]",
    fails: Callable[[Arguments], bool],
    known: Arguments,
    *,
    examples: int,
    seed: int,
) -> Arguments:
    """Return the smallest arguments that fail, as far as shrinking finds them.

    Args:
        strategy: Where `known` was drawn from, with the same examples and seed.
        fails: Tries arguments; may run them in the jail.
        known: Arguments that fail; returned when no smaller ones are found.
        examples: As in `draw`.
        seed: As in `draw`.
    """
    failing = [known]

    def attempt(arguments: Arguments) -> None:
        if fails(arguments):
            failing.append(arguments)
            raise _Fails

    _run(strategy, attempt, examples=examples, seed=seed, shrink=True)
    return failing[-1]


def named(holds: Callable[..., bool]) -> tuple[str, ...]:
    """Return the values that one of the task's properties asks for."""
    return tuple(inspect.signature(holds).parameters)


def ask(holds: Callable[..., bool], values: Arguments, task: TaskSpec) -> bool:
    """Return what a property of the task says; it is given only what it names.

    Raises:
        TaskError: It raised.
    """
    given = {name: values[name] for name in named(holds)}
    try:
        return bool(holds(**given))
    except Exception as error:  # the task's own code may raise anything
        spelled = ", ".join(f"{name}={value!r}" for name, value in given.items())
        raise TaskError(
            f"task {task.name!r}, {holds.__name__}({spelled})",
            f"the task's own property raised {type(error).__name__}: {error}",
            "a property answers for every state and result of its types",
        ) from error


class _Fails(Exception):
    """Tells Hypothesis that an example fails."""


def _run(
    strategy: "SearchStrategy[Arguments]",
    body: Callable[[Arguments], None],
    *,
    examples: int,
    seed: int,
    shrink: bool,
) -> None:
    import hypothesis
    from hypothesis import HealthCheck, Phase, Verbosity
    from hypothesis.errors import Flaky, Unsatisfiable

    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    settings = hypothesis.settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases,
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    test = hypothesis.given(strategy)(lambda arguments: body(arguments))
    try:
        hypothesis.seed(seed)(settings(test))()
    except (_Fails, Flaky, Unsatisfiable):
        return  # what was found stands in the caller's list


def _states(task: TaskSpec, states: Sequence[Any]) -> "SearchStrategy[Any]":
    from hypothesis import strategies as st

    possible = task.words.get("possible")
    made: SearchStrategy[Any] = st.from_type(task.state)
    if possible is not None:
        made = made.filter(possible)
    if not states:
        return made
    # Shrinking goes to the front, so the shortest state comes first.
    recorded = st.sampled_from(
        sorted(dict.fromkeys(states), key=lambda s: (len(repr(s)), repr(s)))
    )
    return recorded if possible is None else recorded | made


def _values(declared: Any, groups: Mapping[str, tuple[Any, ...]]) -> Any:
    """Return a strategy for one type, its live objects taken from the groups."""
    from hypothesis import strategies as st

    origin, args = get_origin(declared), get_args(declared)
    if not _live_groups(declared):
        return st.from_type(declared).filter(lambda value: _fits(value, declared))
    if origin is Annotated:
        group = next((m.group for m in declared.__metadata__ if _is_live(m)), None)
        inner = (
            _values(args[0], groups)
            if group is None
            else st.sampled_from(tuple(dict.fromkeys(groups[group])))
        )
        return inner.filter(lambda value: _fits(value, declared))
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(_values(args[0], groups), max_size=6).map(tuple)
    members = [_values(arg, groups) for arg in args if _exists(arg, groups)]
    return st.tuples(*members) if origin is tuple else st.one_of(*members)


def _exists(declared: Any, groups: Mapping[str, tuple[Any, ...]]) -> bool:
    """Say whether a type has a value in this state."""
    origin, args = get_origin(declared), get_args(declared)
    if origin in (Union, types.UnionType):
        return any(_exists(arg, groups) for arg in args)
    if origin is tuple and args[-1:] == (Ellipsis,):
        return True
    return all(groups.get(group) for group in _live_groups(declared))


def _live_groups(declared: Any) -> set[str]:
    own = {m.group for m in getattr(declared, "__metadata__", ()) if _is_live(m)}
    return own.union(*(_live_groups(arg) for arg in get_args(declared)))


def _is_live(entry: Any) -> bool:
    return isinstance(entry, Live)


def _fits(value: Any, declared: Any) -> bool:
    try:
        encode(value, declared)
    except Misfit:
        return False
    return True


def _fits_the_stages(task: TaskSpec, values: Arguments) -> bool:
    """Say whether earlier results keep to the task's properties of them."""
    return all(
        ask(holds, values, task)
        for result in values
        for holds in task.properties.get(result, ())
        if set(named(holds)) <= set(values)
    )
