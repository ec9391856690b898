"""Lines a file against its budget: `make size` prints them, test_repo holds them."""

from pathlib import Path

ROOT = Path(__file__).parent.parent

BUDGET = 300
"""Lines that a file may have."""

RAISED = {"ldc/ir.py": 400}
"""Files with a larger budget, so that one is raised only in plain sight."""


def sources(*folders: str) -> list[Path]:
    """Return the Python files below these folders of the repository, sorted."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def lines(file: Path) -> int:
    """Return how many lines a file has."""
    return len(file.read_text("utf-8").splitlines())


def budget(file: Path) -> int:
    """Return how many lines a file may have."""
    return RAISED.get(file.relative_to(ROOT).as_posix(), BUDGET)


def main() -> None:
    """Print the files of `ldc/` by size, and the median."""
    sized = sorted(((lines(f), f) for f in sources("ldc")), reverse=True)
    for count, file in sized:
        print(f"{count:5} of {budget(file)}  {file.relative_to(ROOT)}")
    print(f"{sized[len(sized) // 2][0]:5} is the median of {len(sized)} files")


if __name__ == "__main__":
    main()
