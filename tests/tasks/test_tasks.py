"""Tasks are found by name, and a broken one says where and how to mend it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ldc import tasks
from ldc.errors import TaskError

COPY = """
import dataclasses
from ldc.tasks.blackjack import TASK as THEIRS
TASK = dataclasses.replace(THEIRS, name={name!r}, goal={goal!r})
"""


@pytest.fixture(autouse=True)
def same_path_after() -> Iterator[None]:
    """Take what a test put on `sys.path` and into `sys.modules` out again."""
    path, before = list(sys.path), set(sys.modules)
    yield
    sys.path[:] = path
    for name in set(sys.modules) - before:
        if name.split(".")[0] == "tasks":
            del sys.modules[name]


def write(project: Path, name: str, text: str) -> Path:
    """Write `tasks/<name>/__init__.py` into the project and return the project."""
    folder = project / "tasks" / name
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(text, "utf-8")
    return project


def test_a_built_in_task_is_found() -> None:
    assert tasks.load("blackjack").name == "blackjack"
    assert "blackjack" in tasks.names()


def test_a_users_task_is_found_in_the_project(tmp_path: Path) -> None:
    write(tmp_path, "whist", COPY.format(name="whist", goal="Win tricks."))
    assert "whist" in tasks.names(tmp_path)
    assert "blackjack" in tasks.names(tmp_path)
    assert tasks.load("whist", tmp_path).goal == "Win tricks."


def test_two_projects_do_not_mix(tmp_path: Path) -> None:
    for goal in ("one", "two"):
        write(tmp_path / goal, "whist", COPY.format(name="whist", goal=goal))
    goals = [tasks.load("whist", tmp_path / goal).goal for goal in ("one", "two")]
    assert goals == ["one", "two"]


def test_a_misspelt_name_gets_the_near_one(tmp_path: Path) -> None:
    with pytest.raises(TaskError) as caught:
        tasks.load("blackjak", tmp_path)
    assert caught.value.what == "task 'blackjak' does not exist"
    assert caught.value.mend.startswith("did you mean 'blackjack'? known: blackjack")


@pytest.mark.parametrize("name", ["../blackjack", "", "blackjack.state", "__pycache__"])
def test_a_name_that_is_no_folder_does_not_exist(name: str) -> None:
    with pytest.raises(TaskError, match="does not exist"):
        tasks.load(name)


def test_a_folder_named_like_a_built_in_task_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "blackjack", COPY.format(name="blackjack", goal=""))
    with pytest.raises(TaskError, match="rename the folder"):
        tasks.load("blackjack", tmp_path)


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("x = 1\n", "tasks/whist/__init__.py", "TASK is None, not a TaskSpec"),
        ("TASK = 3\n", "tasks/whist/__init__.py", "TASK is 3, not a TaskSpec"),
        (
            "import math\n\nmath.sqrt(-1)\n",
            "tasks/whist/__init__.py:3",
            "task 'whist' cannot be imported: ValueError: math domain error",
        ),
        (
            "\nx = (\n",
            "tasks/whist/__init__.py:2",
            "task 'whist' cannot be imported: SyntaxError: '(' was never closed",
        ),
        (
            "from tasks.whist import gone\n",
            "tasks/whist/__init__.py:1",
            "task 'whist' cannot be imported: ImportError: cannot import name 'gone'",
        ),
    ],
)
def test_a_broken_task_says_where(
    tmp_path: Path, text: str, where: str, what: str
) -> None:
    with pytest.raises(TaskError) as caught:
        tasks.load("whist", write(tmp_path, "whist", text))
    assert caught.value.where == where
    assert caught.value.what.startswith(what)
    assert caught.value.mend


def test_loading_a_task_does_not_import_gymnasium() -> None:
    code = (
        "import sys; from ldc import tasks; tasks.load('blackjack'); "
        "print('gymnasium' in sys.modules, 'torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False False\n"
