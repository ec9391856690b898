"""Reads with llama.cpp: one GGUF file, texts side by side over shared menus.

Texts and their menus are sequences in one cache of llama.cpp's. A text takes over the
cells of its menu without a copy, and texts of unequal length are read in one pass.
Every token looks at all cells in use, so the cache holds nothing but what is read now:
other menus wait outside, as bytes. So a text also finds its menu at the same place
each time, and is read to the same digits whatever was read before.
"""

import ctypes
import os
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ldc.errors import StudentError
from ldc.generate.reader import Logits
from ldc.generate.shelf import Shelf
from ldc.store import shown

CELLS = 8192
"""Tokens of attention cache; each takes 23 kB for SmolLM2 at 16 bits."""
ROOM = 256 << 20
"""Bytes of menus kept; one of 500 tokens takes 12 MB."""
INSTALL = "pip install 'ldc[llama-cpp]', which builds it with a C++ compiler"

Ids = tuple[int, ...]


class LlamaReader:
    """A `ldc.generate.reader.Reader` on a GGUF file, on the CPU.

    Args:
        file: A causal language model.
        threads: 0 for `OMP_NUM_THREADS`, or the cores there are.
        cells: As `CELLS`: what the texts of one pass and their menus may take.
        room: As `ROOM`; the least recently used menu goes.

    Raises:
        StudentError: llama.cpp is not installed, or does not read the file.
    """

    def __init__(
        self, file: Path, *, threads: int = 0, cells: int = CELLS, room: int = ROOM
    ) -> None:
        self.file = file
        self.lib = _library()
        """The `llama_cpp` module."""
        self._model, self._context = _opened(self.lib, file, threads, cells)
        self._memory = self.lib.llama_get_memory(self._context)
        self.words = self.lib.llama_model_get_vocab(self._model)
        """The vocabulary, as llama.cpp's calls take it."""
        self._width = int(self.lib.llama_vocab_n_tokens(self.words))
        self._batch = self.lib.llama_batch_init(cells, 0, 1)
        weakref.finalize(
            self, _closed, self.lib, self._model, self._context, self._batch
        )
        self._cells = cells
        self._free: list[int] = []
        self._shelf: Shelf[Any] = Shelf(room)
        self._menus: tuple[Ids, ...] = ()
        """Those in the cache: menu i is sequence i."""
        self._texts: list[int] = []
        self._lengths: list[int] = []
        self.passes = 0
        """Forward passes so far."""
        self.tokens = 0
        """Tokens read so far."""

    def fact(self, key: str) -> str:
        """Return what the file's metadata says under a key; empty for nothing."""
        room = 256
        said = ctypes.create_string_buffer(room)
        self.lib.llama_model_meta_val_str(self._model, key.encode(), said, room)
        return said.value.decode(errors="replace")

    def begin(self, menus: Sequence[Ids]) -> None:
        """Go to the ends of the menus; one that is not kept costs a forward pass."""
        needed = tuple(dict.fromkeys(menus))
        if needed == self._menus:
            self._let_go(self._texts)
        else:
            self._stand(needed)
        self._texts = [self._copied(needed.index(menu), len(menu)) for menu in menus]
        self._lengths = [len(menu) for menu in menus]

    def fork(self, sources: Sequence[int]) -> None:
        """Let text i be what text sources[i] was; the others are dropped."""
        old, lengths = self._texts, self._lengths
        self._let_go([seq for i, seq in enumerate(old) if i not in sources])
        self._texts = [
            old[s] if s not in sources[:i] else self._copied(old[s], lengths[s])
            for i, s in enumerate(sources)
        ]
        self._lengths = [lengths[s] for s in sources]

    def read(
        self, pieces: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]
    ) -> list[Logits]:
        """Read a piece of every text in one pass; return each text's wanted logits."""
        asked = [
            [False] * (len(piece) - 1) + [len(ids) > 0]
            for piece, ids in zip(pieces, wanted, strict=True)
        ]
        rows = iter(self._pass(self._texts, self._lengths, pieces, asked))
        self._lengths = list(
            map(sum, zip(self._lengths, map(len, pieces), strict=True))
        )
        nothing = np.empty(0, np.float32)
        return [next(rows)[list(ids)] if len(ids) else nothing for ids in wanted]

    def follow(self, piece: Sequence[int]) -> np.ndarray[tuple[int, int]]:
        """Read on in the only text; return (tokens, vocabulary) logits, float32."""
        every = [[True] * len(piece)]
        rows = self._pass(self._texts, self._lengths, [piece], every)
        self._lengths[0] += len(piece)
        found: np.ndarray[tuple[int, int]] = rows.copy()
        return found

    def _stand(self, menus: tuple[Ids, ...]) -> None:
        """Let the cache hold these menus and nothing else."""
        self.lib.llama_memory_clear(self._memory, False)
        self._menus = ()  # not yet, should a pass be interrupted
        self._free = list(range(len(menus), self.lib.llama_n_seq_max(self._context)))
        for seq, menu in enumerate(menus):
            kept = self._shelf.find(menu)
            if kept is not None:
                self._load(kept, seq)
            elif menu:
                self._shelf.keep(menu, kept := self._learn(menu, seq), len(kept))
        self._menus = menus

    def _learn(self, menu: Ids, seq: int) -> Any:
        """Read a menu into a sequence; return the bytes that bring it back."""
        done = 0
        if near := self._shelf.nearest(menu):
            like, done = near[0], min(near[1], len(menu) - 1)
            self._load(like, seq)
            self.lib.llama_memory_seq_rm(self._memory, seq, done, -1)
        rest = menu[done:]
        self._pass([seq], [done], [rest], [[False] * len(rest)])
        size = self.lib.llama_state_seq_get_size(self._context, seq)
        kept = (ctypes.c_uint8 * size)()
        self.lib.llama_state_seq_get_data(self._context, kept, size, seq)
        return kept

    def _load(self, kept: Any, seq: int) -> None:
        if not self.lib.llama_state_seq_set_data(self._context, kept, len(kept), seq):
            raise self._full(0)

    def _copied(self, seq: int, length: int) -> int:
        """Return a new sequence over the first cells of another one."""
        made = self._free.pop()
        if length:
            self.lib.llama_memory_seq_cp(self._memory, seq, made, 0, length)
        return made

    def _let_go(self, sequences: Sequence[int]) -> None:
        for seq in sequences:
            self.lib.llama_memory_seq_rm(self._memory, seq, -1, -1)
        self._free += sequences

    def _pass(
        self,
        sequences: Sequence[int],
        lengths: Sequence[int],
        pieces: Sequence[Sequence[int]],
        asked: Sequence[Sequence[bool]],
    ) -> Any:
        """Read a piece in every sequence; return (asked tokens, vocabulary) logits.

        The array is llama.cpp's own: it holds until the next pass.
        """
        batch, count = self._batch, 0
        total = sum(map(len, pieces))
        if total > self._cells:
            raise self._full(total)
        for seq, length, piece, marks in zip(
            sequences, lengths, pieces, asked, strict=True
        ):
            for i, (token, mark) in enumerate(zip(piece, marks, strict=True)):
                batch.token[count] = token
                batch.pos[count] = length + i
                batch.n_seq_id[count] = 1
                batch.seq_id[count][0] = seq
                batch.logits[count] = mark
                count += 1
        batch.n_tokens = count
        if self.lib.llama_decode(self._context, batch):
            raise self._full(total)
        self.passes += 1
        self.tokens += count
        outputs = sum(sum(marks) for marks in asked)
        if not outputs:
            return np.empty((0, self._width), np.float32)
        pointer = self.lib.llama_get_logits(self._context)
        return np.ctypeslib.as_array(pointer, shape=(outputs, self._width))

    def _full(self, total: int) -> StudentError:
        return StudentError(
            f"llama.cpp with {shown(self.file)}",
            f"has no room to read {total} tokens in {self._cells} cells",
            "read fewer texts at once, or give it more cells",
        )


