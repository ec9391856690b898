"""One process at a time in a workspace."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from ldc.errors import StoreError
from ldc.store.whole import blamed, shown, take


@contextlib.contextmanager
def claimed(folder: Path, *, by: str) -> Iterator[None]:
    """Keep other processes from working in this folder as long as the block runs.

    Args:
        folder: Made when it is not there.
        by: The command, named to whoever comes second: "ldc finetune pursuit".

    Raises:
        StoreError: Another living process holds the claim.
    """
    with blamed(folder):
        folder.mkdir(parents=True, exist_ok=True)
        claim = os.open(folder / ".claim", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not take(claim):
            owner = os.read(claim, 200).decode(errors="replace")
            raise StoreError(
                shown(folder),
                f"another process works here: {owner!r}",
                "wait until it is done, or stop it",
            )
        os.truncate(claim, 0)
        os.pwrite(claim, f"{by} (process {os.getpid()})".encode(), 0)
        yield
    finally:
        os.close(claim)
