"""What the constraints of an annotated type demand of a value."""

import math
import re
from collections.abc import Callable
from typing import Any

import annotated_types as bounds

from ldc.ir import Pattern


def checks(entry: Any) -> list[Callable[[Any], bool]]:
    """Return the checks of one constraint; none for words like `Live`."""
    if isinstance(entry, bounds.GroupedMetadata):
        return [check for part in entry for check in checks(part)]
    match entry:
        case bounds.Ge(ge=limit):
            return [lambda value: value >= limit]
        case bounds.Gt(gt=limit):
            return [lambda value: value > limit]
        case bounds.Le(le=limit):
            return [lambda value: value <= limit]
        case bounds.Lt(lt=limit):
            return [lambda value: value < limit]
        case bounds.MinLen(min_length=size):
            return [lambda value: len(value) >= size]
        case bounds.MaxLen(max_length=size):
            return [lambda value: len(value) <= size]
        case Pattern(regex=regex):
            matches = re.compile(regex, re.ASCII).fullmatch
            return [lambda value: matches(value) is not None]
        case bounds.MultipleOf(multiple_of=step):
            return [lambda value: math.isclose(round(value / step) * step, value)]
    return []
