"""Lets a Ray cluster work on a base: each machine loads the task by itself.

Every machine needs ldc, and the project at the same path: functions travel as text, but
the trusted code of the task does not.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ldc.check.settings import Settings
from ldc.errors import LdcError
from ldc.ir import TaskSpec

if TYPE_CHECKING:
    from ldc.check.dossier import Dossier
    from ldc.check.pool import Pool

LOCAL = "local"
"""Stands for a cluster of this machine alone, started for the check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Where to work, and how a machine there comes by the task."""

    address: str
    load: Callable[[], TaskSpec]
    """Loads the task; can be pickled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What a machine needs to make the inputs that all others make."""

    load: Callable[[], TaskSpec]
    states: tuple[Any, ...]
    settings: Settings
    folder: Path
    ground: str

    def __hash__(self) -> int:
        return hash((self.folder, self.ground))


def spread_far(
    cluster: Cluster,
    errand: Errand,
    work: Sequence[tuple["Dossier", Sequence[Mapping[str, Any]]]],
) -> Iterator["Dossier"]:
    """Yield what the trying gates find, in order, from wherever it was found.

    Raises:
        LdcError: Ray is not installed, or no cluster answers at the address.
    """
    if not work:
        return
    ray = _ray(cluster.address)
    try:
        there = ray.remote(_attempt_there)
        shared = ray.put(errand)
        waiting = [there.remote(shared, *one) for one in work]
        for one in waiting:
            yield ray.get(one)
    except ray.exceptions.RayError as error:
        raise LdcError(
            f"--ray {cluster.address}",
            f"the cluster failed: {str(error).strip()[-300:]}",
            "see that ldc and the project are at the same path on every machine",
        ) from error
    finally:
        ray.shutdown()


def _attempt_there(
    errand: Errand, dossier: "Dossier", regressions: Sequence[Mapping[str, Any]]
) -> "Dossier":
    from ldc.check.judge import attempt  # where the work is done, and only there

    return attempt(dossier, _pool(errand), regressions)


@lru_cache(maxsize=4)
def _pool(errand: Errand) -> "Pool":
    from ldc.check.pool import Pool

    return Pool(
        errand.load(), errand.states, errand.settings, errand.folder, errand.ground
    )


def _ray(address: str) -> Any:
    """Return the module `ray`, connected."""
    try:
        ray = importlib.import_module("ray")
    except ImportError as error:
        raise LdcError(
            f"--ray {address}",
            f"Ray cannot be imported: {error}",
            "pip install 'ldc[ray]'",
        ) from error
    try:
        ray.init(
            address=None if address == LOCAL else address,
            include_dashboard=False,
            log_to_driver=False,
            logging_level="ERROR",
        )
    except (ConnectionError, ValueError, OSError) as error:
        raise LdcError(
            f"--ray {address}",
            f"no cluster answers: {error}",
            "start one with `ray start --head`, or use `--ray local`",
        ) from error
    return ray
