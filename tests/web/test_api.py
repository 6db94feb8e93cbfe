"""The JSON side: its description, what it gives, what it refuses, and that no call, however odd, makes it fail."""

from itertools import count

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance
from tests.web.conftest import Running, signed_in

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def described(manager: httpx.Client) -> schemathesis.schemas.BaseSchema:
    """The description as the desk gives it."""
    return schemathesis.openapi.from_dict(manager.get("/api/openapi.json").json())


def test_no_call_makes_the_desk_fail(manager: httpx.Client, described: schemathesis.schemas.BaseSchema) -> None:
    """Calls made up from the description, right and wrong, are answered as it says and never by a server error."""
    known, turn = first_report(manager), count()
    for result in described.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=20,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def probe(case: schemathesis.Case) -> None:
            if "report" in (case.path_parameters or {}) and next(turn) % 2:
                case.path_parameters["report"] = known
            case.call_and_validate(
                base_url=str(manager.base_url),
                headers={"x-csrf-token": manager.headers["x-csrf-token"]},
                cookies=dict(manager.cookies),
                checks=CHECKS,
            )

        probe()


def first_report(client: httpx.Client) -> str:
    """The id of a report of the book."""
    return client.get("/api/reports?words=Market").json()["reports"][0]["id"]


def test_a_decision_made_and_withdrawn(manager: httpx.Client) -> None:
    """An edit over the JSON side is the reviewed coding; withdrawn, the machine's number stands again."""
    report = f"/api/reports/{first_report(manager)}"
    figure = manager.get(report).json()["coding"]["figures"][0]
    wanted = {"record": figure["id"], "verdict": "edit", "change": {"low": 3, "high": 4}, "seen": ""}
    made = manager.post(f"{report}/decisions", json=wanted)
    assert made.status_code == 201
    assert manager.get(report).json()["coding"]["figures"][0]["low"] == 3
    again = manager.post(f"{report}/decisions", json=wanted)
    assert again.status_code == 409, "the decision that came meanwhile was written over"
    name = made.json()[0]["id"]
    assert manager.get(f"{report}/decisions").json()[0]["id"] == name
    assert manager.post(f"/api/decisions/{name}/withdrawal").json()["withdrawn_by"] == "Mona"
    assert manager.get(report).json()["coding"]["figures"][0]["low"] == figure["low"]


def test_lists_of_the_whole_book(manager: httpx.Client) -> None:
    """Incidents, figures and findings are those of the pages."""
    incidents = manager.get("/api/incidents").json()
    assert manager.get(f"/api/incidents/{incidents[0]['id']}").json() == incidents[0]
    figures = manager.get("/api/figures?measure=killed").json()
    assert figures["total"] == len(figures["figures"]) > 2
    assert {line["measure"] for line in figures["figures"]} == {"killed"}
    assert manager.get("/api/findings").json() == []


def test_a_reader_reads_and_a_stranger_does_not(desk: Running) -> None:
    """Refusals are JSON with words, whoever asks."""
    assert httpx.get(f"{desk.address}/api/reports").json() == {"error": "Sign in first."}
    with signed_in(desk, "Rolf") as reader:
        report = first_report(reader)
        refused = reader.post(f"/api/reports/{report}/decisions", json={"verdict": "note", "reason": "x"})
        assert refused.status_code == 403 and "role" in refused.json()["error"]
        del reader.headers["x-csrf-token"]
        assert "out of date" in reader.post(f"/api/reports/{report}/decisions", json={}).json()["error"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "since=yesterday", "state=nowhere", "limit=99999999999999999999", "offset=-1"]
)
def test_wrong_values_are_named(manager: httpx.Client, query: str) -> None:
    """A value that cannot be is refused in words that name it."""
    answer = manager.get(f"/api/reports?{query}")
    assert answer.status_code == 400 and query.partition("=")[0] in answer.json()["error"]
