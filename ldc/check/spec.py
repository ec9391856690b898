"""Gate 4, spec: the signature fits the stage, and every type is closed."""

import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

import annotated_types as bounds

from ldc.author.source import NAMES, read_properties
from ldc.check.defaults import defaults
from ldc.check.findings import finding, line_of
from ldc.errors import SourceError
from ldc.ir import Finding, Function, Live, Parameter, Pattern, TaskSpec
from ldc.jail.values import NoCodec, codec, spelled
from ldc.turns import result_name, result_type


def spec(function: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield what keeps a call of this function from being written, or used."""
    names = [stage.name for stage in task.stages]
    place = names.index(function.stage)
    stage = task.stages[place]
    line = line_of(function, function.name)
    given = {"state": task.state} | {
        s.result: result_type(s) for s in task.stages[:place]
    }
    later = {name for s in task.stages[place:] for name in (s.result, result_name(s))}
    if function.signature.returns != stage.returns:
        yield finding(
            function,
            "LDC204",
            line,
            f"wrong-return: {function.name!r} returns {function.signature.spelled}; "
            f"stage {stage.name!r} makes {stage.result}: {spelled(stage.returns)}",
            "return the type of the stage, or move the file to the stage it fits",
        )
    for parameter in function.signature.parameters:
        name = parameter.name
        if name in later:
            yield finding(
                function,
                "LDC203",
                line,
                f"unknown-parameter: {name!r} is not there yet in {stage.name!r}",
                f"take of {', '.join(given)}, or rename it",
            )
        elif name in given and not _takes(parameter.annotation, given[name]):
            yield finding(
                function,
                "LDC203",
                line,
                f"unknown-parameter: {parameter} is not the {name} of the task, "
                f"which is a {spelled(given[name])}",
                "give it that type, or another name",
            )
        elif name not in given and not _is_written(parameter.annotation):
            yield _open(function, line, parameter, "a call cannot spell its values")
    try:
        properties = read_properties(function, task=task)
    except SourceError as error:
        yield said(function, error)
        return
    for one in properties:
        yield from _drawable(function, one, task)
    for one in (function, *properties):
        yield from _closed(function, one)
        yield from defaults(function, one, task)


def _takes(declared: Any, given: Any) -> bool:
    """Say whether what is given fits: it is of the type, or one of a union."""
    union = get_origin(declared) in (Union, types.UnionType)
    return declared == given or (union and given in get_args(declared))


def said(function: Function, error: SourceError) -> Finding:
    """Return what keeps a property of a function from being read."""
    line = int(error.where.split(":")[1])
    what = f"{NAMES[error.code]}: {error.what}"
    return finding(function, error.code, line, what, error.mend)


def _drawable(function: Function, one: Function, task: TaskSpec) -> Iterator[Finding]:
    """Yield the parameters of a property that are drawn as something else."""
    made = {"state": task.state} | {s.result: result_type(s) for s in task.stages}
    made |= {result_name(s): s.returns for s in task.stages}
    for parameter in one.signature.parameters:
        if made.get(parameter.name, parameter.annotation) != parameter.annotation:
            yield finding(
                function,
                "LDC203",
                line_of(function, one.name),
                f"unknown-parameter: {parameter} is not the {parameter.name} of the "
                f"task, which is a {spelled(made[parameter.name])}",
                "give it that type, or another name",
            )


def _closed(function: Function, one: Function) -> Iterator[Finding]:
    line = line_of(function, one.name)
    for parameter in one.signature.parameters:
        try:
            codec(parameter.annotation)
        except NoCodec as error:
            yield _open(function, line, parameter, str(error))
    if one is not function and one.signature.returns is not bool:
        yield finding(
            function,
            "LDC204",
            line,
            f"wrong-return: property {one.name!r} returns {one.signature.spelled}",
            "a property returns bool: whether it holds",
        )


def _open(function: Function, line: int, parameter: Parameter, why: str) -> Finding:
    return finding(
        function,
        "LDC202",
        line,
        f"open-type: {parameter}: {why}",
        "bound it: Annotated[int, Ge(1), Le(3)], Literal[...], bool, an enum, or a "
        "tuple of these",
    )


def _is_written(declared: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """Say whether the values of a type are few enough to be written in a call."""
    origin, args = get_origin(declared), get_args(declared)
    if origin is Annotated:
        return _is_written(args[0], (*declared.__metadata__, *metadata))
    if any(isinstance(entry, Live) for entry in metadata):
        return True
    flat = [part for entry in metadata for part in _flat(entry)]
    if declared in (int, float):
        return _is_bound(flat, "ge", "gt") and _is_bound(flat, "le", "lt")
    if declared is str:
        return any(isinstance(entry, (bounds.MaxLen, Pattern)) for entry in flat)
    if origin is tuple:
        return all(_is_written(arg) for arg in args if arg is not Ellipsis)
    if origin in (Union, types.UnionType):
        return all(_is_written(arg) for arg in args)
    return True


def _is_bound(entries: Sequence[Any], *names: str) -> bool:
    """Say whether one of the entries is a number on that side."""
    limits = [getattr(entry, name, None) for entry in entries for name in names]
    return any(isinstance(limit, int | float) for limit in limits)


def _flat(entry: Any) -> Iterator[Any]:
    if isinstance(entry, bounds.GroupedMetadata):
        for part in entry:
            yield from _flat(part)
    else:
        yield entry
