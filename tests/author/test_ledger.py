"""Calls are kept: replayed to the same bytes, within limits, whatever is killed."""

import json
import math
import multiprocessing
import time
from pathlib import Path

import pytest

from ldc.author.asking import Asking
from ldc.author.ledger import Ledger, Request
from ldc.author.purse import Capped, Purse
from ldc.author.teacher import Teacher
from ldc.errors import StoreError, TeacherError
from tests.author.misbehaving import Server, answer, echoes, says, served, status

pytest.importorskip("openai")

SECRET = "sk-planted-4711"


def request(number: int, words: str = "hello") -> tuple[str, Request]:
    """Return a purpose and a request."""
    messages = (("user", f"{words} {number}"),)
    asked = Request(
        model="toy-1", messages=messages, temperature=0.0, max_tokens=10, seed=0
    )
    return f"greeting {number}", asked


def asking(
    folder: Path,
    server: Server | None = None,
    purse: Purse | None = None,
    parallel: int = 4,
) -> Asking:
    """Return what answers from a ledger, and from a server when there is one."""
    environment = {"LDC_TEACHER_KEY": SECRET}
    teacher = None
    if server:
        teacher = Teacher(
            server.url, timeout=5.0, pause=lambda _: None, environment=environment
        )
    return Asking(Ledger(folder), teacher, purse or Purse(), parallel=parallel)


def test_what_was_answered_is_not_asked_again_and_needs_no_server(
    tmp_path: Path,
) -> None:
    with served(reply="good day") as server:
        first = asking(tmp_path, server).answers([request(1), request(2)])
        again = asking(tmp_path, server).answers([request(2), request(1)])
        assert len(server.asked) == 2
    offline = asking(tmp_path).answers([request(1), request(2)])
    assert first == offline == again[::-1]


def test_a_call_that_is_not_recorded_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(TeacherError, match="does not hold 'greeting 7' by 'toy-1'"):
        asking(tmp_path).answers([request(7)])


def test_offline_a_request_in_other_words_is_answered_and_counted(
    tmp_path: Path,
) -> None:
    with served(reply="good day") as server:
        asking(tmp_path, server).answers([request(1)])
    offline = asking(tmp_path)
    (entry,) = offline.answers([request(1, "hi")])
    assert (entry.reply.text, offline.reworded) == ("good day", 1)


def test_an_entry_says_what_was_asked_and_what_it_cost(tmp_path: Path) -> None:
    with served(reply="good day") as server:
        asking(tmp_path, server, Purse((1.0, 10.0))).answers([request(1)])
    (file,) = tmp_path.glob("*.json")
    row = json.loads(file.read_text("utf-8"))
    assert file.stem == request(1)[1].key
    assert row["request"]["messages"] == [["user", "hello 1"]]
    assert row["reply"]["text"] == "good day"
    assert row["cost"] == pytest.approx(100 / 1e6 + 20 * 10 / 1e6)
    assert row["reply"]["seconds"] > 0


def test_no_entry_holds_the_key_or_the_address(tmp_path: Path) -> None:
    with served(echoes, status(500, SECRET)) as server:
        asking(tmp_path, server).answers([request(1), request(2)])
        kept = "".join(file.read_text("utf-8") for file in tmp_path.iterdir())
        assert str(server.server_port) not in kept
    assert SECRET not in kept
    assert "[key]" in kept


@pytest.mark.parametrize("text", ["{}", "[1]", '{"request": {"messages": [1]}}', "{"])
def test_a_damaged_entry_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{request(1)[1].key}.json").write_text(text, "utf-8")
    with pytest.raises(StoreError):
        asking(tmp_path).answers([request(1)])


def test_calls_run_side_by_side_and_no_more_than_allowed(tmp_path: Path) -> None:
    with served() as server:
        server.slow = 0.1
        many = [request(i) for i in range(12)]
        asking(tmp_path, server, parallel=3).answers(many)
        assert server.most_at_once == 3


