"""The filter's program, run by a small machine of our own: a verdict for each call."""

import struct

import pytest

from ldc.jail.seccomp import (
    ALLOWED,
    DEADLY,
    MACHINES,
    MEMORY,
    READ_WRITE,
    X32,
    program,
)

ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050001, 0x80000000


def verdict(code: bytes, number: int, machine: int, *arguments: int) -> int:
    """Run a program of the kernel's old packet filter on one system call."""
    six = [*arguments, *[0] * (6 - len(arguments))]
    shown = struct.pack("<IIQ6Q", number, machine, 0, *six)
    place, held = 0, 0
    while True:
        kind, true, false, value = struct.unpack_from("HBBI", code, 8 * place)
        place += 1
        if kind == 0x20:
            held = struct.unpack_from("<I", shown, value)[0]
        elif kind == 0x06:
            return int(value)
        else:
            test = {0x15: held == value, 0x35: held >= value, 0x45: held & value}
            place += true if test[kind] else false


@pytest.fixture(params=MACHINES)
def cpu(request: pytest.FixtureRequest) -> tuple[bytes, int, int]:
    """Return a program, its machine's number, and its column in the tables."""
    name = request.param
    return program(name), MACHINES[name], [*MACHINES].index(name)


def test_what_is_listed_has_its_verdict(cpu: tuple[bytes, int, int]) -> None:
    code, machine, column = cpu
    for calls, wanted in ((ALLOWED, ALLOW), (DEADLY, KILL)):
        for name, numbers in calls.items():
            if numbers[column] >= 0:
                assert verdict(code, numbers[column], machine) == wanted, name


def test_nothing_else_is_allowed(cpu: tuple[bytes, int, int]) -> None:
    code, machine, column = cpu
    tables = (ALLOWED, DEADLY, MEMORY, READ_WRITE)
    listed = {numbers[column] for table in tables for numbers in table.values()}
    for number in {*range(600)} - listed:
        assert verdict(code, number, machine) == REFUSE, number


def test_one_descriptor_and_no_code(cpu: tuple[bytes, int, int]) -> None:
    code, machine, column = cpu
    for numbers in READ_WRITE.values():
        assert verdict(code, numbers[column], machine, 0) == ALLOW
        for other in (1, 2, 3, 0xFFFFFFFF):
            assert verdict(code, numbers[column], machine, other) == REFUSE
    for numbers in MEMORY.values():
        for protection in range(8):
            wanted = REFUSE if protection & 4 else ALLOW
            found = verdict(code, numbers[column], machine, 0, 4096, protection)
            assert found == wanted


def test_another_machines_calls_kill(cpu: tuple[bytes, int, int]) -> None:
    code, machine, column = cpu
    i386 = 0x40000003
    assert verdict(code, ALLOWED["brk"][column], i386) == KILL
    assert verdict(code, X32 + ALLOWED["brk"][column], machine) == KILL


def test_a_machine_without_numbers_is_named() -> None:
    with pytest.raises(OSError, match="no filter for 'riscv64', only for x86_64"):
        program("riscv64")
