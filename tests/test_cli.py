"""The command line: exit codes, one clear error, one JSON object, and a light start."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ldc import cli, project
from ldc.errors import StoreError
from tests.listing import ROOT

HEAVY = ("torch", "transformers", "hypothesis", "mypy", "libcst", "gymnasium")

COMMANDS = [
    command.name or command.callback.__name__
    for command in cli.app.registered_commands
    if command.callback
]


def ldc(
    *arguments: str, at: Path = ROOT, code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, and insist on its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "ldc", *arguments],
        capture_output=True,
        text=True,
        cwd=at,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


def blamed(*arguments: str, at: Path = ROOT) -> str:
    """Return the error that a command ends with: exit code 2, nothing on stdout."""
    done = ldc(*arguments, at=at, code=2)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Give a project with blackjack's functions to break."""
    shutil.copytree(
        ROOT / "function_base/blackjack", tmp_path / "function_base/blackjack"
    )
    (tmp_path / project.MARKER).write_text("format = 1\n")
    return tmp_path


def edit(file: Path, before: str, after: str) -> None:
    """Replace a text that stands in the file once."""
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def test_help_starts_light() -> None:
    code = (
        "import sys; from ldc import cli; sys.argv[1:] = ['--help']\n"
        "try: cli.main()\n"
        "finally: print([name for name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "check" in done.stdout
    assert not set(HEAVY) & set(re.findall(r"'(\w+)'", done.stderr))


def test_check_starts_light() -> None:
    code = (
        "import sys; from pathlib import Path; from ldc import base, build\n"
        f"base.check_stage(build.open_job('blackjack', Path({str(ROOT)!r})))\n"
        "print('torch' in sys.modules, 'transformers' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False False\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_what_it_does_and_shows_an_example(command: str) -> None:
    text = ldc(command, "--help").stdout
    assert re.search(rf"Example: ldc {command}\b", text), text


def test_the_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", ldc("--version").stdout)


def test_constrain_writes_the_grammar_of_accepted_functions_only(copied: Path) -> None:
    ldc("constrain", "blackjack", at=copied)
    grammar = copied / "grammars" / "blackjack.lark"
    before = grammar.read_text("utf-8")
    assert 'stand: " stand(state=state, aim=aim)"' in before
    edit(
        copied / "function_base/blackjack/play/stand.py",
        'return "stick"',
        'return "hit"',
    )
    error = blamed("constrain", "blackjack", at=copied)
    assert "the first is 'stand'" in error
    assert grammar.read_text("utf-8") == before


def test_a_copied_task_is_a_whole_one(tmp_path: Path) -> None:
    made = ldc("new", "whist", "--from", "blackjack", at=tmp_path).stdout
    assert made.startswith("made tasks/whist and function_base/whist;")
    ldc("constrain", "whist", at=tmp_path)
    assert (tmp_path / "grammars" / "whist.lark").is_file()
    assert "written by hand\n" in ldc("show", "whist/stand", at=tmp_path).stdout
    assert "cannot be named 'whist'" in blamed("new", "whist", at=tmp_path)
    assert "cannot be named 'a/b'" in blamed("new", "a/b", at=tmp_path)
    assert "did you mean 'pursuit'" in blamed(
        "new", "b", "--from", "pursit", at=tmp_path
    )


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("check", "persuit"),
            "ldc: task 'persuit' does not exist\n"
            "  mend: did you mean 'pursuit'? known: blackjack, pursuit\n",
        ),
        (
            ("check", "blackjack/stend"),
            "blackjack/stend: task 'blackjack' has no function 'stend'\n"
            "  mend: did you mean 'stand'? known: ",
        ),
        (
            ("show", "blackjack"),
            "ldc show: 'blackjack' names no function\n"
            "  mend: add one: ldc show blackjack/",
        ),
        (
            ("check", "blackjack", "--project", "ldc"),
            "ldc: no ldc.toml in this folder, so it is no project\n  mend: ",
        ),
    ],
)
def test_a_wrong_name_is_one_clear_error(arguments: Sequence[str], error: str) -> None:
    assert blamed(*arguments).startswith(error)