def test_a_limit_of_calls_stops_and_the_next_run_goes_on(tmp_path: Path) -> None:
    many = [request(i) for i in range(7)]
    with served() as server:
        for done in (3, 6):
            with pytest.raises(Capped, match="--max-calls"):
                asking(tmp_path, server, Purse(max_calls=3)).answers(many)
            assert len(server.asked) == len([*tmp_path.iterdir()]) == done
        purse = Purse(max_calls=3)
        assert len(asking(tmp_path, server, purse).answers(many)) == 7
        assert (purse.calls, len(server.asked)) == (1, 7)


@pytest.mark.parametrize("parallel", [1, 8])
def test_a_limit_of_cost_is_never_passed(tmp_path: Path, parallel: int) -> None:
    purse = Purse((0.0, 1000.0), max_cost=0.065)  # a call is 0.01
    honest = answer("hi", usage={"prompt_tokens": 9, "completion_tokens": 10})
    with served(*[says(honest)] * 20) as server:
        with pytest.raises(Capped, match="--max-cost"):
            asking(tmp_path, server, purse, parallel).answers(
                [request(i) for i in range(20)]
            )
        assert purse.spent <= 0.065
        assert len([*tmp_path.iterdir()]) == len(server.asked) == 6


def test_a_call_that_fails_costs_nothing_and_loses_nothing(tmp_path: Path) -> None:
    purse = Purse(max_calls=2)
    with served(status(404)) as server:
        with pytest.raises(TeacherError):
            asking(tmp_path, server, purse).answers([request(1)])
        assert purse.calls == len([*tmp_path.glob("*.json")]) == 0
        asking(tmp_path, server, purse).answers([request(1), request(2)])
    assert math.isclose(purse.spent, 0.0)


def _work(folder: Path, server: Server, many: list[tuple[str, Request]]) -> None:
    asking(folder, server, parallel=2).answers(many)


def test_killed_at_any_moment_it_loses_at_most_the_calls_in_flight(
    tmp_path: Path,
) -> None:
    many = [request(i) for i in range(30)]
    context = multiprocessing.get_context("fork")
    kills = 0
    with served() as server:
        server.slow = 0.01
        for moment in range(12):
            worker = context.Process(target=_work, args=(tmp_path, server, many))
            worker.start()
            time.sleep(0.03 + 0.013 * moment)
            worker.kill()
            worker.join()
            kills += worker.exitcode != 0
            for file in tmp_path.glob("*.json"):
                json.loads(file.read_text("utf-8"))  # whole, or not there
        assert len(asking(tmp_path, server).answers(many)) == 30
        assert kills > 3
        assert 30 <= len(server.asked) <= 30 + 2 * kills
    assert len(asking(tmp_path).answers(many)) == 30


def test_two_authors_at_once_agree(tmp_path: Path) -> None:
    many = [request(i) for i in range(15)]
    context = multiprocessing.get_context("fork")
    replies = [says(answer(f"reply {i}")) for i in range(30)]
    with served(*replies) as server:
        server.slow = 0.01
        crew = [
            context.Process(target=_work, args=(tmp_path, server, many))
            for _ in range(2)
        ]
        for one in crew:
            one.start()
        for one in crew:
            one.join()
        assert [one.exitcode for one in crew] == [0, 0]
        assert len([*tmp_path.iterdir()]) == 15
        before = len(server.asked)
        asking(tmp_path, server).answers(many)
        assert len(server.asked) == before


def test_the_first_reply_to_a_request_stands(tmp_path: Path) -> None:
    with served(says(answer("first")), says(answer("second"))) as server:
        _, asked = request(1)
        one = asking(tmp_path / "a", server).answers([("", asked)])[0]
        two = asking(tmp_path / "b", server).answers([("", asked)])[0]
    ledger = Ledger(tmp_path / "c")
    assert [ledger.keep(one), ledger.keep(two)] == [one, one]
