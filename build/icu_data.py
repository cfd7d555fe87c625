"""Trims ICU's data: Qt for Linux has it for 700 locales, 12 MB compressed, but this program only needs collation.

Qt itself handles dates, numbers and line breaks. The format is that of ICU's `udata.h` and `ucmndata.h`: a header, a
count, a sorted table with the offsets of each name and item, the names, the items.
"""

import re
import struct
import subprocess
from pathlib import Path

from installer.model import Language

_MAGIC = b"\xda\x27"
_COMMON_DATA = b"CmnD"
_ALIGNMENT = 16

UNUSED_ITEM = re.compile(
    r"[^/]+/(?:"
    r"(?:brkitr|curr|lang|rbnf|region|translit|unit|zone)/.*"  # words of other subjects than sorting
    r"|.*[.](?:cnv|cfu|spp)"  # old character sets, look-alikes, StringPrep
    rf"|(?:coll/)?(?!{'|'.join(Language)}|root|pool|res_)[a-z]{{2,4}}(?:_\w+)?[.]res"  # other locales
    r")"
)


def trimmed(library: Path, folder: Path) -> Path:
    """A library of the same name in `folder`, holding only what our languages sort by; needs binutils."""
    (symbol,) = re.findall(rb"icudt\d+_dat", library.read_bytes()[:4096])
    data, assembly, made = folder / "icu.dat", folder / "icu.s", folder / library.name
    folder.mkdir(parents=True, exist_ok=True)
    data.write_bytes(select(_content(library.read_bytes())))
    name = symbol.decode()
    assembly.write_text(
        f".section .rodata\n.balign {_ALIGNMENT}\n.globl {name}\n.type {name}, @object\n"
        f'{name}:\n.incbin "{data}"\n.size {name}, . - {name}\n.section .note.GNU-stack,"",@progbits\n'
    )
    subprocess.run(("as", "-o", str(folder / "icu.o"), str(assembly)), check=True)
    link = ("ld", "-shared", "-soname", library.name, "-z", "noexecstack", "-o", str(made), str(folder / "icu.o"))
    subprocess.run(link, check=True)
    return made


def _content(library: bytes) -> bytes:
    """From the data's header on: size, magic number, flags, and then, 12 bytes in, the format's name."""
    starts = (match.start() - 2 for match in re.finditer(re.escape(_MAGIC), library))
    return library[next(start for start in starts if library[start + 12 : start + 16] == _COMMON_DATA) :]


def select(content: bytes) -> bytes:
    """The data without the items that are not used."""
    (head,) = struct.unpack_from("<H", content)
    body = content[head:]
    (count,) = struct.unpack_from("<I", body)
    table = [struct.unpack_from("<II", body, 4 + 8 * index) for index in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(body)]
    items = {
        body[name : body.index(b"\0", name)]: body[start:end] for (name, start), end in zip(table, ends, strict=True)
    }
    used = {name: item for name, item in items.items() if not UNUSED_ITEM.fullmatch(name.decode())}
    return content[:head] + _packed(used)


def _packed(items: dict[bytes, bytes]) -> bytes:
    names, places = b"", []
    first = 4 + 8 * len(items)
    for name in items:
        places.append(first + len(names))
        names += name + b"\0"
    body = b"\0" * first + names
    table = struct.pack("<I", len(items))
    for place, item in zip(places, items.values(), strict=True):
        body += b"\0" * (-len(body) % _ALIGNMENT)
        table += struct.pack("<II", place, len(body))
        body += item
    return table + body[len(table) :]
