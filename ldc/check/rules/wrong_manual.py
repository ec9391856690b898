"""LDC308 wrong-manual: the manual says what the signature says.

What it does: compares an entry of `Args` with the parameter's bounds, default and kind,
`Returns` with the return type, and each call in an example with the parameters and
their bounds.

Why: the student reads the manual, the grammar offers what the signature allows. Where
they differ, one of them is wrong.

Not good: 3 is allowed. Of `steps: Annotated[int, Ge(1), Le(3)]` the manual says

    steps: How many steps to take, 1 to 2.

Good:

    steps: How many steps to take, 1 to 3.
"""

import ast
import re
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

import annotated_types as bounds

from ldc.check.examples import Malformed, Shown, read_examples
from ldc.check.rules.kinds import kinds_of, said_kind, typed_kind
from ldc.check.rules.missing_example import calls_of
from ldc.check.rules.page import Page, Seen
from ldc.check.rules.scope import defaults_of

NUMBER = r"(-?\d+(?:\.\d+)?)"
RANGES = (
    re.compile(rf"(?<![\w.-]){NUMBER}(?: to |\.\.){NUMBER}\b"),
    # A hyphen may stand for other things too: only where nothing else stands beside.
    re.compile(
        rf"(?:^|[,;:(] ?|\bfrom |\bbetween ){NUMBER} ?[-\u2013] ?{NUMBER}(?=[.,;)]|$)"
    ),
)
OPTIONAL = re.compile(r"\b(optional|by default|defaults? (?:to|is)|default:)", re.I)
DEFAULT = re.compile(r"\bdefaults? (?:to|is) (-?\w+(?:\.\d+)?)", re.I)
LEFT_OUT = re.compile(
    r"(?<![\w.-])(-?\d[\w.]*|True|False) (?:if|when) (?:it is )?"
    r"(?:not given|left out|omitted)\b"
)
LEAST = re.compile(rf"(?:^|[,;:(] ?)at least {NUMBER}(?=[.,;)]|$)")
MOST = re.compile(rf"(?:^|[,;:(] ?)(?:at most|up to) {NUMBER}(?=[.,;)]|$)")
NOTHING = re.compile(r"(none|nothing)\W*", re.I)


def wrong_manual(page: Page) -> Iterator[Seen]:
    """Yield each line of the manual that the signature contradicts."""
    told = (*_arguments(page), *_types(page), *_returns(page), *_examples(page))
    for fault, mend in told:
        yield page.public.name, fault, mend


def _arguments(page: Page) -> Iterator[tuple[str, str]]:
    defaults = defaults_of(page.public)
    for parameter in page.function.signature.parameters:
        name, said = parameter.name, page.manual.arguments.get(parameter.name, "")
        found = [pair for ranges in RANGES for pair in ranges.findall(said)]
        told = [(float(low), float(high)) for low, high in found]
        limits = _limits(parameter.annotation)
        if limits and (
            (told and limits not in told) or _beyond(said, LEAST, MOST, limits)
        ):
            low, high = limits
            yield (
                f"`Args` says {said!r}; {name!r} is {parameter.spelled}",
                f"say {low:g} to {high:g}, or change the bounds",
            )
        may_lack = name in defaults or _allows_none(parameter.annotation)
        if OPTIONAL.search(said) and not may_lack:
            yield (
                f"`Args` says {said!r}; {name!r} has no default",
                "give it one, or delete the words",
            )
        value = DEFAULT.search(said) or LEFT_OUT.search(said)
        if name in defaults and value:
            given = page.text(defaults[name])
            if value.group(1) != given and re.fullmatch(r"-?[\d.]+|True|False", given):
                yield (
                    f"`Args` says {said!r}; the default of {name!r} is {given}",
                    f"say {given}, or change the default",
                )


def _beyond(
    said: str,
    least: re.Pattern[str],
    most: re.Pattern[str],
    limits: tuple[float, float],
) -> bool:
    """Say whether a text names another least or greatest value."""
    return any(
        float(number) != limit
        for pattern, limit in zip((least, most), limits, strict=True)
        for number in pattern.findall(said)
    )


