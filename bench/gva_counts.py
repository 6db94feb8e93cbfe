"""Counting over many reports: how many were killed in a city in a month, from the reports alone.

    python -m bench.gva_counts --data DIR [--split dev] [--codings FILE]

DIR holds docs.jsonl. Questions are all pairs of a city and a month of which the set has an incident; the answer adds up the
killed of each incident once. Compared with adding up every report's own toll, and with always answering one.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench.gva_link import filed_under
from bench.gva_reports import Known, read_codings, read_known
from onrecord.link import link
from onrecord.records import Coding, Figure, Incident
from onrecord.where.folding import loose

Question = tuple[str, str]


def main(argv: list[str] | None = None) -> int:
    """Print the share of questions answered right; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--codings", type=Path, metavar="FILE", help="where codings are kept between runs")
    options = parser.parse_args(argv)
    known = read_known(options.data, options.split)
    codings = list(read_codings(known, options.codings))
    filed = filed_under(link(codings))
    wanted = questions(known)
    by_incident, by_report = answers(codings, filed, known)
    print(f"{len(wanted)} questions of a city and a month")
    for name, given in (("incidents", by_incident), ("reports", by_report), ("always 1", dict.fromkeys(wanted, 1))):
        exact = sum(given.get(question, 0) == toll for question, toll in wanted.items())
        near = sum(abs(given.get(question, 0) - toll) <= 1 for question, toll in wanted.items())
        error = sum(abs(given.get(question, 0) - toll) for question, toll in wanted.items())
        print(
            f"{name:<10} exact {exact / len(wanted):.3f}  within one {near / len(wanted):.3f}  mean error {error / len(wanted):.2f}"
        )
    return 0


def questions(known: Known) -> dict[Question, int]:
    """The killed by city and month, each incident once."""
    once = {known.incident[doc.id]: doc.id for doc in known.documents}
    out = Counter[Question]()
    for name in once.values():
        out[loose(known.city[name]), known.date[name][:7]] += known.killed[name]
    return dict(out)


def answers(
    codings: Iterable[Coding], filed: Mapping[str, Incident], known: Known
) -> tuple[Counter[Question], Counter[Question]]:
    """The killed by city and month, with each incident once and with each report once."""
    held: dict[str, list[Coding]] = {}
    by_report = Counter[Question]()
    cities = frozenset(loose(city) for city in known.city.values())
    for coding in codings:
        one = filed.get(coding.report.id)
        if one is not None:
            held.setdefault(one.id, []).append(coding)
            by_report[_question([coding], one, cities)] += _killed([coding], one)
    incident = {one.id: one for one in filed.values()}
    by_incident = Counter[Question]()
    for name, members in held.items():
        by_incident[_question(members, incident[name], cities)] += _killed(members, incident[name])
    return by_incident, by_report


def _question(members: Iterable[Coding], one: Incident, cities: frozenset[str]) -> Question:
    """The city that the reports name most and the month of the incident, else of the first report; cities are those asked for."""
    named = Counter[str]()
    days = []
    for coding in members:
        named.update({loose(place.name): len(place.mentions) for place in coding.places if loose(place.name) in cities})
        days.append(coding.report.published or "9999")
    city = max(named, key=lambda name: (named[name], name), default="")
    month = one.edtf[:7] if one.edtf and one.edtf[:4].isdecimal() and len(one.edtf) >= 7 else min(days)[:7]
    return city, month


def _killed(members: Iterable[Coding], one: Incident) -> int:
    """The toll that most of an incident's reports give, the higher of equals."""
    inside = {ref.record for ref in one.events}
    tolls = Counter(_toll([fig for fig in coding.figures if fig.event in inside], coding, inside) for coding in members)
    return max(tolls, key=lambda toll: (tolls[toll], toll))


def _toll(figures: Iterable[Figure], coding: Coding, inside: set[str]) -> int:
    """The largest number of killed that is no part of another and no running toll; else one for each person killed by name."""
    whole = [f.low or f.high or 0 for f in figures if f.measure == "killed" and f.part_of is None and not f.cumulative]
    killings = [event for event in coding.events if event.id in inside and event.type == "killing"]
    return int(max(whole, default=len({who for event in killings for who in event.to}) and 1))


if __name__ == "__main__":
    raise SystemExit(main())