_SAID: list[str] = []
"""What llama.cpp logged last."""
_KEPT: list[Any] = []
"""The callback that it logs to: it keeps no reference itself."""


def _library() -> Any:
    """Return the `llama_cpp` module, its log kept from the terminal.

    Raises:
        StudentError: It is not installed.
    """
    try:
        import llama_cpp
    except ImportError as error:
        raise StudentError("llama.cpp", "is not installed", INSTALL) from error
    if not _KEPT:
        _KEPT.append(llama_cpp.llama_log_callback(_hear))
        llama_cpp.llama_log_set(_KEPT[0], ctypes.c_void_p(0))
        llama_cpp.llama_backend_init()
    return llama_cpp


def _hear(level: int, text: bytes, _: Any) -> None:
    _SAID.append(text.decode(errors="replace"))
    del _SAID[:-50]


def _opened(lib: Any, file: Path, threads: int, cells: int) -> tuple[Any, Any]:
    """Return the model of a file and a context for many sequences."""
    _SAID.clear()
    wanted = lib.llama_model_default_params()
    wanted.n_gpu_layers = 0
    model = lib.llama_model_load_from_file(str(file).encode(), wanted)
    context = None
    if model:
        given = lib.llama_context_default_params()
        given.n_ctx = given.n_batch = cells
        given.n_seq_max = lib.llama_max_parallel_sequences()
        given.kv_unified = True
        given.no_perf = True
        # On CPU its flash attention takes 40 % longer for the pieces of a decision (20
        # tokens behind 500: 169 against 122 ms), and rounds to 16 bits whatever it has.
        given.flash_attn_type = lib.LLAMA_FLASH_ATTN_TYPE_DISABLED
        if lib.llama_model_ftype(model) == lib.LLAMA_FTYPE_ALL_F32:
            given.type_k = given.type_v = lib.GGML_TYPE_F32
        given.n_threads = given.n_threads_batch = threads or _cores()
        context = lib.llama_init_from_model(model, given)
    if not context:
        told = [line.strip() for line in _SAID if "rror" in line or "fail" in line]
        raise StudentError(
            f"llama.cpp with {shown(file)}",
            f"cannot read it: {(told or ['no such file'])[0]}",
            "write it with `ldc export TASK --format gguf`",
        )
    return model, context


def _closed(lib: Any, model: Any, context: Any, batch: Any) -> None:
    lib.llama_batch_free(batch)
    lib.llama_free(context)
    lib.llama_model_free(model)


def _cores() -> int:
    return int(os.environ.get("OMP_NUM_THREADS") or len(os.sched_getaffinity(0)))
