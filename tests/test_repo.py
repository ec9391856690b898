"""The rules of the repository: directions, sizes, names, documents."""

import ast
import graphlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ldc import build, check, constrain
from ldc.base import check_stage
from tests.listing import BEGIN, ROOT, STAGES, listed, scored, summary
from tests.size import budget, lines, sources

GROUND = (
    *("errors", "ir", "jail", "progress", "project", "render", "spelling"),
    *("states", "store", "turns"),
)
"""What every stage may import."""

SEES_ALL = (
    *("base", "build", "cli", "contest", "doctor", "emergency", "job"),
    *("labels", "learn", "new", "rounds", "serve", "sheet", "write"),
)

VAGUE = {"common", "core", "helpers", "lib", "misc", "utils", "util", "helper"}

LDC = sources("ldc")
TASKS = sorted(f.parent.name for f in (ROOT / "ldc" / "tasks").glob("*/__init__.py"))


def shown(file: Path) -> str:
    """Return the path as the repository names it."""
    return file.relative_to(ROOT).as_posix()


def module(file: Path) -> str:
    """Return the dotted name of a file of the package."""
    return shown(file).removesuffix(".py").replace("/", ".").removesuffix(".__init__")


MODULES = {module(file) for file in LDC}


def imports(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """Yield the modules of the package that these nodes import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] == "ldc")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: spell imports from the root"
            source = node.module or ""
            if source.split(".")[0] == "ldc":
                for alias in node.names:
                    inner = f"{source}.{alias.name}"
                    yield inner if inner in MODULES else source


def anywhere(file: Path) -> Iterator[ast.AST]:
    """Yield every node of a file."""
    yield from ast.walk(ast.parse(file.read_text("utf-8")))


def at_the_top(file: Path) -> Iterator[ast.AST]:
    """Yield what runs when the file is imported, one level deep."""
    yield from ast.parse(file.read_text("utf-8")).body


def unit(name: str) -> str:
    """Return the stage or ground file of a module: ldc.check.rules -> check."""
    return name.split(".")[1] if "." in name else ""


def may_import(importer: str, imported: str) -> bool:
    """Say whether one unit may import the other; "" is the package itself."""
    if imported in ("", importer) or importer in SEES_ALL:
        return True
    if importer == "__main__":
        return imported == "cli"
    if importer == "jail":
        return imported in ("errors", "ir", "spelling")
    if imported in GROUND:
        return True
    both_stages = importer in STAGES and imported in STAGES
    return both_stages and imported < importer


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("check", "author", True),
        ("author", "check", False),
        ("check", "store", True),
        ("store", "check", False),
        ("jail", "store", False),
        ("play", "tasks", False),
        ("cli", "tasks", True),
        ("tasks", "play", False),
    ],
)
def test_the_direction_is_the_alphabet(
    importer: str, imported: str, allowed: bool
) -> None:
    assert may_import(importer, imported) is allowed
    assert sorted(STAGES) == list(STAGES)


@pytest.mark.parametrize("file", LDC, ids=shown)
def test_imports_point_up_the_listing(file: Path) -> None:
    here = unit(module(file))
    wrong = {
        name for name in imports(anywhere(file)) if not may_import(here, unit(name))
    }
    assert not wrong, f"{shown(file)} imports {wrong}"


def test_no_import_cycle() -> None:
    graph = {module(file): set(imports(at_the_top(file))) for file in LDC}
    graphlib.TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("file", sources("ldc", "tests", "function_base"), ids=shown)
def test_a_file_fits_its_budget(file: Path) -> None:
    assert lines(file) <= budget(file), f"{shown(file)} has {lines(file)} lines"


@pytest.mark.parametrize("file", LDC, ids=shown)
def test_a_file_says_what_it_is_and_its_public_names_have_manuals(file: Path) -> None:
    assert summary(file), f"{shown(file)} has no docstring"
    bare = [
        node.name
        for node in anywhere(file)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not is_inner(node, file)
    ]
    assert not bare, f"{shown(file)}: no docstring in {bare}"


def is_inner(node: ast.AST, file: Path) -> bool:
    """Say whether a definition stands in a function or a private class."""
    private = [
        n
        for n in anywhere(file)
        if isinstance(n, ast.FunctionDef)
        or (isinstance(n, ast.ClassDef) and n.name.startswith("_"))
    ]
    return any(
        outer.lineno < node.lineno <= (outer.end_lineno or 0)  # type: ignore[attr-defined]
        for outer in private
    )


ON_PURPOSE = ("check/bad", "jail/attacks", "jail/benign")
"""Folders of files that are judged, each as somebody might write it."""


@pytest.mark.parametrize(
    "file",
    [
        file
        for file in sources("ldc", "tests", "function_base")
        if not any(file.is_relative_to(ROOT / "tests" / one) for one in ON_PURPOSE)
    ],
    ids=shown,
)
def test_every_function_is_annotated(file: Path) -> None:
    for node in anywhere(file):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            spec = node.args
            given = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]
            given += [a for a in (spec.vararg, spec.kwarg) if a is not None]
            bare = [a.arg for a in given if a.annotation is None]
            assert set(bare) <= {"self", "cls"}, f"{node.name}: {bare}"
            assert node.returns is not None, f"{node.name} does not say what it returns"


def test_no_vague_names() -> None:
    places = [*LDC, *(file.parent for file in LDC)]
    assert not [shown(place) for place in places if place.stem in VAGUE]


def test_the_readme_listing_is_the_tree() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert BEGIN in text
    assert text == listed(text), "run `make golden`"


def test_the_readme_scores_are_those_of_the_policies() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count("<!-- scores ") == len(TASKS)
    assert text == scored(text), "run `make golden`"


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_whole_in_its_places(task: str) -> None:
    trusted = ("__init__.py", "state.py", "env.py", "properties.py", "instructions.md")
    places = [
        *(ROOT / "ldc" / "tasks" / task / name for name in trusted),
        ROOT / "function_base" / task / "provenance.json",
    ]
    assert not [shown(place) for place in places if not place.is_file()]


@pytest.mark.parametrize("task", TASKS)
def test_a_committed_grammar_is_what_the_compiler_makes(task: str) -> None:
    job = build.open_job(task, ROOT)
    base = check.admit(job.task, check_stage(job), whole=True)
    made = constrain.compile_grammar(job.task, base).text
    assert job.project.grammar_file(task).read_text("utf-8") == made, "`make golden`"


def test_no_tracked_file_names_a_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no git here, so nothing is tracked")
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    machine = re.compile(rb"(?<![\w.])/(?:root|home|Users|work|opt)/\w")
    named = [
        name
        for name in listing.stdout.decode().split("\0")
        if name
        and (ROOT / name).is_file()
        and machine.search((ROOT / name).read_bytes())
    ]
    assert not named


def test_every_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert targets
    said = re.findall(r"^([a-z]+):.*## \w", makefile, re.MULTILINE)
    assert sorted(said) == sorted(targets[1].split())
