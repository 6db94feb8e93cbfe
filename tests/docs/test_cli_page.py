"""docs/cli.md is what the commands say of themselves."""

from tests.docs.cli_page import PAGE, cli_page
from tests.docs.console import agrees


def test_the_page_of_the_commands_is_up_to_date() -> None:
    """A command or option that changes without its page fails here; `make docs` writes the page."""
    assert PAGE.read_text("utf-8") == cli_page()


def test_every_command_has_a_heading() -> None:
    """Each command of the program stands in the page."""
    page = PAGE.read_text("utf-8")
    assert all(
        f"## `onrecord {name}`" in page
        for name in ("code", "show", "list", "search", "figures", "check", "export", "validate", "compare")
    )


def test_an_output_agrees_line_by_line() -> None:
    """A line of "…" stands for any lines, nothing else does."""
    assert agrees("a\nb", "a\nb")
    assert not agrees("a\nb", "a\nc")
    assert agrees("a\n…\nd", "a\nb\nc\nd")
    assert agrees("a\n…", "a\nb\nc")
    assert not agrees("a\n…", "b\nc")
