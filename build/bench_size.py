"""The sizes of the executables: those for this system, and those for Windows if they have been built."""

import dev_package
import package_sizes

MOST_BYTES = {"": 50_000_000, ".exe": 30 << 20}


def measure() -> bool:
    """Builds if something changed; prints sizes and the largest parts; returns whether all sizes meet the target."""
    if dev_package.build(dev_package.HERE, []):
        return False
    met = True
    for target in (dev_package.HERE, dev_package.WINDOWS):
        files = [path for path in target.executables if path.is_file()]
        package_sizes.main([str(path) for path in files])
        most = MOST_BYTES[target.suffix]
        if files:
            print(f"  at most {most:,} bytes\n")
        met &= all(path.stat().st_size <= most for path in files)
    return met
