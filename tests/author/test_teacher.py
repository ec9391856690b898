"""The teacher's client against a real server that misbehaves on purpose."""

import traceback
from typing import Any

import pytest

from ldc.author.ledger import Request
from ldc.author.teacher import LONGEST_WAIT, MOST_LETTERS, TRIES, Teacher
from ldc.errors import TeacherError
from tests.author import misbehaving as bad
from tests.author.misbehaving import answer, says, served, status

pytest.importorskip("openai")

SECRET = "sk-planted-4711"
REQUEST = Request(
    model="toy-1",
    messages=(("system", "be brief"), ("user", "hello?")),
    temperature=0.2,
    max_tokens=50,
    seed=3,
)


def teacher(server: bad.Server, waits: list[float] | None = None) -> Teacher:
    """Return a client that waits for nobody, and notes how long it would have."""
    pause = waits.append if waits is not None else lambda _: None
    environment = {"LDC_TEACHER_KEY": SECRET, "OPENAI_API_KEY": "another"}
    return Teacher(server.url, timeout=1.0, pause=pause, environment=environment)


def test_a_reply_is_what_was_said_and_what_it_cost() -> None:
    with served(reply="def f(): ...") as server:
        reply = teacher(server).ask(REQUEST)
        (asked,) = server.asked
    assert reply.text == "def f(): ..."
    assert (reply.prompt_tokens, reply.completion_tokens) == (100, 20)
    assert (reply.finish, reply.model, reply.estimated) == ("stop", "toy-1", False)
    assert asked["messages"][1] == {"role": "user", "content": "hello?"}
    told = {
        name: asked[name] for name in ("model", "max_tokens", "temperature", "seed")
    }
    wanted = {"model": "toy-1", "max_tokens": 50, "temperature": 0.2, "seed": 3}
    assert told == wanted


PASSING = {
    "429": status(429),
    "429 with a wait": status(429, retry_after="7"),
    "500": status(500),
    "503 until a date": status(503, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"),
    "a cut answer": bad.cut,
    "a silent hang-up": bad.hangs_up,
    "a late answer": bad.sleeps(1.5),
    "an answer that drips": bad.drips,
    "an answer without end": bad.floods,
    "no JSON": says("<html>busy</html>"),
    "JSON cut short": says('{"choices": [{"mess'),
    "towers of brackets": says("[" * 100_000),
    "no choices": says({"choices": []}),
    "choices of nothing": says({"choices": [None]}),
    "no message": says({"choices": [{"message": None}]}),
    "a text that is a number": says({"choices": [{"message": {"content": 5}}]}),
    "a list": says([1, 2]),
    "null": says("null"),
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_a_fault_that_may_pass_is_met_by_asking_again(fault: bad.Fault) -> None:
    with served(fault, reply="at last") as server:
        assert teacher(server).ask(REQUEST).text == "at last"
        assert len(server.asked) == 2


def test_the_wait_is_what_the_server_asks_for_else_it_doubles() -> None:
    waits: list[float] = []
    faults = [status(429, retry_after="7"), status(429), status(500), status(500)]
    with served(*faults) as server:
        teacher(server, waits).ask(REQUEST)
    assert waits[0] == 7
    assert 1 <= waits[1] <= 2 <= waits[2] <= 4 <= waits[3] <= 8


def test_a_server_that_wants_hours_is_left_alone() -> None:
    with served(status(429, retry_after="7200")) as server:
        with pytest.raises(TeacherError, match="asks to wait 7200 s"):
            teacher(server).ask(REQUEST)
        assert len(server.asked) == 1
    assert LONGEST_WAIT < 7200


def test_a_server_that_never_answers_well_is_given_up() -> None:
    with served(*[status(500, "out of memory")] * 9) as server:
        with pytest.raises(TeacherError, match=f"in {TRIES} tries.*out of memory"):
            teacher(server).ask(REQUEST)
        assert len(server.asked) == TRIES


@pytest.mark.parametrize(
    ("code", "mend"),
    [(401, "valid key"), (403, "with the right"), (404, "--teacher-model 'toy-1'")],
)
def test_a_refusal_is_not_asked_again(code: int, mend: str) -> None:
    with served(status(code, "go away")) as server:
        with pytest.raises(TeacherError, match="go away") as caught:
            teacher(server).ask(REQUEST)
        assert len(server.asked) == 1
    assert mend in caught.value.mend


def test_nobody_there() -> None:
    gone = Teacher("http://127.0.0.1:9/v1", timeout=1.0, pause=lambda _: None)
    with pytest.raises(TeacherError, match="the connection broke"):
        gone.ask(REQUEST)


@pytest.mark.parametrize("url", ["", "no address", "ftp://x"])
def test_no_address(url: str) -> None:
    with pytest.raises(TeacherError):
        Teacher(url, timeout=1.0, pause=lambda _: None, environment={}).ask(REQUEST)


def test_what_a_server_does_not_know_is_left_out() -> None:
    refuse = status(400, "Unsupported parameter: 'max_tokens'")
    with served(refuse, status(400, "temperature must be 1")) as server:
        client = teacher(server)
        client.ask(REQUEST)
        client.ask(REQUEST)
    last = server.asked[-1]
    assert "max_tokens" not in last and "temperature" not in last
    assert (last["max_completion_tokens"], last["seed"]) == (50, 3)
    assert len(server.asked) == 4


def test_a_filter_is_a_reply_without_words() -> None:
    with served(says(answer("", finish="content_filter"))) as server:
        reply = teacher(server).ask(REQUEST)
    assert (reply.text, reply.finish) == ("", "content_filter")


def test_a_reply_of_100_000_tokens_is_cut() -> None:
    with served(says(answer("word " * 100_000))) as server:
        reply = teacher(server).ask(REQUEST)
    assert (len(reply.text), reply.finish) == (MOST_LETTERS, "too long")


@pytest.mark.parametrize(
    "usage", [None, {}, {"prompt_tokens": -5, "completion_tokens": True}, "many"]
)
def test_usage_that_cannot_be_is_estimated(usage: Any) -> None:
    with served(says(answer("six letters", usage=usage))) as server:
        reply = teacher(server).ask(REQUEST)
    assert reply.estimated
    assert 0 < reply.completion_tokens < 11


def test_half_a_letter_can_be_written_down() -> None:
    with served(says('{"choices": [{"message": {"content": "a\\ud800"}}]}')) as server:
        assert teacher(server).ask(REQUEST).text.encode() == b"a?"


def test_a_key_that_is_sent_back_is_blotted_out() -> None:
    with served(bad.echoes) as server:
        assert teacher(server).ask(REQUEST).text == "Your header: Bearer [key]"


@pytest.mark.parametrize("fault", [bad.complains, status(404, f"no {SECRET}")])
def test_no_error_and_no_traceback_tells_the_key(fault: bad.Fault) -> None:
    with served(fault) as server, pytest.raises(TeacherError) as caught:
        teacher(server).ask(REQUEST)
    told = "".join(traceback.format_exception(caught.value))
    assert SECRET not in told + str(caught.value) + repr(caught.value)
    assert "[key]" in told


def test_a_key_in_the_address_is_refused_and_not_told() -> None:
    with pytest.raises(TeacherError, match="put the key into") as caught:
        Teacher(f"http://me:{SECRET}@127.0.0.1:9/v1")
    assert SECRET not in str(caught.value)
