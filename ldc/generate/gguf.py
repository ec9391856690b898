"""Write a student as GGUF, the one file that llama.cpp and its like read.

The adapter is merged, so the file holds the policy; its metadata keeps the digests the
policy was trained with, so that a file of another base is refused as a folder is.

Llama models turn queries and keys by pairs of dimensions. `transformers` pairs a
dimension with one half a head away, GGUF with its neighbour: the rows of both
projections are reordered, as llama.cpp's own converter does.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from ldc.errors import StudentError
from ldc.finetune.policy import load_policy
from ldc.finetune.student import Dtype, Student
from ldc.ir import Policy, digest
from ldc.store import new_file

if TYPE_CHECKING:
    import gguf

Format = Literal["bf16", "f16", "f32", "q8_0"]
"""bf16 holds what the student plays with; f32 is exact; q8_0 is half as large."""

VERSION = 1
"""Of this writer; a cached file of another version is not used."""
KEY = "ldc."
"""Begins the metadata keys that hold a policy's digests."""
SPLITS = {
    "Digits ByteLevel": "smollm",
    "ByteLevel": "gpt-2",
}
"""How a tokenizer splits a text first -> llama.cpp's name for it."""


def export_gguf(
    folder: Path, out: Path, dtype: Format, expect: Mapping[str, str]
) -> Policy:
    """Write the policy of a folder as one GGUF file.

    Args:
        folder: What `finetune` wrote.
        out: The file.
        dtype: Of the matrices; vectors are always f32.
        expect: The digests of now, as in `load_policy`.

    Returns:
        The policy.

    Raises:
        PolicyError: As `load_policy`.
        StudentError: The model or its tokenizer is of a kind that is not known here.
    """
    exact: Dtype = "bfloat16" if dtype == "bf16" else "float32"
    policy, student = load_policy(folder, expect, exact)
    write_gguf(student, out, dtype, policy.digests)
    return policy


def cached_gguf(
    folder: Path, kept: Path, dtype: Format, expect: Mapping[str, str]
) -> Path:
    """Return the GGUF file of a policy, written into `kept` unless it is there."""
    facts = folder / "policy.json"
    text = facts.read_text() if facts.is_file() else ""
    file = kept / f"{digest(text, str(VERSION))}-{dtype}.gguf"
    if not file.is_file():
        export_gguf(folder, file, dtype, expect)
    return file


def write_gguf(
    student: Student, out: Path, dtype: Format, digests: Mapping[str, str]
) -> None:
    """Write a Llama model, its tokenizer and some digests.

    Raises:
        StudentError: Another kind of model, or a tokenizer that is not known here.
        StoreError: The file cannot be written.
    """
    import gguf

    config = student.model.config
    rope = (getattr(config, "rope_parameters", None) or {}).get("rope_type", "default")
    if (config.model_type, rope) != ("llama", "default"):
        raise StudentError(
            f"student {student.name!r}",
            f"is a {config.model_type!r} with {rope!r} positions; only plain 'llama' "
            "models are written as GGUF here",
            "use llama.cpp's convert_hf_to_gguf.py on the merged model",
        )
    with new_file(out) as part:
        writer = gguf.GGUFWriter(part, "llama")
        _add_shape(writer, student, dtype)
        _add_tokenizer(writer, student)
        for name, value in sorted(digests.items()):
            writer.add_string(KEY + name, value)
        for name, values, kind in _tensors(student.model, dtype):
            writer.add_tensor(name, values, raw_dtype=kind)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()


def _add_shape(writer: "gguf.GGUFWriter", student: Student, dtype: Format) -> None:
    import gguf

    config = student.model.config
    kinds = {"bf16": "BF16", "f16": "F16", "f32": "ALL_F32", "q8_0": "Q8_0"}
    kind = kinds[dtype]
    name = kind if kind == "ALL_F32" else f"MOSTLY_{kind}"
    writer.add_name(student.name)
    writer.add_file_type(gguf.LlamaFileType[name])
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_rope_dimension_count(config.head_dim)
    writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    writer.add_vocab_size(config.vocab_size)


def _add_tokenizer(writer: "gguf.GGUFWriter", student: Student) -> None:
    import gguf

    spec = json.loads(student.tokenizer.backend_tokenizer.to_str())
    split = spec["pre_tokenizer"] or {}
    parts = [part["type"] for part in split.get("pretokenizers", [split]) if part]
    name = SPLITS.get(" ".join(map(str, parts)))
    if spec["model"]["type"] != "BPE" or spec["normalizer"] or name is None:
        raise StudentError(
            f"student {student.name!r}",
            f"its tokenizer ({spec['model']['type']}, split by {parts}) is none whose "
            "llama.cpp name is known here",
            "use llama.cpp's convert_hf_to_gguf.py on the merged model",
        )
    added = {token["id"]: token["special"] for token in spec["added_tokens"]}
    ids = dict(sorted((i, t) for t, i in student.tokenizer.get_vocab().items()))
    rest = range(len(ids), student.model.config.vocab_size)
    kind = gguf.TokenType
    kinds = [
        (kind.CONTROL if added[i] else kind.USER_DEFINED) if i in added else kind.NORMAL
        for i in ids
    ]
    merges = [m if isinstance(m, str) else " ".join(m) for m in spec["model"]["merges"]]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(name)
    writer.add_token_list([*ids.values(), *(f"[PAD{i}]" for i in rest)])
    writer.add_token_types([*kinds, *(kind.UNUSED for _ in rest)])
    writer.add_token_merges(merges)
    writer.add_add_bos_token(False)
    writer.add_add_space_prefix(False)
    for role in ("bos", "eos", "unk", "pad"):
        found = getattr(student.tokenizer, f"{role}_token_id")
        if found is not None:
            getattr(writer, f"add_{role}_token_id")(found)


def _tensors(model: Any, dtype: Format) -> "Iterator[tuple[str, Any, Any]]":
    """Give (GGUF name, values as stored, their type) of every weight."""
    import gguf

    config = model.config
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, config.num_hidden_layers)
    heads = {"q": config.num_attention_heads, "k": config.num_key_value_heads}
    for theirs, tensor in model.state_dict().items():
        if theirs == "lm_head.weight" and config.tie_word_embeddings:
            continue
        ours = names.get_name(theirs, try_suffixes=(".weight", ".bias"))
        if ours is None:
            what = f"holds {theirs!r}, for which GGUF has no name"
            raise StudentError("GGUF", what, "merge the adapter first")
        values = tensor.float().numpy()
        for letter, count in heads.items():
            if f".{letter}_proj." in theirs:
                values = by_neighbours(values, count)
        kind = gguf.GGMLQuantizationType[dtype.upper() if values.ndim > 1 else "F32"]
        yield ours, gguf.quantize(values, kind), kind


def by_neighbours(
    rows: np.ndarray[Any, np.dtype[np.float32]], heads: int
) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Reorder the rows of a projection from halves of a head to neighbouring pairs.

    Args:
        rows: (heads x size, ...), each head's first half before its second.
        heads: How many.

    Example:
        >>> by_neighbours(np.array([0.0, 1, 2, 3], dtype=np.float32), 1).tolist()
        [0.0, 2.0, 1.0, 3.0]
    """
    split = rows.reshape(heads, 2, len(rows) // heads // 2, *rows.shape[1:])
    return split.swapaxes(1, 2).reshape(rows.shape)
