"""Every error a user can meet: where it is, what is wrong with its value, how to mend it.

LdcError                 exit code 2; anything below it is something the user can mend
├── TaskError            a task folder, its name or its types
├── SourceError          a function file that cannot be read as one function
├── TeacherError         a teacher that cannot be reached, or a reply that is not recorded
├── GrammarError         a type, a state or a text that the grammar cannot express
├── JailError            the jail could not run a call, or a wall is missing
├── DatasetError         a dataset file that is damaged or does not fit
├── StudentError         a student that is missing or unreadable
├── PolicyError          an adapter trained on something else than what is here now
└── StoreError           a file that cannot be read or written (disk full, permissions)
"""


class LdcError(Exception):
    """One thing that is wrong, said in three parts.

    Args:
        where: A path with line and column, or the command, as the user would name it.
        what: What is wrong, with the value (by `repr`) that shows it.
        mend: What to do about it, as an instruction.
    """

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(where, what, mend)
        self.where = where
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n  mend: {self.mend}"


class TaskError(LdcError):
    """A task that is not there, is incomplete, or uses a type that is not allowed."""


class SourceError(LdcError):
    """A function file that does not hold exactly one well-formed public function.

    Args:
        where: As for every error.
        what: As for every error.
        mend: As for every error.
        code: Of the finding that a verdict on this file carries.
    """

    def __init__(
        self, where: str, what: str, mend: str, *, code: str = "LDC007"
    ) -> None:
        super().__init__(where, what, mend)
        self.code = code


class TeacherError(LdcError):
    """A teacher that does not answer as one, or an answer that the ledger lacks."""


class GrammarError(LdcError):
    """A type that no grammar can express, or a text that the grammar refuses."""


class JailError(LdcError):
    """A call that the jail could not run, or a wall that does not stand here."""


class DatasetError(LdcError):
    """A dataset that is truncated, damaged, or made for something else."""


class StudentError(LdcError):
    """A student model that is not installed or cannot be read."""


class PolicyError(LdcError):
    """A policy that was trained with another base, template, or grammar."""


class StoreError(LdcError):
    """A file that cannot be read or written."""


def did_you_mean(word: str, known: list[str]) -> str:
    """Say the nearest known word, then all of them; made for the `mend` part.

    Example:
        >>> did_you_mean("persuit", ["blackjack", "pursuit"])
        "did you mean 'pursuit'? known: blackjack, pursuit"
    """
    import difflib

    near = difflib.get_close_matches(word, known, n=1)
    listing = f"known: {', '.join(sorted(known)) or 'none'}"
    return f"did you mean {near[0]!r}? {listing}" if near else listing
