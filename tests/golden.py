"""Makes again what is made from something else: `make golden`, then read the diff."""

from tests.listing import BEGIN, ROOT, listed

README = ROOT / "README.md"


def main() -> None:
    """Write the README listing."""
    readme = README.read_text("utf-8")
    if BEGIN in readme:
        README.write_text(listed(readme), "utf-8")


if __name__ == "__main__":
    main()
