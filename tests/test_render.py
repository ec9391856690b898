"""Prompts come from one template, and a template that asks too much is blamed."""

from pathlib import Path

import pytest

from ldc.errors import StoreError, TaskError
from ldc.render import Renderer
from tests.play.bases import RENDERER
from tests.toy import TOY

MENU = [("the sign is red", "take_ball"), ("there is no sign", "take_first")]
(PICK, *_) = TOY.stages


def renderer_of(folder: Path, text: str) -> Renderer:
    """Return a renderer whose folder holds one template."""
    (folder / "decide.jinja").write_text(text, "utf-8")
    return Renderer([folder])


def test_a_prompt_reads_as_a_person_would_write_it() -> None:
    prompt = RENDERER.decide(TOY, PICK, MENU, "the sign is red")
    assert prompt.constant == (
        f"{TOY.goal}\n"
        f"Choose {PICK.title}.\n"
        "If the sign is red, call take_ball.\n"
        "If there is no sign, call take_first.\n"
    )
    assert prompt.state == "Now the sign is red. So call"


def test_the_constant_part_does_not_depend_on_the_state() -> None:
    red = RENDERER.decide(TOY, PICK, MENU, "the sign is red")
    none = RENDERER.decide(TOY, PICK, MENU, "there is no sign")
    assert red.constant == none.constant
    assert red.state != none.state


def test_what_is_given_stands_in_the_prompt_as_it_is() -> None:
    """No escaping, and no template inside a value is run."""
    odd = 'the sign says "<a> & {{ goal }}"'
    assert RENDERER.decide(TOY, PICK, MENU, odd).state == f"Now {odd}. So call"


def test_a_name_that_is_not_given_is_blamed(tmp_path: Path) -> None:
    text = "{% block constant %}{{ wind }}{% endblock %}{% block state %}{% endblock %}"
    with pytest.raises(TaskError) as caught:
        renderer_of(tmp_path, text).decide(TOY, PICK, MENU, "")
    assert "'wind' is undefined" in caught.value.what
    assert "facts, goal, menu, title" in caught.value.what


def test_a_missing_template_is_blamed(tmp_path: Path) -> None:
    empty = Renderer([tmp_path])
    with pytest.raises(StoreError, match=r"decide\.jinja"):
        empty.decide(TOY, PICK, MENU, "")
    with pytest.raises(StoreError, match=r"decide\.jinja"):
        empty.digest()


def test_the_first_folder_that_holds_a_template_wins(tmp_path: Path) -> None:
    own = "{% block constant %}mine{% endblock %}{% block state %}!{% endblock %}"
    (tmp_path / "decide.jinja").write_text(own, "utf-8")
    shipped = Path(__file__).parents[1] / "templates"
    both = Renderer([tmp_path, shipped])
    assert str(both.decide(TOY, PICK, MENU, "")) == "mine!"
    assert both.digest() != RENDERER.digest() == Renderer([shipped]).digest()
