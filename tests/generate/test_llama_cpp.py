"""The reader on llama.cpp reads what the one on `transformers` reads."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from ldc.constrain import Tokens
from ldc.errors import StudentError
from ldc.finetune.student import Student
from ldc.generate.decode import Decoder
from ldc.generate.llama_cpp import LlamaReader
from ldc.generate.prefix import TorchReader
from ldc.generate.vocabulary import GgufTokens
from tests.finetune.conftest import situation

CASES = [(seed, stage) for seed in range(12) for stage in ("pick", "walk")]
WANTED = [5, 7, 11, 40_000]


@pytest.fixture
def reader(tiny_gguf: Path) -> LlamaReader:
    return LlamaReader(tiny_gguf, threads=1, cells=4096)


def logits_after(student: Student, ids: list[int]) -> Any:
    with torch.inference_mode():
        logits = student.model(torch.tensor([ids])).logits[0, -1, WANTED]
    return logits.numpy()


def close(ours: Any, theirs: Any) -> None:
    np.testing.assert_allclose(ours, theirs, atol=2e-4, rtol=1e-4)


def test_texts_side_by_side_are_read_as_alone(
    reader: LlamaReader, tiny: Student
) -> None:
    menus = [tuple(range(100, 160)), (), tuple(range(100, 130))]
    pieces = [[7, 8, 9], [1, 2, 3, 4, 5], [6]]
    reader.begin(menus)
    assert (reader.passes, reader.tokens) == (2, 90)
    found = reader.read(pieces, [WANTED, [], WANTED])
    assert (reader.passes, reader.tokens) == (3, 99)
    assert len(found[1]) == 0
    close(found[0], logits_after(tiny, [*menus[0], *pieces[0]]))
    close(found[2], logits_after(tiny, [*menus[2], *pieces[2]]))

    reader.fork([1, 1, 0])
    more = [[70], [71, 72], [73]]
    sources = [[*menus[1], *pieces[1]]] * 2 + [[*menus[0], *pieces[0]]]
    found = reader.read(more, [WANTED] * 3)
    for row, source, piece in zip(found, sources, more, strict=True):
        close(row, logits_after(tiny, source + piece))
    reader.fork([2])
    (row,) = reader.read([[74]], [WANTED])
    close(row, logits_after(tiny, [*sources[2], 73, 74]))


def test_every_token_of_the_only_text_can_be_followed(
    reader: LlamaReader, tiny: Student
) -> None:
    reader.begin([(1, 2, 3)])
    rows = reader.follow([4, 5, 6])
    assert rows.shape == (3, 49152)
    for count in range(3):
        theirs = logits_after(tiny, [1, 2, 3, *[4, 5, 6][: count + 1]])
        close(rows[count, WANTED], theirs)


def test_a_menu_is_read_once_until_it_must_make_room(
    tiny_gguf: Path, tiny: Student
) -> None:
    cell = 2 * 2 * 2 * 16 * 4  # bytes: keys and values, layers, heads, width, f32
    reader = LlamaReader(tiny_gguf, threads=1, cells=4096, room=700 * cell)
    menus = [tuple(range(n, n + 300)) for n in (1000, 2000, 3000)]  # two have room
    for which, new in [(0, 300), (0, 0), (1, 300), (0, 0), (2, 300), (0, 0), (1, 300)]:
        before = reader.tokens
        reader.begin([menus[which]])
        assert reader.tokens - before == new, which
        (row,) = reader.read([[7, 8]], [WANTED])
        close(row, logits_after(tiny, [*menus[which], 7, 8]))


def test_a_text_is_read_to_the_same_digits_whatever_was_read_before(
    tiny_gguf: Path,
) -> None:
    menus = [tuple(range(n, n + 90)) for n in (1000, 2000, 3000)]
    orders = [(0, 1, 2), (2, 1, 0, 1, 2), (1, 1, 2, 0, 2, 1)]
    found = []
    for order in orders:
        reader = LlamaReader(tiny_gguf, threads=1, cells=4096)
        reader.begin([menus[order[-1]], (), menus[0]])  # a batch in between
        reader.read([[4], [5, 6], [7]], [WANTED] * 3)
        rows = {}
        for which in order:
            reader.begin([menus[which]])
            first = reader.read([[7, 8, 9]], [WANTED])
            rows[which] = [*first[0], *reader.read([[10]], [WANTED])[0]]
        found.append([rows[which] for which in range(3)])
    assert found[0] == found[1] == found[2]


def test_a_menu_is_built_upon_one_that_begins_alike(
    reader: LlamaReader, tiny: Student
) -> None:
    one, other = tuple(range(300)), (*range(200), *range(900, 930))
    reader.begin([one])
    reader.begin([other])
    assert reader.tokens == 330
    (row,) = reader.read([[7]], [WANTED])
    close(row, logits_after(tiny, [*other, 7]))


def test_chooses_what_the_other_reader_chooses(
    reader: LlamaReader, tiny: Student, tokens: Tokens
) -> None:
    ours = Decoder(reader, GgufTokens(reader), memory=0)
    theirs = Decoder(TorchReader(tiny.model), tokens, memory=0)
    asked = [(situation(*case)[0], situation(*case)[1]) for case in CASES]
    kinds = set()
    for prompt, grammar in asked:
        one = ours.choose(prompt, grammar.matcher(ours.tokens))
        other = theirs.choose(prompt, grammar.matcher(tokens))
        assert one.ids == other.ids
        assert one.branch_points == other.branch_points
        assert one.forward_passes == other.forward_passes
        assert math.isclose(one.log_probability, other.log_probability, abs_tol=1e-3)
        kinds.add(one.ids)
    assert len(kinds) > 4

    matchers = [(p, g.matcher(tokens)) for p, g in asked]
    together = ours.choose_all(matchers)
    assert [c.ids for c in together] == [c.ids for c in theirs.choose_all(matchers)]
    prompt, matcher = matchers[3]
    one, other = (d.choose(prompt, matcher, mode="scored") for d in (ours, theirs))
    assert one.ids == other.ids
    assert len(one.scores) == len(other.scores) > 1
    bits = [d.bits(prompt, one.ids, one.branch_points) for d in (ours, theirs)]
    assert bits[0] == pytest.approx(bits[1], rel=1e-3)


def test_the_file_cuts_texts_as_the_tokenizer_does(
    reader: LlamaReader, tokens: Tokens
) -> None:
    ours = GgufTokens(reader)
    texts = [str(situation(*case)[0]) for case in CASES]
    for text in [*texts, "", " 12 345", "naïve 🙂\n\n\t x  <|im_end|>", "日本語"]:
        ids = tokens.encode(text)
        assert ours.encode(text) == ids
        assert ours.decode(ids) == text
    assert ours.vocab_size == tokens.vocab_size
    for i in range(0, 49152, 7):
        assert ours.bytes_of([i]) == tokens.bytes_of([i])


def test_the_file_says_what_it_was_made_of(reader: LlamaReader) -> None:
    assert reader.fact("ldc.base") == "b1"
    assert reader.fact("ldc.templates") == ""


def test_too_much_text_is_an_error_that_says_so(reader: LlamaReader) -> None:
    reader.begin([()])
    with pytest.raises(StudentError, match="9000 tokens.*4096 cells"):
        reader.read([[1] * 9000], [WANTED])


@pytest.mark.parametrize("content", [None, b"", b"GGUF but no more", b"x" * 4096])
def test_what_is_no_model_is_refused(
    content: bytes | None, tiny_gguf: Path, tmp_path: Path
) -> None:
    file = tmp_path / "wrong.gguf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(StudentError, match="cannot read it"):
        LlamaReader(file)
