"""Each wall alone, by what it stops; and what happens where one cannot stand."""

import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import pytest

from ldc.jail import Raised, Returned, WeakJail, Yard
from ldc.jail.deeds import DEEDS, deeds, layers
from ldc.jail.walls import LAYERS, NEEDED, Walls, missing

ROOT = Path(__file__).parents[2]
KERNEL = Walls(policy=False, namespace=False)
NAMESPACE = Walls(policy=False, kernel=False)
WHOLE = not missing(layers())
needs_kernel = pytest.mark.skipif(not WHOLE, reason=f"not here: {missing(layers())}")


def came_to(body: str, walls: Walls) -> Returned | Raised:
    """Return what one function comes to."""
    text = f"def go():\n    {body}\n"
    with Yard({"go": text}, walls=walls, seconds=0.5, weak=True) as yard:
        (outcome,) = yard.batch("go", [{}])
    return outcome


@needs_kernel
def test_the_kernels_wall_alone_stops_every_deed() -> None:
    assert [deed.name for deed in deeds() if not deed.stopped] == []


@needs_kernel
def test_the_needed_layers_alone_stop_every_deed() -> None:
    tried = deeds(without=frozenset(LAYERS.keys() - NEEDED))
    assert [deed.name for deed in tried if not deed.stopped] == []


@needs_kernel
@pytest.mark.parametrize(
    ("layer", "others", "deed"),
    [
        ("limits", (), "memory"),
        ("seccomp", (), "code"),
        ("descriptors", ("seccomp", "landlock"), "open"),
    ],
)
def test_a_needed_layer_stops_what_no_other_does(
    layer: str, others: tuple[str, ...], deed: str
) -> None:
    without = frozenset({layer, *others})
    done = {tried.name for tried in deeds(without=without) if not tried.stopped}
    assert deed in done


@needs_kernel
@pytest.mark.parametrize("layer", sorted(NEEDED))
def test_without_a_needed_layer_nothing_runs(
    layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"go": "def go():\n    return 1\n"}
    lacking = frozenset({layer})
    monkeypatch.delenv("LDC_ALLOW_WEAK_JAIL", raising=False)
    with Yard(texts, without=lacking) as yard, pytest.raises(WeakJail) as caught:
        yard.batch("go", [{}])
    assert f"{layer} (left out)" in caught.value.what
    assert "--allow-weak-jail" in caught.value.mend
    monkeypatch.setenv("LDC_ALLOW_WEAK_JAIL", "1")
    with Yard(texts, without=lacking) as yard:
        assert yard.batch("go", [{}]) == [Returned(1)]


def test_without_the_kernels_wall_the_namespace_still_hides_everything() -> None:
    for body in DEEDS.values():
        if "import" in body:
            outcome = came_to(body, NAMESPACE)
            assert isinstance(outcome, Raised)
            assert "cannot be imported" in outcome.what


def test_without_any_wall_a_deed_is_done() -> None:
    nothing = Walls(policy=False, namespace=False, kernel=False)
    assert came_to("import os\n    return os.open('/', 0) > 0", nothing) == Returned(
        True
    )


@needs_kernel
def test_a_layer_that_cannot_stand_here_is_named_and_why() -> None:
    assert missing({"seccomp": "no filter", "landlock": "old"}) == "seccomp (no filter)"
    told = layers(without=frozenset({"landlock"}))
    assert told["landlock"] == "left out"
    assert set(told) == set(LAYERS)


@needs_kernel
@pytest.mark.skipif(bool(layers()["user"]), reason=f"here: {layers()['user']}")
def test_a_worker_is_nobody_without_rights() -> None:
    body = "import os\n    return [os.getuid(), os.getgroups(), os.environ.copy()]"
    with Yard(
        {"go": f"def go():\n    {body}\n"},
        walls=KERNEL,
        without=frozenset({"seccomp"}),
        weak=True,
    ) as yard:
        (outcome,) = yard.batch("go", [{}])
    assert isinstance(outcome, Returned)
    user, groups, environment = outcome.value
    assert user != 0
    assert groups == [] or os.getuid() != 0
    assert environment == {}


@needs_kernel
@pytest.mark.skipif(bool(layers()["root"]), reason=f"here: {layers()['root']}")
def test_a_worker_sees_no_file_and_no_process() -> None:
    body = "import os\n    return [os.listdir('/'), os.getppid()]"
    with Yard(
        {"go": f"def go():\n    {body}\n"},
        walls=KERNEL,
        without=frozenset({"seccomp", "descriptors", "landlock"}),
        weak=True,
    ) as yard:
        assert yard.batch("go", [{}]) == [Returned([[], 1])]


ALONE = """
from ldc.jail.deeds import deeds, layers
from ldc.jail.walls import missing
print(missing(layers()), [deed.name for deed in deeds() if not deed.stopped])
"""


def startable(drop: list[str]) -> str:
    """Return a Python that an ordinary user may start; it may lie in root's folder."""
    suits = (
        "import os, sys; sys.exit(not sys.version_info >= (3, 11) or not os.getuid())"
    )
    for python in (sys.executable, "/usr/bin/python3"):
        tried = [*drop, str(Path(python).resolve()), "-c", suits]
        if not subprocess.run(tried, capture_output=True).returncode:
            return tried[-3]
    pytest.skip("no Python here may be started by an ordinary user")


@needs_kernel
def test_the_wall_stands_for_an_ordinary_user_too() -> None:
    drop: list[str] = []
    if os.getuid() == 0:
        setpriv = shutil.which("setpriv") or pytest.skip("there is no setpriv")
        nobody = pwd.getpwnam("nobody")
        drop = [setpriv, f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}"]
        # The shell has lost root's rights; setpriv, until it has become it, has not.
        drop += ["--clear-groups", "/bin/sh", "-c", 'exec "$0" "$@"']
    with tempfile.TemporaryDirectory() as folder:
        # This checkout may lie where nobody else may look.
        Path(folder).chmod(0o755)
        shutil.copytree(ROOT / "ldc", Path(folder, "ldc"))
        packages = Path(sysconfig.get_path("purelib"))
        shutil.copytree(packages / "annotated_types", Path(folder, "annotated_types"))
        shutil.copy(packages / "typing_extensions.py", folder)
        done = subprocess.run(
            [*drop, startable(drop), "-B", "-c", ALONE],
            capture_output=True,
            text=True,
            cwd="/",
            env={"PYTHONPATH": folder},
        )
    assert done.stdout.strip() == "[]", done.stderr


def test_a_deed_that_is_late_is_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = {"memory": "sum(iter(int, 1))", "loop": "pass"}
    monkeypatch.setattr("ldc.jail.deeds.DEEDS", endless)
    monkeypatch.setattr("ldc.jail.deeds.PATIENCE", 0.2)
    assert [deed.stopped for deed in deeds()] == [False, False]


def test_names_beyond_ascii_are_read_behind_the_walls() -> None:
    text = 'def go(n):\n    é = "\\N{BULLET}"\n    return é * n\n'
    with Yard({"go": text}) as yard:
        assert yard.batch("go", [{"n": 2}]) == [Returned("••")]
