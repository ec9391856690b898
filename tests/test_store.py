"""What is written is whole or not there, also when the writer is killed."""

import contextlib
import errno
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ldc import store
from ldc.errors import DatasetError, StoreError


def names(folder: Path) -> list[str]:
    """Return the names in a folder, hidden ones too."""
    return sorted(entry.name for entry in folder.iterdir())


def killed(code: str, *arguments: str) -> None:
    """Run code in another process that kills itself with signal 9."""
    code = f"import os, sys; from pathlib import Path; from ldc import store\n{code}"
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=False)
    assert done.returncode == -signal.SIGKILL


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "values.json"
    store.write_json(file, {"b": [1, 2.5, None], "a": "é"})
    assert file.read_text("utf-8").startswith('{\n  "a": "é",\n  "b": [\n')
    assert store.read_json(file) == {"b": [1, 2.5, None], "a": "é"}
    rows = ({"text": "two\nlines\u2028"}, {"text": ""})
    store.write_jsonl(tmp_path / "rows.jsonl", rows)
    assert store.read_jsonl(tmp_path / "rows.jsonl") == rows
    assert names(tmp_path) == ["new", "rows.jsonl"]


def test_equal_values_are_the_same_text() -> None:
    assert store.canonical({"b": 1, "a": [True]}) == '{"a":[true],"b":1}'
    assert store.canonical({"a": [True], "b": 1}) == '{"a":[true],"b":1}'


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_cannot_say_is_refused(value: float, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        store.write_json(tmp_path / "x.json", value)
    assert names(tmp_path) == []


def test_the_workspace_lies_below_the_project(tmp_path: Path) -> None:
    made = store.workspace(tmp_path, "pursuit", "episodes", "7.json")
    assert made == tmp_path / ".ldc" / "pursuit" / "episodes" / "7.json"


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    store.write_text(file, "old")
    with pytest.raises(KeyError), store.new_file(file) as part:
        part.write_text("half")
        raise KeyError
    assert file.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_failed_folder_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "adapter"
    with store.new_folder(folder) as part:
        store.write_text(part / "weights" / "a.bin", "old")
    with pytest.raises(KeyboardInterrupt), store.new_folder(folder) as part:
        (part / "a.bin").write_text("half")
        raise KeyboardInterrupt
    assert (folder / "weights" / "a.bin").read_text() == "old"
    assert names(tmp_path) == ["adapter"]


def test_a_new_folder_replaces_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "adapter"
    for name in ("first", "second"):
        with store.new_folder(folder) as part:
            (part / name).touch()
    assert names(folder) == ["second"]
    assert names(tmp_path) == ["adapter"]


def test_the_part_has_the_suffix_of_the_file(tmp_path: Path) -> None:
    with store.new_file(tmp_path / "loss.png") as part:
        assert part.suffix == ".png"


def test_what_a_killed_writer_left_is_removed(tmp_path: Path) -> None:
    killed(
        "with store.new_file(Path(sys.argv[1]) / 'a') as a:\n"
        "    with store.new_folder(Path(sys.argv[1]) / 'b') as b:\n"
        "        (b / 'x').touch(); os.kill(os.getpid(), 9)",
        str(tmp_path),
    )
    assert len([name for name in names(tmp_path) if name.startswith(".part-")]) == 2
    store.write_text(tmp_path / "c", "")
    assert names(tmp_path) == ["c"]


def test_a_living_writers_part_is_left_alone(tmp_path: Path) -> None:
    with store.new_file(tmp_path / "a") as a, store.new_folder(tmp_path / "b") as b:
        a.write_text("mine")
        store.write_text(tmp_path / "c", "")
        assert a.exists()
        assert b.exists()
    assert names(tmp_path) == ["a", "b", "c"]


def test_a_kill_between_the_two_renames_loses_no_folder(tmp_path: Path) -> None:
    with store.new_folder(tmp_path / "base") as part:
        (part / "kept").touch()
    killed(
        "from ldc.store import whole\n"
        "def rename(source, target):\n"
        "    done(source, target); os.kill(os.getpid(), 9)\n"
        "done, os.rename = os.rename, rename\n"
        "with store.new_folder(Path(sys.argv[1]) / 'base'): pass",
        str(tmp_path),
    )
    assert not (tmp_path / "base").exists()
    store.write_text(tmp_path / "other", "")
    assert names(tmp_path / "base") == ["kept"]
    assert names(tmp_path) == ["base", "other"]


def write_often(folder: Path, letter: str) -> None:
    """Write the same file and folder 30 times, each filled with one letter."""
    for _ in range(30):
        store.write_text(folder / "a.txt", letter * 10_000)
        with store.new_folder(folder / "b") as part:
            (part / "one").write_text(letter)
            (part / "two").write_text(letter)


def test_two_writers_at_once_leave_one_whole(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("spawn")
    both = [fork.Process(target=write_often, args=(tmp_path, x)) for x in "xy"]
    for writer in both:
        writer.start()
    for writer in both:
        writer.join()
    assert [writer.exitcode for writer in both] == [0, 0]
    text = (tmp_path / "a.txt").read_text()
    assert text in ("x" * 10_000, "y" * 10_000)
    assert (tmp_path / "b/one").read_text() == (tmp_path / "b/two").read_text()
    assert names(tmp_path) == ["a.txt", "b"]


def test_a_full_disk_says_so(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    with pytest.raises(StoreError) as caught, store.new_file(file) as part:
        part.unlink()
        part.symlink_to("/dev/full")
        part.write_text("x" * 10_000)
    assert caught.value.where == str(file)
    assert caught.value.what == os.strerror(errno.ENOSPC)
    assert caught.value.mend.startswith("the disk is full")
    assert names(tmp_path) == []


def test_a_file_that_may_not_grow_says_so(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(StoreError, match="File too large"):
            store.write_text(tmp_path / "a", "x" * 2_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_of_somebody_else_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="Permission denied"):
        store.write_text(tmp_path / "a", "")


def test_a_place_that_is_no_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(StoreError) as caught:
        store.write_text(tmp_path / "a" / "b", "")
    assert str(tmp_path / "a") in caught.value.where


def test_paths_are_shown_as_the_user_would_type_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as caught:
        store.read_text(tmp_path / "gone.json")
    assert caught.value.where == "gone.json"
    assert caught.value.what == "No such file or directory"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('{"a":1}\n{"a":', ":2", "the line is cut short: '{\"a\":'"),
        ('{"a":1}\n{"a":2}', ":2", "the line is cut short: '{\"a\":2}'"),
        ('{"a"\n{"a":2}\n', ":1", "the line is not JSON: Expecting ':' delimiter: "),
        ('{"a":1}\n[1]\n', ":2", "the line is no JSON object: '[1]'"),
        ("\n", ":1", "the line is not JSON: Expecting value: ''"),
    ],
)
def test_a_damaged_line_is_named(
    text: str, where: str, what: str, tmp_path: Path
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(text)
    with pytest.raises(DatasetError) as caught:
        store.read_jsonl(file)
    assert caught.value.where == f"{file}{where}"
    assert caught.value.what.startswith(what)


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"{", "not JSON: "), (b"\xff", "byte 0 is b'\\xff', which is not UTF-8")],
)
def test_a_damaged_json_file_is_named(
    content: bytes, what: str, tmp_path: Path
) -> None:
    file = tmp_path / "scores.json"
    file.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        store.read_json(file)
    assert caught.value.what.startswith(what)
    assert caught.value.where.startswith(str(file))


def test_a_workspace_is_for_one_process_at_a_time(tmp_path: Path) -> None:
    claim = store.claimed(tmp_path / "w", by="ldc build pursuit")
    again = store.claimed(tmp_path / "w", by="ldc build pursuit")
    with claim, pytest.raises(StoreError) as caught, again:
        raise AssertionError
    who = f"ldc build pursuit (process {os.getpid()})"
    assert caught.value.what == f"another process works here: {who!r}"
    with store.claimed(tmp_path / "w", by="ldc play pursuit"):
        pass


def test_a_killed_process_holds_no_claim(tmp_path: Path) -> None:
    killed(
        "with store.claimed(Path(sys.argv[1]), by='x'): os.kill(os.getpid(), 9)",
        str(tmp_path),
    )
    with contextlib.ExitStack() as stack:
        stack.enter_context(store.claimed(tmp_path, by="y"))


def test_git_leaves_workspaces_alone(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "mine.py").write_text("")
    store.hide_workspaces(tmp_path)
    store.write_text(store.workspace(tmp_path, "pursuit", "heads.json"), "{}")
    seen = subprocess.run(
        ["git", "-C", tmp_path, "status", "--short"], capture_output=True, text=True
    )
    assert seen.stdout == "?? mine.py\n"
