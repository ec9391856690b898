"""The pages of the codes that gates give; a rule keeps its page in its own file."""

from collections.abc import Mapping
from importlib.resources import files


def pages() -> Mapping[str, str]:
    """Return code -> page, sorted by code."""
    found = (file for file in files(__name__).iterdir() if file.name.endswith(".md"))
    texts = {file.name.removesuffix(".md"): file.read_text("utf-8") for file in found}
    return {code: texts[code].strip() for code in sorted(texts)}
