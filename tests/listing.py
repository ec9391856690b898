"""Makes the listing in README: one line a file, from its first docstring line."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

STAGES = (
    *("author", "check", "constrain", "dataset"),
    *("finetune", "generate", "play", "score"),
)
"""The pipeline; the alphabet gives the order."""

BEGIN, END = "<!-- listing -->", "<!-- /listing -->"


def listing() -> str:
    """Return the tree of `ldc/` as text: stages in order, other folders, files."""
    entries = [("ldc/", ROOT / "ldc" / "__init__.py"), *_below(ROOT / "ldc", "")]
    width = max(len(name) for name, _ in entries) + 2
    return "\n".join(f"{name:{width}}{summary(file)}" for name, file in entries)


def summary(file: Path) -> str:
    """Return the first docstring line of a Python file, without the full stop."""
    docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return docstring.partition("\n")[0].rstrip(".")


def listed(readme: str) -> str:
    """Return the README text with the listing between its markers made again."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n```text\n{listing()}\n```\n{END}{after}"


def scored(readme: str) -> str:
    """Return the README text with each task's table taken from its model card."""
    for card in sorted(ROOT.glob("policies/*/README.md")):
        begin, end = f"<!-- scores {card.parent.name} -->", "<!-- /scores -->"
        before, found, rest = readme.partition(begin)
        if found:
            _, _, after = rest.partition(end)
            lines = card.read_text("utf-8").splitlines()
            table = "\n".join(line for line in lines if line.startswith("|"))
            readme = f"{before}{begin}\n{table}\n{end}{after}"
    return readme


def _below(folder: Path, indent: str) -> Iterator[tuple[str, Path]]:
    folders = [init.parent for init in folder.glob("*/__init__.py")]
    files = [file for file in folder.glob("*.py") if file.name != "__init__.py"]
    entries = [*sorted(folders, key=_order), *sorted(files)]
    for entry in entries:
        last = entry == entries[-1]
        name = f"{indent}{'└── ' if last else '├── '}{entry.name}"
        if entry in folders:
            yield f"{name}/", entry / "__init__.py"
            yield from _below(entry, indent + ("    " if last else "│   "))
        else:
            yield name, entry


def _order(folder: Path) -> tuple[bool, str]:
    return folder.name not in STAGES, folder.name
