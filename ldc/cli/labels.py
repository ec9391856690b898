"""The options that say who labels, and what the teacher may be asked for."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ldc.cli.author import price_of
from ldc.cli.options import REJECTED, say
from ldc.errors import LdcError

if TYPE_CHECKING:
    from ldc.labels import Labelling

LabelsOption = Annotated[
    Literal["expert", "teacher", "search"],
    typer.Option("--labels", help="Who says which call is right."),
]
UrlOption = Annotated[
    str,
    typer.Option(
        "--teacher-url",
        metavar="URL",
        help="Asks it what the ledger lacks; else only the ledger answers.",
        show_default=False,
    ),
]
TeacherOption = Annotated[
    str,
    typer.Option(
        "--teacher-model", metavar="MODEL", help="Its name.", show_default=False
    ),
]
MaxCallsOption = Annotated[
    int | None,
    typer.Option("--max-calls", min=0, help="Stop there.", show_default=False),
]
MaxCostOption = Annotated[
    float | None,
    typer.Option(
        "--max-cost", min=0, help="Stop before, in dollars.", show_default=False
    ),
]
PriceOption = Annotated[
    str,
    typer.Option(
        "--price",
        metavar="READ/WRITTEN",
        help="Dollars for a million tokens: 0.15/0.60.",
        show_default=False,
    ),
]


def labelling_of(
    by: Literal["expert", "teacher", "search"],
    url: str,
    model: str,
    max_calls: int | None,
    max_cost: float | None,
    price: str,
    *,
    dry: bool = False,
) -> "Labelling":
    """Return who labels, from the options.

    Raises:
        LdcError: They do not fit together.
    """
    from ldc.labels import Labelling

    if by != "teacher" and (url or model or dry):
        raise LdcError(
            f"--labels {by}", "no teacher labels", "add --labels teacher, or ask none"
        )
    if url and not model:
        raise LdcError(
            "--teacher-url", "no model is named", "add --teacher-model MODEL"
        )
    if max_cost is not None and not price:
        raise LdcError(
            "--max-cost",
            "a cost cannot be counted without a price",
            "add --price READ/WRITTEN, in dollars for a million tokens",
        )
    return Labelling(
        by=by,
        model=model,
        url=url,
        price=price_of(price),
        max_calls=math.inf if max_calls is None else max_calls,
        max_cost=math.inf if max_cost is None else max_cost,
        dry=dry,
    )


@contextmanager
def capped() -> Iterator[None]:
    """End the command when the purse is empty: what was answered is in the ledger."""
    from ldc.author.purse import Capped

    try:
        yield
    except Capped as limit:
        say(f"stopped by {limit.limit}; run it again to go on")
        raise typer.Exit(REJECTED) from None
