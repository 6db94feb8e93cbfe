"""Turns each `coding.toml` (a report coded by hand, in quoted words) into `expected.json` (the same in offsets).

Run `python tests/reports/build.py` after changing a coding. A quote is found word for word, with white space of any kind where it has a
space; `…` in it stands for the shortest stretch of any words; `‹ ›` mark the part that is meant, `« »` the noun of a figure; `#2` at its end
takes the second place where it stands. A quote that is not found, or found more than once and not numbered, stops the build.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from onrecord.read import read_path

HERE = Path(__file__).parent
GAP = r"(?s:.*?)"
MARKS = {"‹": "(?P<span>", "›": ")", "«": "(?P<noun>", "»": ")"}
Span = list[int]


class QuoteNotFound(Exception):
    """A quote that does not stand in the report, or stands there more than once."""


def main() -> int:
    """Build every report's expected.json; 1 when a quote is not found."""
    failures = 0
    for folder in sorted(p.parent for p in HERE.glob("*/coding.toml")):
        try:
            expected = build(folder)
        except (QuoteNotFound, KeyError) as error:
            sys.stderr.write(f"{folder.name}: {error}\n")
            failures += 1
            continue
        (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n", "utf-8")
        (folder / "meta.json").write_text(json.dumps({"published": expected["report"]["published"]}) + "\n", "utf-8")
    return 1 if failures else 0


def build(folder: Path) -> dict[str, Any]:
    """The coding of one folder in the manual's shape."""
    coding = tomllib.loads((folder / "coding.toml").read_text("utf-8"))
    text = canonical(folder)
    events = coding.get("events", {})
    return {
        "report": report(text, folder.name, coding["report"]),
        "actors": [actor(text, key, row) for key, row in coding["actors"].items()],
        "places": [place(text, key, row) for key, row in coding["places"].items()],
        "times": [time(text, key, row) for key, row in coding["times"].items()],
        "statements": [statement(text, key, row, coding) for key, row in coding.get("statements", {}).items()],
        "figures": [figure(text, key, row, coding) for key, row in coding.get("figures", {}).items()],
        "events": [event(text, key, row, coding) for key, row in events.items()],
    }


def canonical(folder: Path) -> str:
    """The report's text as the reader gives it, the same offsets that a coding has."""
    path = next(p for p in folder.glob("report.*"))
    return next(doc.text for doc in read_path(path) if hasattr(doc, "text"))


def find(text: str, quote: str) -> re.Match[str]:
    """Where a quote stands."""
    words, _, number = quote.partition("#")
    found = list(re.finditer(_pattern(words), text))
    if not found or (not number and len(found) > 1) or (number and len(found) < int(number)):
        raise QuoteNotFound(f"{quote!r} stands {len(found)} times")
    return found[int(number or 1) - 1]


def _pattern(words: str) -> str:
    """A regular expression for a quote."""
    parts = [MARKS.get(c) or (GAP if c == "…" else r"\s+" if c == " " else re.escape(c)) for c in words.replace(" … ", "…")]
    edges = [r"\b" if letter.isalnum() else "" for letter in (words.strip("‹«")[0], words.strip("›»")[-1])]
    return edges[0] + "".join(parts) + edges[1]


def span(text: str, quote: str) -> Span:
    """The offsets of the marked part of a quote, of all of it where nothing is marked."""
    found = find(text, quote)
    return list(found.span("span" if "‹" in quote else 0))


def known(key: str | None, kind: str, coding: dict[str, Any]) -> str | None:
    """A key that the coding defines; "-" is null."""
    if key in (None, "-"):
        return None
    if key not in coding[kind]:
        raise KeyError(f"{kind} has no {key}")
    return called(kind, key)


def called(kind: str, key: str) -> str:
    """The id of a record, unique in the report: the letter of its kind and its key."""
    return f"{kind[0]}-{key}"


def report(text: str, name: str, row: dict[str, Any]) -> dict[str, Any]:
    """The head of a coding."""
    pieces = [piece.partition(": ") for piece in row.get("furniture", [])]
    furniture = [{"span": span(text, quote), "kind": kind} for kind, _, quote in pieces]
    head = {key: row.get(key) for key in ("title", "outlet", "byline", "section", "published")}
    return {"id": name, **head, "language": "en", "furniture": furniture}


def actor(text: str, key: str, row: dict[str, Any]) -> dict[str, Any]:
    """An actor and its mentions."""
    return {
        "id": called("actors", key),
        "name": row["name"],
        "kind": row["kind"],
        "mentions": [span(text, quote) for quote in row["at"]],
    }


def place(text: str, key: str, row: dict[str, Any]) -> dict[str, Any]:
    """A place and its mentions; no coordinates when `point` is left out."""
    lat, lon = row.get("point", (None, None))
    mentions = [span(text, quote) for quote in row["at"]]
    return {
        "id": called("places", key),
        "name": row["name"],
        "mentions": mentions,
        "lat": lat,
        "lon": lon,
        "where_prec": row["prec"],
    }


def time(text: str, key: str, row: dict[str, Any]) -> dict[str, Any]:
    """A time expression; its value is null when `edtf` is left out."""
    return {"id": called("times", key), "span": span(text, row["at"]), "edtf": row.get("edtf"), "date_prec": row["prec"]}


def statement(text: str, key: str, row: dict[str, Any], coding: dict[str, Any]) -> dict[str, Any]:
    """A statement; `mode` is indirect and `attitude` asserts where they are left out."""
    return {
        "id": called("statements", key),
        "source": known(row.get("source"), "actors", coding),
        "source_span": span(text, row["at"]) if "at" in row else None,
        "cue": span(text, row["cue"]),
        "content": [span(text, quote) for quote in row["content"]],
        "mode": row.get("mode", "indirect"),
        "attitude": row.get("attitude", "asserts"),
        "channel": row.get("channel"),
        "addressee": row.get("addressee"),
        "said": known(row.get("said"), "times", coding),
        "via": [known(v, "statements", coding) for v in row.get("via", [])],
    }


def figure(text: str, key: str, row: dict[str, Any], coding: dict[str, Any]) -> dict[str, Any]:
    """A figure; its time and place are its event's where they are left out."""
    happened = coding["events"].get(row.get("event"), {})
    low, high = numbers(row.get("n"), row.get("bound", "exact"))
    noun = find(text, row["at"]).span("noun") if "«" in row["at"] else None
    return {
        "id": called("figures", key),
        "span": span(text, row["at"]),
        "low": low,
        "high": high,
        "bound": row.get("bound", "exact"),
        "measure": row["measure"],
        "whom": known(row.get("whom"), "actors", coding),
        "whom_span": span(text, row["noun"]) if "noun" in row else list(noun) if noun else None,
        "status": row.get("status", "unknown"),
        "time": known(row.get("time", happened.get("time")), "times", coding),
        "place": known(row.get("place", happened.get("place")), "places", coding),
        "statement": known(row.get("said"), "statements", coding),
        "part_of": known(row.get("part_of"), "figures", coding),
        "cumulative": row.get("cumulative", False),
        "event": known(row.get("event"), "events", coding),
    }


def numbers(n: Any, bound: str) -> tuple[float | None, float | None]:
    """The low and high number that a stated number allows under its bound."""
    step = 0 if isinstance(n, float) else 1
    if bound == "between":
        return n[0], n[1]
    low = {"at_most": None, "fewer_than": None, "vague": None, "more_than": n and n + step}.get(bound, n)
    high = {"at_least": None, "more_than": None, "vague": None, "fewer_than": n and n - step}.get(bound, n)
    return low, high


def event(text: str, key: str, row: dict[str, Any], coding: dict[str, Any]) -> dict[str, Any]:
    """An event with the figures that name it."""
    return {
        "id": called("events", key),
        "type": row["type"],
        "trigger": span(text, row["at"]),
        "by": [known(who, "actors", coding) for who in row.get("by", [])],
        "to": [known(who, "actors", coding) for who in row.get("to", [])],
        "time": known(row.get("time"), "times", coding),
        "place": known(row.get("place"), "places", coding),
        "realis": row.get("realis", "actual"),
        "statement": known(row.get("said"), "statements", coding),
        "figures": [called("figures", name) for name, fig in coding.get("figures", {}).items() if fig.get("event") == key],
    }


if __name__ == "__main__":
    sys.exit(main())
