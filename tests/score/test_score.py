import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ldc.errors import StoreError, TaskError
from ldc.ir import Decision, Episode, Prompt, Step
from ldc.score import Bits, as_json, markdown, paired, score, summarise, write_replay
from ldc.score.metrics import bootstrap, wilson
from tests.toy import TOY, expert, make_state

TEMPLATES = Path(__file__).parents[2] / "templates"


def make_episode(seed: int, player: str = "expert", success: bool = True) -> Episode:
    steps = []
    for offset in range(3):
        state = make_state(seed + offset)
        call = expert(state, "pick", {}, None)
        menu = "If a ball is red, call take_ball.\nElse, call take_first.\n"
        decision = Decision(
            calls=(call,),
            results=(state.balls[0],),
            candidates=(),
            log_probabilities=(-0.1,),
            forward_passes=2,
            branches=4,
            milliseconds=10.0 * (offset + 1),
            prompts=(Prompt(constant=menu, state="facts\ncall"),),
        )
        steps.append(
            Step(
                state=state,
                decision=decision,
                reward=1.0,
                illegal_moves=1,
                notes="<script>alert(1)</script>" if offset else "calm",
            )
        )
    return Episode(
        task="toy",
        player=player,
        seed=seed,
        steps=tuple(steps),
        terminated=True,
        truncated=False,
        score=float(seed),
        success=success,
        invalid_calls=2,
    )


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.steps: list[str] = []
        self.scripts = 0
        self.links: list[str] = []
        self.classes: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attrs:
            if name == "data-step":
                self.steps.append(value or "")
            if name in ("src", "href"):
                self.links.append(value or "")
            if name == "class":
                self.classes += (value or "").split()


def test_the_page_holds_every_step_and_nothing_from_outside(tmp_path: Path) -> None:
    games = (make_episode(1), make_episode(2))
    scores = (summarise("expert", games),)
    out = tmp_path / "new" / "a.html"
    write_replay(TOY, games[0], out, scores, templates=TEMPLATES)
    text = out.read_text(encoding="utf-8")
    page = Page(text)
    assert page.steps == ["1", "2", "3"]
    assert page.links == []
    assert "http://" not in text and "https://" not in text
    assert page.scripts == 1  # its own; the bulletin's stayed text
    assert "&lt;script&gt;alert(1)" in text
    assert page.classes.count("emergency") == 2
    assert page.classes.count("chosen") == 3
    assert str(games[0].steps[0].decision.calls[0]) in text


def test_calls_are_escaped(tmp_path: Path) -> None:
    game = make_episode(1)
    step = game.steps[0]
    call = replace(step.decision.calls[0], arguments=(("a", "<b>"),))
    step = replace(step, decision=replace(step.decision, calls=(call,)))
    out = tmp_path / "a.html"
    write_replay(TOY, replace(game, steps=(step,)), out, templates=TEMPLATES)
    assert "<b>" not in out.read_text(encoding="utf-8")
    assert "a=&#39;&lt;b&gt;&#39;" in out.read_text(encoding="utf-8")


def test_a_prompt_that_got_no_call_is_shown(tmp_path: Path) -> None:
    step = make_episode(1).steps[0]
    broken = replace(step.decision, calls=(), results=(), log_probabilities=())
    game = replace(make_episode(1), steps=(replace(step, decision=broken),))
    text = write_replay(TOY, game, tmp_path / "a.html", templates=TEMPLATES).read_text()
    assert "no call" in text and "call take_first" in text
    assert "chosen" not in Page(text).classes


def test_a_missing_template_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="replay"):
        write_replay(TOY, make_episode(1), tmp_path / "a", templates=tmp_path)


def test_a_score_counts_per_decision() -> None:
    made = summarise("expert", (make_episode(1), make_episode(3)))
    assert (made.episodes, made.steps, made.mean_score.value) == (2, 3, 2)
    assert (made.illegal_moves, made.invalid_calls) == (6, 4)
    assert (made.forward_passes, made.branches, made.milliseconds) == (2, 4, 20)


def test_intervals_hold_known_values() -> None:
    half = wilson(5, 10)  # the textbook's 0.237 to 0.763
    assert (round(half.low, 3), round(half.high, 3)) == (0.237, 0.763)
    assert wilson(0, 4).low == 0 and wilson(4, 4).high == 1
    drawn = bootstrap((1.0, 2.0, 3.0, 4.0))
    assert 1 <= drawn.low < drawn.value == 2.5 < drawn.high <= 4
    assert drawn == bootstrap((1.0, 2.0, 3.0, 4.0))


def test_pairs_use_only_shared_seeds() -> None:
    a = tuple(make_episode(seed, "a", success=True) for seed in range(8))
    b = tuple(make_episode(seed, "b", success=seed > 5) for seed in range(2, 12))
    made = paired(a, b)
    assert (made.player, made.against, made.seeds) == ("a", "b", 6)
    assert made.difference.value == pytest.approx(4 / 6)
    assert made.difference.low < 4 / 6 < made.difference.high <= 1
    with pytest.raises(TaskError, match="no shared seed"):
        paired(a[:1], b)


def test_a_report_pairs_with_the_expert_and_prints() -> None:
    games = (make_episode(1),)
    worse = (make_episode(1, "a|b", success=False),)
    bits = {"a|b": Bits(constrained=0.5, unconstrained=3.0)}
    report = score({"expert": games, "a|b": worse}, bits)
    assert [p.difference.value for p in report.against_expert] == [-1]
    assert "a\\|b" in markdown(report.scores) and "0.50 (3.00)" in markdown(
        report.scores
    )
    assert json.loads(as_json(report.scores))[0]["mean_score"]["low"] is None
    with pytest.raises(TaskError, match="no episode"):
        summarise("nobody", ())
