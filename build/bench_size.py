"""What the executables weigh: those of this system, and Windows' where they were built already."""

import dev_package
import package_sizes

MOST_BYTES = {"": 50_000_000, ".exe": 30 << 20}


def measure() -> bool:
    """Builds where something changed; prints bytes and the heaviest things; whether all are light enough."""
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
