"""`python -m tests.web.vendor`: fetch what the two vendor.toml name from npm, check it, and lay it where it belongs.

src/onrecord/web/vendor.toml is what the desk serves; tests/web/vendor.toml what its tests run and the package never holds.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from base64 import b64encode
from pathlib import Path

HERE = Path(__file__).parent
WEB = HERE.parent.parent / "src" / "onrecord" / "web"
LISTS = ((WEB / "vendor.toml", WEB / "static" / "vendor"), (HERE / "vendor.toml", HERE / "vendor"))


def main() -> None:
    """Fetch every file and its licence; ValueError when a package is not the one that was pinned."""
    for entry, into in [(entry, into) for named, into in LISTS for entry in tomllib.loads(named.read_text("utf-8"))["file"]]:
        with tempfile.TemporaryDirectory() as folder:
            named = f"{entry['package']}@{entry['version']}"
            done = subprocess.run(["npm", "pack", named, "--silent"], cwd=folder, check=True, capture_output=True, text=True)
            archive = Path(folder) / done.stdout.split()[-1]
            digest = f"sha512-{b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()}"
            if digest != entry["integrity"]:
                raise ValueError(f"{named}: its hash is {digest}, not the one in vendor.toml; look at what changed")
            put(archive, entry, into)
        sys.stdout.write(f"{named}: {entry['as']}\n")


def put(archive: Path, entry: dict[str, str], into: Path) -> None:
    """Lay a file of a package and its licence into a folder of vendored files."""
    with tarfile.open(archive) as packed:
        for path, name in ((entry["path"], entry["as"]), (entry["licence"], f"{entry['package']}.LICENSE")):
            member = packed.extractfile(path)
            if member is None:
                raise ValueError(f"{entry['package']}: has no {path}; correct vendor.toml")
            (into / name).write_bytes(member.read())


if __name__ == "__main__":
    main()