def _types(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the types in brackets behind a name that are not the parameter's."""
    told = page.manual.sections.get("Args", "")
    for parameter in page.function.signature.parameters:
        found = re.search(rf"^{parameter.name} \(([^)\n]*)\):", told, re.MULTILINE)
        kind = typed_kind(found.group(1)) if found else ""
        kinds = kinds_of(parameter.annotation)
        if found and kind and kinds and kind not in kinds:
            yield (
                f"`Args` says {found.group()!r}; {parameter.name!r} is "
                f"{parameter.spelled}",
                "leave the type to the signature",
            )


def _returns(page: Page) -> Iterator[tuple[str, str]]:
    said = page.manual.sections.get("Returns", "")
    signature = page.function.signature
    kind, kinds = said_kind(said), kinds_of(signature.returns)
    nothing = NOTHING.fullmatch(said) and not _allows_none(signature.returns)
    if nothing or (kind and kinds and kind not in kinds):
        yield (
            f"`Returns` says {said!r}; the function returns {signature.spelled}",
            "say which value comes back",
        )


def _examples(page: Page) -> Iterator[tuple[str, str]]:
    try:
        examples = read_examples(page.function)
    except Malformed:
        return  # which has a code of its own
    calls = [calls_of(example.tree, page.function.name) for example in examples]
    if not any(calls):
        return  # a missing example
    for example, found in zip(examples, calls, strict=True):
        fault = next((f for call in found for f in _misfits(page, call)), "")
        if not found and _calls_another(page, example):
            fault = "calls another function"
        if fault:
            yield (
                f"the example `{example.expression}` {fault}",
                f"call {page.function}",
            )


def _misfits(page: Page, call: ast.Call) -> Iterator[str]:
    names = [parameter.name for parameter in page.function.signature.parameters]
    if len(call.args) + len(call.keywords) > len(names):
        yield f"gives {len(call.args) + len(call.keywords)} arguments of {len(names)}"
    for keyword in call.keywords:
        if keyword.arg is not None and keyword.arg not in names:
            yield f"names {keyword.arg!r}, which is no parameter"
    for parameter in page.function.signature.parameters:
        limits = _limits(parameter.annotation)
        given = [k.value for k in call.keywords if k.arg == parameter.name]
        values = [one for one in map(_number, given) if one is not None]
        if limits and any(not limits[0] <= value <= limits[1] for value in values):
            low, high = limits
            yield f"gives {parameter.name!r} a value that is not {low:g} to {high:g}"


def _number(node: ast.expr) -> float | None:
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None
    return float(value) if type(value) in (int, float) else None


def _calls_another(page: Page, example: Shown) -> bool:
    others = {definition.name.value for definition in page.definitions}
    return any(calls_of(example.tree, name) for name in others)


def _limits(declared: Any) -> tuple[float, float] | None:
    """Return the least and the greatest value of a bounded number."""
    if get_origin(declared) is not Annotated or get_args(declared)[0] not in (
        int,
        float,
    ):
        return None
    low: Any = None
    high: Any = None
    step = 1 if get_args(declared)[0] is int else 0
    for entry in declared.__metadata__:
        grouped = isinstance(entry, bounds.GroupedMetadata)
        for part in entry if grouped else (entry,):
            match part:
                case bounds.Ge(ge=limit):
                    low = limit
                case bounds.Gt(gt=limit):
                    low = _beside(limit, step)
                case bounds.Le(le=limit):
                    high = limit
                case bounds.Lt(lt=limit):
                    high = _beside(limit, -step)
    told = isinstance(low, int | float) and isinstance(high, int | float)
    return (float(low), float(high)) if told else None


def _beside(limit: Any, step: int) -> Any:
    return limit + step if isinstance(limit, int | float) else None


def _allows_none(declared: Any) -> bool:
    if get_origin(declared) is Annotated:
        return _allows_none(get_args(declared)[0])
    if declared is None or declared is type(None):
        return True
    args = get_args(declared)
    if get_origin(declared) is Union or type(declared).__name__ == "UnionType":
        return any(map(_allows_none, args))
    return None in args
