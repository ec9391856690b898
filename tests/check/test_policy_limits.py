"""The policy answers soon, whatever it is given to read."""

import time

import pytest

from ldc.check.policy import policy
from ldc.errors import SourceError
from tests.check.toys import changed, with_body
from tests.toy import TOY

END = "\nreturn (pick,) * steps"
STORE = "near = [1]; near[0] = 2"


def nest(head: str, levels: int) -> str:
    """Return blocks in each other with a store in the innermost."""
    heads = (" " * n + head.replace("#", str(n)) + "\n" for n in range(levels))
    return "".join(heads) + " " * levels + STORE + END


DEEP = {
    "loops": nest("for a# in state.balls:", 45),
    "functions": nest("def f#() -> None:", 45),
    "lambdas": f"{STORE}\nnear = {'lambda: ' * 1000}1{END}",
    "indices": f"{STORE}\nnear = state.balls{'[0]' * 1000}{END}",
    "comprehensions": "\n".join(["near = [b for b in state.balls]"] * 300) + END,
}


@pytest.mark.parametrize("case", DEEP)
def test_deep_code_is_read_or_refused_soon(case: str) -> None:
    function = with_body(DEEP[case])
    start = time.process_time()
    codes = {one.code for one in policy(function, TOY)}
    assert time.process_time() - start < 2
    assert codes <= {"LDC010"}


def test_what_is_nested_too_deep_is_refused() -> None:
    tower = "".join(f"elif steps == {n}:\n    {STORE}\n" for n in range(400))
    (found,) = policy(with_body(f"if steps:\n    pass\n{tower}{END}"), TOY)
    assert (found.code, found.line) == ("LDC010", 1)
    assert "nested too deep" in found.message


def test_an_annotation_of_thousands_of_parts_is_no_function() -> None:
    with pytest.raises(SourceError) as caught:
        changed(("pick: Pick, ", f"pick: {'|'.join(['int'] * 2000)}, "))
    assert caught.value.code == "LDC006"


def test_look_alike_letters_are_read_as_python_reads_them() -> None:
    """The source gate refuses them; the policy alone would not be fooled either."""
    (found,) = policy(with_body("\uff4fpen(str(pick))" + END), TOY)
    assert found.code == "LDC033"
