"""Draws arguments from the annotated types, and shrinks those that fail.

Nothing untrusted runs in here: Hypothesis makes the values, the caller tries them.
"""

import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from ldc.check.typed import fits, of_type
from ldc.errors import TaskError
from ldc.ir import Live, TaskSpec

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
        states: Recorded states; states are drawn from them and made by type, those for
            which the state module's `possible(state)` is false left out.
    """
    from hypothesis import strategies as st

    made = states_by_type(task).map(lambda row: row["state"])
    if states:
        # Shrinking goes to the front, so the shortest state comes first.
        known = sorted(dict.fromkeys(states), key=lambda s: (len(repr(s)), repr(s)))
        made = st.sampled_from(known) | made
    return _beside(task, wanted, made)


def among(
    task: TaskSpec, wanted: Mapping[str, Any], states: Sequence[Any]
) -> "SearchStrategy[Arguments]":
    """Return a strategy as `arguments_of`, whose states are these and no others."""
    from hypothesis import strategies as st

    known: SearchStrategy[Any] = st.sampled_from(states) if states else st.nothing()
    return _beside(task, wanted, known)


def states_by_type(task: TaskSpec) -> "SearchStrategy[Arguments]":
    """Return a strategy of states made by type, each as the only argument."""
    made = of_type(task.state)
    possible = task.words.get("possible")
    if possible is not None:
        made = made.filter(possible)
    return made.map(lambda state: {"state": state})


def may_stand(task: TaskSpec, wanted: Mapping[str, Any], values: Arguments) -> bool:
    """Say whether arguments of the right types can stand together in a call."""
    state = values["state"]
    possible = task.words.get("possible")
    if possible is not None and not possible(state):
        return False
    groups = task.live(state)
    live = all(_is_there(values[n], declared, groups) for n, declared in wanted.items())
    return live and _fits_the_stages(task, values)


def _beside(
    task: TaskSpec, wanted: Mapping[str, Any], states: "SearchStrategy[Any]"
) -> "SearchStrategy[Arguments]":
    from hypothesis import assume
    from hypothesis import strategies as st

    @st.composite
    def arguments(draw: st.DrawFn) -> Arguments:
        state = draw(states)
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
    from hypothesis.errors import Flaky, InvalidArgument, Unsatisfiable

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
    except (InvalidArgument, TypeError):
        return  # bounds that no value can be compared with: there is nothing to draw


def _values(declared: Any, groups: Mapping[str, tuple[Any, ...]]) -> Any:
    """Return a strategy for one type, its live objects taken from the groups."""
    from hypothesis import strategies as st

    origin, args = get_origin(declared), get_args(declared)
    if not _live_groups(declared):
        return of_type(declared).filter(lambda value: fits(value, declared))
    if origin is Annotated:
        group = next((m.group for m in declared.__metadata__ if _is_live(m)), None)
        inner = (
            _values(args[0], groups)
            if group is None
            else st.sampled_from(tuple(dict.fromkeys(groups[group])))
        )
        return inner.filter(lambda value: fits(value, declared))
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


def _is_there(value: Any, declared: Any, groups: Mapping[str, tuple[Any, ...]]) -> bool:
    """Say whether all live objects that a value names are there."""
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        own = [m.group for m in declared.__metadata__ if _is_live(m)]
        here = all(value in groups[group] for group in own)
        return here and _is_there(value, args[0], groups)
    if origin is tuple:
        parts = (args[0],) * len(value) if args[-1] is Ellipsis else args
        return all(
            _is_there(v, part, groups) for v, part in zip(value, parts, strict=True)
        )
    if origin in (Union, types.UnionType):
        fitting = [arg for arg in args if fits(value, arg)]
        return any(_is_there(value, arg, groups) for arg in fitting)
    return True


def _live_groups(declared: Any) -> set[str]:
    own = {m.group for m in getattr(declared, "__metadata__", ()) if _is_live(m)}
    return own.union(*(_live_groups(arg) for arg in get_args(declared)))


def _is_live(entry: Any) -> bool:
    return isinstance(entry, Live)


def _fits_the_stages(task: TaskSpec, values: Arguments) -> bool:
    """Say whether earlier results keep to the task's properties of them."""
    return all(
        ask(holds, values, task)
        for result in values
        for holds in task.properties.get(result, ())
        if set(named(holds)) <= set(values)
    )
