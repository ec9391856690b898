# Annotations that are never worked out.
from __future__ import annotations

from typing import Optional


def annotations_future(xs: list[int], n: Optional[int] = None) -> int | None:
    return xs[n] if n is not None and n < len(xs) else None
