"""Plain byte mutation: the same seeds, the same nonsense."""

from __future__ import annotations

import random
from collections.abc import Iterator

EVIL = (b"\0", b"\xff", b"\xed\xa0\x80", b"\r\n", b'"', b"{", b"[" * 2000, b"-", b"\\u0000", b"9" * 5000, b"A" * 70_000)


def mutated(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """So many variants of the data: cut short, doubled, bits turned, bytes replaced, evil put in."""
    chance = random.Random(seed)
    for _ in range(count):
        made = bytearray(data)
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            place = chance.randrange(len(made) + 1)
            match chance.randrange(6):
                case 0:
                    del made[place:]
                case 1:
                    made[place:place] = chance.choice(EVIL)
                case 2:
                    made[place : place + 1] = bytes([chance.randrange(256)])
                case 3:
                    del made[place : place + chance.randrange(1, 9)]
                case 4:
                    made[place:place] = made[: chance.randrange(40)]
                case _:
                    if place < len(made):
                        made[place] ^= 1 << chance.randrange(8)
        yield bytes(made)