@pytest.mark.parametrize("arguments", [("chek",), ("show",), ("check", "x", "--foo")])
def test_wrong_use_is_exit_code_2(arguments: Sequence[str]) -> None:
    assert "Usage: " in blamed(*arguments)


def test_a_syntax_error_is_named_with_its_line(copied: Path) -> None:
    edit(copied / "function_base/blackjack/play/stand.py", 'return "stick"', "return (")
    place = r"function_base/blackjack/play/stand\.py:\d+:\d+: "
    told = ldc("check", "blackjack", at=copied, code=1).stdout
    assert re.match(place + "LDC006 ", told) and "'return ('" in told
    assert told.endswith("6 accepted; 1 rejected: stand\n")
    assert re.match(place, blamed("author", "blackjack", at=copied))


def test_a_file_named_unlike_its_function_is_named(copied: Path) -> None:
    file = copied / "function_base/blackjack/play/stand.py"
    file.rename(file.with_name("halt.py"))
    told = ldc("check", "blackjack", at=copied, code=1).stdout
    assert "LDC007" in told
    assert "function 'stand' stands in a file named 'halt.py'" in told


def test_a_task_without_functions_says_where_to_write_one(copied: Path) -> None:
    for file in copied.glob("function_base/blackjack/*/*.py"):
        file.unlink()
    error = blamed("check", "blackjack", at=copied)
    assert error.startswith(
        "function_base/blackjack: task 'blackjack' has no functions"
    )


@pytest.mark.parametrize("text", ["format = 2\n", "colour = 1\nformat = 1\n", "format"])
def test_a_marker_that_is_not_understood_is_refused(text: str, copied: Path) -> None:
    (copied / project.MARKER).write_text(text)
    assert blamed("check", "blackjack", at=copied).startswith("ldc.toml: ")


def test_a_full_disk_is_one_clear_error(copied: Path) -> None:
    (copied / "grammars").symlink_to("/proc/self")
    assert "\n  mend: " in blamed("constrain", "blackjack", at=copied)


def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    code = (
        "import signal, sys; from ldc import base, cli\n"
        # A runner in the background hands down that SIGINT is ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def check_stage(job, **dials): signal.raise_signal(signal.SIGINT)\n"
        "base.check_stage = check_stage\n"
        "sys.argv[1:] = ['check', 'blackjack']; cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr == "ldc: stopped; run it again to go on\n"


def test_the_project_is_found_upwards(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = copied / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    found = project.find()
    assert found.root == copied
    assert found.base_folder("blackjack") == copied / "function_base" / "blackjack"


def test_what_the_project_lacks_is_read_from_what_is_shipped(copied: Path) -> None:
    found = project.find(copied)
    assert found.base_folder("pursuit") == ROOT / "function_base" / "pursuit"
    assert found.base_folder("whist") == copied / "function_base" / "whist"
    assert found.templates == (copied / "templates", ROOT / "templates")
    assert found.own("policies", "pursuit") == copied / "policies" / "pursuit"


def test_without_a_project_work_goes_to_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found = project.find()
    assert found.base_folder("blackjack") == ROOT / "function_base" / "blackjack"
    made = found.workspace("blackjack", "episodes")
    assert made == tmp_path / "cache/ldc/.ldc/blackjack/episodes"
    assert "7 accepted" in ldc("check", "blackjack", at=tmp_path).stdout


def test_a_folder_without_a_marker_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        project.find(tmp_path)
    assert caught.value.where == str(tmp_path)


@pytest.mark.parametrize("command", ["play", "report"])
def test_a_task_without_a_policy_says_what_to_run(command: str, tmp_path: Path) -> None:
    (tmp_path / project.MARKER).write_text("format = 1\n")
    ldc("new", "whist", "--from", "blackjack", at=tmp_path)
    error = blamed(command, "whist", at=tmp_path)
    assert "policies/whist" in error and "there is no policy" in error
    assert "\n  mend: run `ldc build" in error
