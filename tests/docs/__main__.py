"""`python -m tests.docs`: write into the README and the pages of docs what their commands and the command line print now."""

from tests.docs.cli_page import PAGE, cli_page
from tests.docs.console import ROOT, Path, close, open_folder, renewed

if __name__ == "__main__":
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        namespace: dict[str, object] = {}
        open_folder(namespace)
        new = renewed(path.read_text("utf-8"), Path.cwd())
        close(namespace)
        path.write_text(new, "utf-8")
    PAGE.write_text(cli_page(), "utf-8")
