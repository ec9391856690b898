"""What is broken in a base is told, never opened when it is no file, and read past."""

import os
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ldc.author.source import MAX_BYTES, Unread, read_all, read_folder
from ldc.errors import SourceError
from ldc.ir import Function
from tests.toy import TOY

ROOT = Path(__file__).parents[2]
BRACE = (ROOT / "tests" / "toy" / "base" / "walk" / "brace.py").read_text("utf-8")
STROLL = (ROOT / "tests" / "toy" / "base" / "walk" / "stroll.py").read_text("utf-8")


def text(source: str) -> Callable[[Path], object]:
    return lambda file: file.write_text(source, "utf-8")


def data(source: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(source)


def grow(file: Path) -> None:
    file.touch()
    os.truncate(file, 1 << 40)


def link_to_a_pipe(file: Path) -> None:
    os.mkfifo(file.parent / "pipe")
    file.symlink_to("pipe")


def listen(file: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(file))


BROKEN: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "no Python": (text("def brace(:\n"), "LDC006", "invalid syntax"),
    "a tower": (text("x = " + "(" * 5000 + "\n"), "LDC006", ""),
    "a NUL": (text("x = '\0'\n"), "LDC006", "null bytes"),
    "no UTF-8": (data(b"# caf\xe9\n"), "LDC005", "byte 5 is 0xe9"),
    "UTF-16": (data("brace = 1".encode("utf-16")), "LDC005", "not UTF-8"),
    "empty": (text(""), "LDC005", "is empty"),
    "blank": (text(" \n\n"), "LDC005", "is empty"),
    "long": (text("#" * (MAX_BYTES + 1)), "LDC002", f"{MAX_BYTES + 1} bytes"),
    "enormous": (grow, "LDC002", f"{1 << 40} bytes"),
    "a folder": (lambda file: file.mkdir(), "LDC005", "is a folder"),
    "a pipe": (os.mkfifo, "LDC005", "is a pipe"),
    "a socket": (listen, "LDC005", "is a device or a socket"),
    "a device": (lambda file: file.symlink_to("/dev/zero"), "LDC005", "leads out"),
    "a link out": (
        lambda file: file.symlink_to(
            ROOT / "tests" / "toy" / "base" / "walk" / "brace.py"
        ),
        "LDC005",
        "leads out of the base",
    ),
    "a link to nothing": (
        lambda file: file.symlink_to(file.parent / "nothing"),
        "LDC005",
        "No such file",
    ),
    "a link to itself": (lambda file: file.symlink_to(file), "LDC005", "cannot be"),
    "a link to a pipe": (link_to_a_pipe, "LDC005", "is a pipe"),
    "two functions": (text(BRACE + "\n\n" + STROLL), "LDC007", "brace, stroll"),
    "another name": (text(STROLL), "LDC007", "'stroll' stands in a file named"),
    "no annotation": (
        text(BRACE.replace("pick: Pick, ", "pick, ")),
        "LDC205",
        "'pick' of 'brace' has no annotation",
    ),
    "an unknown type": (
        text(BRACE.replace("pick: Pick, ", "pick: Pik, ")),
        "LDC205",
        "'Pik' does not resolve",
    ),
    "a secret of a type": (
        text(BRACE.replace("pick: Pick, ", "pick: State.__init__, ")),
        "LDC205",
        "does not resolve",
    ),
    "no manual": (text("def brace() -> int:\n    return 1\n"), "LDC307", "docstring"),
    "no condition": (text(BRACE.replace("Use it when", "If")), "LDC307", "when to use"),
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """Yield a base with `stroll`; its path is short enough for a socket."""
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "walk").mkdir()
        (Path(made) / "walk" / "stroll.py").write_text(STROLL, "utf-8")
        yield Path(made)


def only_broken(folder: Path) -> Unread:
    """Return what could not be read; all else must have been."""
    broken = [one for one in read_all(TOY, folder, folder) if isinstance(one, Unread)]
    read = [one for one in read_all(TOY, folder, folder) if isinstance(one, Function)]
    assert [one.name for one in read] == ["stroll"]
    (unread,) = broken
    return unread


@pytest.mark.parametrize("case", BROKEN)
def test_one_broken_file_does_not_hide_the_others(case: str, folder: Path) -> None:
    make, code, what = BROKEN[case]
    make(folder / "walk" / "brace.py")
    start = time.perf_counter()
    unread = only_broken(folder)
    assert time.perf_counter() - start < 5
    assert (unread.name, unread.stage) == ("brace", "walk")
    assert unread.path == unread.finding.path == "walk/brace.py"
    assert unread.finding.code == code
    assert what in unread.finding.message
    assert unread.finding.line >= 1
    assert unread.finding.mend
    with pytest.raises(SourceError) as caught:
        read_folder(TOY, folder, folder)
    assert caught.value.code == code


def test_the_place_of_an_error_is_kept(folder: Path) -> None:
    source = BRACE.replace("pick: Pick, ", "pick: Pik, ")
    (folder / "walk" / "brace.py").write_text(source)
    finding = only_broken(folder).finding
    assert (finding.line, finding.column) == (8, 31)


@pytest.mark.parametrize("name", ["my-brace", "2nd", "class", "br\u00e4ce"])
def test_a_name_that_no_call_could_spell(name: str, folder: Path) -> None:
    (folder / "walk" / f"{name}.py").write_text(BRACE)
    unread = only_broken(folder)
    assert (unread.name, unread.finding.code) == (name, "LDC007")
    assert "is no name for a function" in unread.finding.message


def test_a_name_in_two_stages_is_told_at_the_second(folder: Path) -> None:
    (folder / "pick").mkdir()
    (folder / "pick" / "stroll.py").write_text(STROLL)
    first, second = read_all(TOY, folder, folder)
    assert isinstance(first, Function)
    assert isinstance(second, Unread)
    assert "'stroll' is also in pick/stroll.py" in second.finding.message


def test_strays_are_told_and_read_past(folder: Path) -> None:
    (folder / "stray.py").write_text(BRACE)
    (folder / "wlak").mkdir()
    stray, folder_, stroll = read_all(TOY, folder, folder)
    assert isinstance(stray, Unread)
    assert isinstance(folder_, Unread)
    assert isinstance(stroll, Function)
    assert (stray.name, stray.stage) == ("stray", "")
    assert "did you mean 'walk'?" in folder_.finding.mend


def test_a_stage_that_leads_out_is_not_entered(folder: Path) -> None:
    (folder / "pick").symlink_to(ROOT / "tests" / "toy" / "base" / "pick")
    unread = only_broken(folder)
    assert (unread.name, unread.stage) == ("pick", "")
    assert "leads out of the base" in unread.finding.message


def test_a_link_inside_the_base_is_a_file_of_its_own_name(folder: Path) -> None:
    (folder / "walk" / "amble.py").symlink_to("stroll.py")
    unread = only_broken(folder)
    assert "'stroll' stands in a file named 'amble.py'" in unread.finding.message


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user here")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "walk" / "brace.py").write_text(BRACE)
    (folder / "walk" / "brace.py").chmod(0o000)
    os.seteuid(65534)  # root may read everything
    try:
        unread = only_broken(folder)
    finally:
        os.seteuid(0)
    assert unread.finding.code == "LDC005"
    assert "cannot be read: Permission denied" in unread.finding.message


def test_a_base_that_is_not_there_has_no_functions(tmp_path: Path) -> None:
    assert read_all(TOY, tmp_path / "none", tmp_path) == ()
