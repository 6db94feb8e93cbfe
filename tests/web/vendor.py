"""`python -m tests.web.vendor`: fetch what src/onrecord/web/vendor.toml names from npm, check it, and lay it into the package."""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from base64 import b64encode
from pathlib import Path

WEB = Path(__file__).parent.parent.parent / "src" / "onrecord" / "web"


def main() -> None:
    """Fetch every file and its licence; ValueError when a package is not the one that was pinned."""
    for entry in tomllib.loads((WEB / "vendor.toml").read_text("utf-8"))["file"]:
        with tempfile.TemporaryDirectory() as folder:
            named = f"{entry['package']}@{entry['version']}"
            done = subprocess.run(["npm", "pack", named, "--silent"], cwd=folder, check=True, capture_output=True, text=True)
            archive = Path(folder) / done.stdout.split()[-1]
            digest = f"sha512-{b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()}"
            if digest != entry["integrity"]:
                raise ValueError(f"{named}: its hash is {digest}, not the one in vendor.toml; look at what changed")
            put(archive, entry)
        sys.stdout.write(f"{named}: {entry['as']}\n")


def put(archive: Path, entry: dict[str, str]) -> None:
    """Lay a file of a package and its licence into the folder of vendored files."""
    with tarfile.open(archive) as packed:
        for path, name in ((entry["path"], entry["as"]), (entry["licence"], f"{entry['package']}.LICENSE")):
            member = packed.extractfile(path)
            if member is None:
                raise ValueError(f"{entry['package']}: has no {path}; correct vendor.toml")
            (WEB / "static" / "vendor" / name).write_bytes(member.read())


if __name__ == "__main__":
    main()
