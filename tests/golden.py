"""Makes again what is made from something else: `make golden`, then read the diff."""

from ldc import base, build, tasks
from tests.listing import BEGIN, ROOT, listed, scored

README = ROOT / "README.md"


def main() -> None:
    """Write the grammars, the README listing and its score tables."""
    for task in tasks.names():
        base.constrain_stage(build.open_job(task, ROOT))
    readme = README.read_text("utf-8") if README.exists() else ""
    if BEGIN in readme:
        README.write_text(scored(listed(readme)), "utf-8")


if __name__ == "__main__":
    main()
