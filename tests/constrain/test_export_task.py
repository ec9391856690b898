"""Whole tasks exported: a step is a line a stage, and a stage is its table."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ldc import constrain
from ldc.author.source import read_folder
from ldc.constrain.export import FORMATS, export_heads, export_task
from ldc.constrain.schema.json_values import to_json
from ldc.constrain.whole import stages_of
from ldc.errors import GrammarError
from ldc.ir import FunctionBase
from ldc.tasks.pursuit import TASK as PURSUIT
from tests.constrain.test_export import TEXT_FORMATS
from tests.patrol import PATROL
from tests.play.bases import ROOT, TASKS, base_of


@pytest.mark.parametrize("task", ["blackjack", "pursuit"])
@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_a_whole_step_is_a_line_a_stage(form: str, task: str) -> None:
    spec, base = TASKS[task], base_of(task)
    takes = TEXT_FORMATS[form](export_task(spec, base, form))  # type: ignore[arg-type]
    rng, stages = random.Random(7), tuple(stages_of(spec, base))
    for _ in range(20):
        lines = [f"{s.stage.result} ={s.spell(s.sample(rng))}" for s in stages]
        assert takes("".join(lines))
        assert not takes("".join(lines[:-1]) + lines[-1].replace("=", "", 1))
        assert not takes("".join([*lines, lines[-1]]))
        if len(lines) > 1:
            assert not takes("".join(lines[:-1])) and not takes("".join(lines[::-1]))


@pytest.mark.parametrize("form", FORMATS)
def test_one_stage_is_its_table(form: str) -> None:
    spec, base = PURSUIT, base_of("pursuit")
    (route,) = (s for s in stages_of(spec, base) if s.stage.name == "route")
    text = export_task(spec, base, form, "route")  # type: ignore[arg-type]
    assert "pincer" in text and "gang" not in text
    if form in TEXT_FORMATS:
        assert text == export_heads(route.heads, form)  # type: ignore[arg-type]


def test_a_stage_that_repeats_has_a_line_for_each_who_is_there() -> None:
    functions = read_folder(PATROL, ROOT / "tests/patrol/base", ROOT)
    base = FunctionBase(task="patrol", functions=functions, digest="0")
    rng = random.Random(3)
    tables = tuple(stages_of(PATROL, base))
    lines = [f"{g.result} ={g.spell(g.sample(rng))}" for g in tables]
    for form, engine in TEXT_FORMATS.items():
        takes = engine(export_task(PATROL, base, form))  # type: ignore[arg-type]
        assert takes("".join(lines)) and takes(lines[0] + lines[-1])
        assert not takes("".join(lines[1:])) and not takes(lines[0] + lines[-1] * 2)
        takes = engine(export_task(PATROL, base, form, "move"))  # type: ignore[arg-type]
        for grammar in tables[1:]:
            assert all(takes(grammar.spell(grammar.sample(rng))) for _ in range(9))
    schema = json.loads(export_task(PATROL, base, "json-schema"))
    assert schema["required"] == ["aim"] and set(schema["properties"]) > {"move_1"}


def test_the_schema_of_a_step_is_an_object_of_calls() -> None:
    takes = Draft202012Validator(
        json.loads(export_task(PURSUIT, base_of("pursuit"), "json-schema"))
    ).is_valid
    rng, step = random.Random(7), {}
    for grammar in stages_of(PURSUIT, base_of("pursuit")):
        call = grammar.sample(rng)
        given = {name: to_json(value) for name, value in call.arguments}
        step[grammar.result] = {"function": call.function, "arguments": given}
    assert takes(step)
    assert not takes({**step, "more": step["moves"]})
    assert not takes({**step, "moves": step["targets"]})
    assert not takes({key: step[key] for key in list(step)[:-1]})


def test_an_unknown_stage_is_an_error() -> None:
    with pytest.raises(GrammarError, match="did you mean 'route'"):
        export_task(PURSUIT, base_of("pursuit"), "gbnf", "rout")


def test_the_lark_of_a_task_is_its_committed_grammar() -> None:
    base = base_of("pursuit")
    made = constrain.compile_grammar(PURSUIT, base).text
    assert export_task(PURSUIT, base, "lark") == made


def ldc_export(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, and insist on its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "ldc", "export", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done


def test_the_command_writes_what_a_file_defines(tmp_path: Path) -> None:
    file, output = tmp_path / "tools.json", tmp_path / "deep/tools.gbnf"
    count = {"type": "integer", "minimum": 0}
    properties: dict[str, Any] = {"n": count, "word": {"type": "string"}}
    schema = {"type": "object", "properties": properties, "required": ["n"]}
    file.write_text(json.dumps({"tools": [{"name": "a.b", "parameters": schema}]}))
    printed = ldc_export("--tools", str(file), "--format", "lark", "--bounds", "high=5")
    assert 'a_b: " a_b(n=" a_b_n (", word=" A_B_WORD)? ")"' in printed.stdout
    told = json.loads(
        ldc_export(
            *("--tools", str(file), "--format", "gbnf", "--json"),
            *("--output", str(output)),
        ).stdout
    )
    assert told["format"] == "gbnf" and output.read_text().startswith("root ::= (a-b)")
    open_ended = ("--tools", str(file), "--format", "gbnf", "--bounds", "none")
    wrong = ldc_export(*open_ended, code=2)
    assert "a.b: #/properties/n: the number has no bounds" in wrong.stderr
    assert "mend:" in wrong.stderr and wrong.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("pursuit",),
        ("--format", "gbnf"),
        ("gguf",),
        ("pursuit", "blackjack", "--format", "lark"),
        ("pursuit", "--tools", "x.json", "--format", "lark"),
        ("--tools", "pyproject.toml", "--format", "gguf"),
    ],
)
def test_the_command_says_what_it_needs(arguments: tuple[str, ...]) -> None:
    wrong = ldc_export(*arguments, code=2)
    assert "mend:" in wrong.stderr and wrong.stdout == ""


def test_the_command_takes_a_state(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    state: dict[str, Any] = {key: [] for key in ("walls", "zone")}
    state |= {"hunters": [[0, 0], [0, 1], [0, 2]], "step": 0, "bulletin": ""}
    state |= {"prey": [[5, 5], [6, 6], [7, 7]], "loose": [True, False, True]}
    asked = ("pursuit", "--format", "json-schema", "--stage", "assign", "--json")
    file.write_text(json.dumps(state))
    text = json.loads(ldc_export(*asked, "--state", str(file)).stdout)["text"]
    (prey,) = {
        tuple(call["properties"]["arguments"]["properties"]["prey"]["enum"])
        for call in json.loads(text)["anyOf"]
        if "prey" in call["properties"]["arguments"]["properties"]
    }
    assert prey == (1, 3)
    file.write_text(json.dumps({**state, "loose": [1, 0, 1]}))
    wrong = ldc_export(*asked, "--state", str(file), code=2)
    assert "1 is not a bool" in wrong.stderr and "mend: give hunters," in wrong.stderr
    none = ldc_export("gguf", "pursuit", "--state", str(file), code=2)
    assert "--state says nothing to" in none.stderr
