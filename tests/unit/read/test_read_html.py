"""Pages: their prose and what they say about themselves, also when they are hostile."""

import time

import pytest

from onrecord.errors import EmptyReport
from onrecord.read import read_html

PROSE = "<p>Two people were killed in a raid on a market in Testville on Monday, officials said in a statement.</p>" * 2
PAGE = """<html><head><title>Raid kills two - Example News</title>
<meta property="og:site_name" content="Example News"><meta property="og:title" content="Raid kills two | Example News">
<meta property="article:section" content="World"><meta name="author" content="By Ana Ruiz">
<meta property="article:published_time" content="2017-02-06T23:30:00-05:00"></head>
<body><nav>Home News Sport</nav><article>{head}<p>Two people were killed in a raid on a market in Testville on Monday,
officials said in a statement to the press.</p><h2>Calls for calm</h2><p>The mayor of the town asked the people who live near
the market to stay at home until the army had left.</p><script>var leaked = "secret";</script></article></body></html>"""


def test_metadata() -> None:
    """Title, outlet, byline, section and date come from the page's tags, the site's name goes from the title."""
    doc = read_html(PAGE.format(head=""))
    assert (doc.title, doc.outlet, doc.byline, doc.section) == ("Raid kills two", "Example News", "Ana Ruiz", "World")
    assert (doc.published, doc.published_rule) == ("2017-02-06", "page")


def test_the_callers_word_comes_first() -> None:
    """What the caller gives is not overruled by the page."""
    doc = read_html(PAGE.format(head=""), title="Given", outlet="Other", published="2016-01-02", id="x", name="n", url="u")
    assert (doc.title, doc.outlet, doc.published, doc.published_rule) == ("Given", "Other", "2016-01-02", "caller")
    assert (doc.id, doc.name, doc.url) == ("x", "n", "u")


def test_the_sole_heading_is_the_title() -> None:
    """The only heading of the first rank wins over the shared title."""
    assert read_html(PAGE.format(head="<h1>Two die in raid on market</h1>")).title == "Two die in raid on market"


def test_linked_data() -> None:
    """JSON-LD gives what the tags lack; broken or endless JSON-LD gives nothing."""
    found = (
        '{"@graph":[{"@type":"NewsArticle","headline":"Two die","datePublished":"2017-02-06","author":[{"name":"Ana Ruiz"}]}]}'
    )
    page = "<html><body><script type='application/ld+json'>{}</script>" + PROSE + "</body></html>"
    doc = read_html(page.replace("{}", found))
    assert (doc.title, doc.byline, doc.published) == ("Two die", "Ana Ruiz", "2017-02-06")
    assert read_html(page.replace("{}", "[" * 100_000)).title is None
    assert read_html(page.replace("{}", '{"@type":"NewsArticle","datePublished":"2017-02-30"}')).published is None


def test_blocks_and_headings() -> None:
    """Blocks are separated by a blank line, a heading between them is furniture, menus and scripts are gone."""
    doc = read_html(PAGE.format(head=""))
    assert doc.text.count("\n\n") == 2
    assert "secret" not in doc.text and "Sport" not in doc.text
    assert [(doc.text[slice(*f.span)], f.kind) for f in doc.furniture] == [("Calls for calm", "other")]


def test_captions() -> None:
    """The words under a picture are a caption wherever they are kept, and no sentence of the report."""
    figure = "<figure><img src='a.jpg'><figcaption>Soldiers stand near the old bridge on Monday.</figcaption></figure>"
    doc = read_html(
        f"<html><body><article>{PROSE}{figure}<p>The army said it would stay in the town for now.</p></article></body></html>"
    )
    kept = [f.kind for f in doc.furniture if "old bridge" in doc.text[slice(*f.span)]]
    assert kept == ["caption"] * doc.text.count("old bridge")


def test_a_copyright_year_is_no_date() -> None:
    """A year in a copyright line, or a date in the prose, is not taken for the date of publication."""
    page = f"<html><body><article>{PROSE}<p>It began on 3 May 2011, police said on the phone.</p></article>"
    assert read_html(page + "<footer>© 2015 Example News</footer></body></html>").published is None


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "Two were killed in a raid.",
        PROSE + "<b>" * 200_000 + "Two were killed in a raid.",
        "<div>" * 200_000 + "Two were killed in a raid." + "</div>" * 200_000,
        "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">Two were killed in a raid.</p>",
        PROSE + "<li>x" * 50_000,
        PROSE + "<!--" * 100_000 + "Two were killed in a raid.",
        "<html><head><title>Two were killed" + PROSE + "<table><tr><td>" * 5_000 + "Two were killed in a raid.",
    ],
)
def test_hostile_pages_are_read_in_bounded_time(page: str) -> None:
    """Tags nested 200,000 deep, endless attributes and comments that never close neither crash the reader nor hold it up."""
    began = time.perf_counter()
    assert "killed in a raid" in read_html(page).text
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("deep", ["", "<div>" * 1_000])
def test_scripts_are_never_text(deep: str) -> None:
    """No script or style reaches the text, closed or not, in a page that a tree is built from and in one read tag by tag."""
    page = (
        f"{deep}{PROSE}<script>leak1()</script><style>.leak2{{}}</style><SCRIPT type='x'>leak3('</p>')</SCRIPT ><script>leak4()"
    )
    text = read_html(page).text
    assert "market" in text
    assert "leak" not in text


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<div>" * 300_000, "<script>x()</script>"])
def test_a_page_without_text(page: str) -> None:
    """A page that holds no text is refused as empty, under its name."""
    with pytest.raises(EmptyReport, match=r"^a\.html: "):
        read_html(page, name="a.html")
