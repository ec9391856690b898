"""Every attack of the corpus is contained, and every honest function answers."""

from pathlib import Path

import pytest

from ldc.doctor import WALLS, Judged, attacked, corpus

HERE = Path(__file__).parent / "jail"
ATTACKS, BENIGN = corpus(HERE / "attacks"), corpus(HERE / "benign")

POISONED = frozenset({"next call"})
"""What an attack without the policy may come to, in its own worker."""


def tried(files: list[Path], *walls: str) -> dict[str, Judged]:
    """Return what the files come to, by name."""
    found = {judged.name: judged for judged in attacked(files, frozenset(walls))}
    assert list(found) == [file.stem for file in files]
    return found


def group(name: str) -> list[Path]:
    return [file for file in ATTACKS if file.stem.partition("_")[0] == name]


def test_the_corpora_are_large_and_each_file_says_what_it_tries() -> None:
    assert len(ATTACKS) >= 300
    assert len(BENIGN) >= 40
    texts = [file.read_text("utf-8") for file in (*ATTACKS, *BENIGN)]
    titles = [text.partition("\n")[0] for text in texts]
    assert all(title.startswith("# ") and title.endswith(".") for title in titles)
    codes = {text.partition("\n")[2] for text in texts}
    assert len(set(titles)) == len(codes) == len(texts)


def test_behind_all_walls_every_attack_is_contained() -> None:
    found = tried(ATTACKS, *WALLS)
    assert {name: one.effects for name, one in found.items() if one.escaped} == {}
    # The jail is tried too, not only the policy before it.
    assert sum(not one.refused for one in found.values()) >= 50


def test_behind_all_walls_every_honest_function_answers() -> None:
    found = tried(BENIGN, *WALLS)
    silent = {
        name: one.refused or one.outcome
        for name, one in found.items()
        if not one.answered
    }
    assert silent == {}


SAMPLE = sorted({*group("walk"), *group("pipe"), *ATTACKS[::6]})
"""Those that get furthest, and some of every kind."""


@pytest.mark.parametrize("walls", [("namespace", "kernel"), ("kernel",)], ids=str)
def test_without_the_policy_only_their_own_worker_is_poisoned(
    walls: tuple[str, ...],
) -> None:
    found = tried(SAMPLE, *walls)
    assert not any(one.refused for one in found.values())
    effects = {name: one.effects for name, one in found.items() if one.escaped}
    assert {
        name for name, seen in effects.items() if not POISONED.issuperset(seen)
    } == set()
    assert effects, "a judge that sees nothing is worth nothing"


ESCAPES = {
    "file_read_open": "token",
    "terminal_print": "terminal",
    "file_write_at_import": "file",
    "net_datagram": "network",
    "fork_daemon": "process",
    "thread_one": "thread",
    "c_sum_iter": "time",
    "memory_append": "memory",
    "signal_kill_parent": "host",
    "file_overwrite_secret": "host",
    "signal_stop_parent": "host",
    "patch_json": "next call",
    "peek_caller": "other call",
    "answer_other_type": "forged",
    "answer_reduce": "file",
    "pipe_forged_pickle": "forged",
}
"""Attack -> what is seen of it where no wall stands."""


def test_without_walls_each_effect_is_seen() -> None:
    files = [file for file in ATTACKS if file.stem in ESCAPES]
    found = tried(files)
    assert {
        name: one.effects
        for name, one in found.items()
        if ESCAPES[name] not in one.effects
    } == {}
    assert len(found) == len(ESCAPES)


def test_the_policy_alone_refuses_what_reaches_out_and_lets_computing_through() -> None:
    found = tried([*group("walk"), *group("frame"), *group("format")], "policy")
    assert all(one.refused for one in found.values())
    found = tried([file for file in ATTACKS if file.stem == "c_sum_range"], "policy")
    assert found["c_sum_range"].effects == ("time",)
