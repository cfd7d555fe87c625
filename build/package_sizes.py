"""Prints the sizes of executables and of the ten largest parts of each: `python build/package_sizes.py FILE…`."""

import sys
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

MOST = 10


def contents(executable: Path) -> list[tuple[int, int, str]]:
    """The parts of an executable, the largest first: compressed bytes, unpacked bytes, name."""
    table = CArchiveReader(str(executable)).toc
    return sorted(((entry[1], entry[2], name.replace("\\", "/")) for name, entry in table.items()), reverse=True)


def main(files: list[str]) -> int:
    """Prints each file's size and its ten largest parts."""
    listed: list[tuple[int, int, str]] | None = None
    for file in map(Path, files):
        held = contents(file)
        print(f"{file.name:<28} {file.stat().st_size:>12,} bytes")
        if held == listed:
            print("  holds the same")
            continue
        listed = held
        all_packed, all_unpacked = sum(entry[0] for entry in held), sum(entry[1] for entry in held)
        print(f"  {all_packed:>12,} in {len(held)} things, {all_unpacked:,} unpacked")
        for packed, unpacked, name in held[:MOST]:
            print(f"  {packed:>12,} {unpacked:>12,}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
