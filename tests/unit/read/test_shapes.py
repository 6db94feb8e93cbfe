"""Pages of unusual shape: what of each is the report, its title, writer and day."""

from dataclasses import dataclass

import pytest

from onrecord.read import read_bytes

ONE = "At least nine people were killed when shells fell on a market in the north of Testville on Monday, doctors said."
TWO = "The army said that it had hit a depot of arms near the river; residents said that there was none in the quarter."
THREE = "“We counted nine bodies before noon,” said Ana Ruiz, a nurse, who asked both sides to let the ambulances through."
FOUR = "A convoy with flour and medicine was turned back at the bridge on Tuesday, the mayor of the town told reporters."
P = "".join(f"<p>{words}</p>" for words in (ONE, TWO, THREE))
OTHER = "The harbour of Otherville was opened again on Friday after two years of work on its northern pier, the port said."


@dataclass(frozen=True)
class Shape:
    """A page, the paragraphs it should give, and what it says of itself."""

    name: str
    page: str
    body: tuple[str, ...] = (ONE, TWO, THREE)
    title: str | None = "Shells hit market in Testville"
    byline: str | None = None
    published: str | None = None
    codec: str = "utf-8"


SHAPES = (
    Shape(
        "fonts and tables of the nineties",
        f"""<HTML><HEAD><TITLE>Shells hit market in Testville</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=760><TR>
<TD WIDTH=120><FONT SIZE=1><A HREF=/>Home</A><BR><A HREF=/w>World</A><BR><A HREF=/s>Sports</A></FONT></TD><TD>
<FONT SIZE=5><B>Shells hit market in Testville</B></FONT><BR><FONT SIZE=1>By ANA RUIZ</FONT><P><FONT FACE=Times>{ONE}
<P>{TWO}<P>{THREE}</FONT><P><FONT SIZE=1><A HREF=/>Back to the front page</A></FONT></TD></TR></TABLE></BODY></HTML>""",
        byline="ANA RUIZ",
    ),
    Shape(
        "paragraphs parted by breaks, in an old encoding",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Shells hit market in
Testville</title></head><body><div id="story">{ONE}<br><br>{TWO}<br><br>{THREE}</div></body></html>""",
        codec="cp1252",
    ),
    Shape(
        "a graph of linked data",
        f"""<html><head><title>x</title><script type="application/ld+json">{{"@context":"https://schema.org","@graph":[
{{"@type":"Organization","name":"Example Times"}},{{"@type":"WebPage","name":"x","datePublished":"2001-01-01"}},
{{"@type":["NewsArticle"],"headline":"Shells hit market in Testville","datePublished":"2019-05-06T10:00:00Z",
"author":{{"@type":"Person","name":"Ana Ruiz"}}}}]}}</script></head><body><article>{P}</article></body></html>""",
        byline="Ana Ruiz",
        published="2019-05-06",
    ),
    Shape(
        "cards of articles inside the article",
        f"""<html><body><article><h1>Shells hit market in Testville</h1><p>{ONE}</p><p>{TWO}</p><div class="inline"><article
class="card"><a href="/2"><h3>Harbour of Otherville is opened again</h3></a><p>{OTHER}</p></article></div><p>{THREE}</p></article>
<section><h2>More stories</h2><article class="card"><a href="/3"><h3>Rain ends the long drought</h3></a><p>{OTHER}</p></article>
</section></body></html>""",
    ),
    Shape(
        "a wall of cookies",
        f"""<html><body><div id="onetrust-consent-sdk"><div role="dialog"><h2>We value your privacy</h2><p>We and our 743 partners
store and access information on a device, such as cookies, and process personal data.</p><button>Accept all</button></div></div>
<main><h1>Shells hit market in Testville</h1>{P}</main></body></html>""",
    ),
    Shape(
        "pictures for browsers without scripts",
        f"""<html><body><article><h1>Shells hit market in Testville</h1><noscript><p>Please enable JavaScript to read on this
site.</p></noscript><p>{ONE}</p><figure><img class="lazy"><noscript><img src="a.jpg"></noscript></figure><p>{TWO}</p><p>{THREE}</p>
</article></body></html>""",
    ),
    Shape(
        "several articles on one page",
        f"""<html><head><meta property="og:title" content="Shells hit market in Testville"></head><body><main><article><h1>Shells
hit market in Testville</h1>{P}<p>{FOUR}</p></article><article class="next"><h1>Harbour of Otherville is opened again</h1>
<p>{OTHER}</p></article></main></body></html>""",
        body=(ONE, TWO, THREE, FOUR),
    ),
    Shape(
        "a blog by its host",
        f"""<html><head><title>Town Watch: Shells hit market in Testville</title></head><body><div class="date-outer"><h2
class="date-header"><span>Monday, 6 May 2019</span></h2><div class="post hentry"><h3 class="post-title entry-title">Shells hit market
in Testville</h3><div class="post-body entry-content">{ONE}<br /><br />{TWO}<br /><br />{THREE}<div style="clear: both;"></div></div>
<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Ana Ruiz</span></span> at <abbr
class="published" title="2019-05-06T10:15:00+02:00">10:15</abbr></div></div></div><div class="blog-pager"><a href="/o">Older
Post</a></div><div id="comments"><h4>2 comments:</h4><p>Thank you for this report, it is good to read it all in one place.</p></div>
</body></html>""",
        byline="Ana Ruiz",
        published="2019-05-06",
    ),
    Shape(
        "a page of a wiki",
        f"""<html><head><title>Shelling of Testville - Wiki</title></head><body class="mediawiki"><h1 id="firstHeading">Shells hit market
in Testville</h1><div id="siteSub">From Wiki, the free encyclopedia</div><div class="mw-parser-output"><table class="infobox"><tr><th>
Date</th><td>6 May 2019</td></tr><tr><th>Deaths</th><td>9</td></tr></table><p>{ONE}<sup class="reference"><a href="#n1">[1]</a></sup>
</p><p>{TWO}</p><p>{THREE}</p><h2>See also</h2><ul><li><a href="/s">Siege of Testville</a></li></ul><h2>References</h2><ol
class="references"><li>Ruiz, Ana (2019). "Shells hit market". Example Times.</li></ol></div><div id="catlinks">Categories: <a
href="/c">2019 in Testville</a></div></body></html>""",
    ),
    Shape(
        "a channel seen on the web",
        f"""<html><head><meta property="og:title" content="Testville News"></head><body><div class="tgme_channel_info">Testville
News 12.4K subscribers</div><section class="tgme_channel_history">
<div class="tgme_widget_message"><div class="tgme_widget_message_text">{ONE}</div><div class="tgme_widget_message_footer"><span
class="tgme_widget_message_views">4.1K</span> views <a href="/1"><time datetime="2019-05-06T10:15:00+00:00">10:15</time></a></div></div>
<div class="tgme_widget_message"><div class="tgme_widget_message_text">{TWO}<br/><br/>{THREE}</div><div
class="tgme_widget_message_footer"><span class="tgme_widget_message_views">3.8K</span> views <a href="/2"><time
datetime="2019-05-06T12:40:00+00:00">12:40</time></a></div></div></section></body></html>""",
        title="Testville News",
    ),
    Shape(
        "a portal of relief",
        f"""<html><head><title>Shells hit market in Testville - Testland | ReliefHub</title></head><body><main><article class="report"><h1>
Shells hit market in Testville</h1><dl class="meta"><dt>Format</dt><dd>News and Press Release</dd><dt>Source</dt><dd><a href="/s">Example
Fund</a></dd><dt>Posted</dt><dd><time datetime="2019-05-07">7 May 2019</time></dd><dt>Originally published</dt><dd><time
datetime="2019-05-06">6 May 2019</time></dd></dl><div class="content">{P}</div><footer><section><h2>Primary country</h2><ul><li><a
href="/t">Testland</a></li></ul></section></footer></article></main></body></html>""",
    ),
    Shape(
        "a briefing of an international body",
        f"""<html><head><title>Shells hit market in Testville | Meetings Coverage and Press Releases</title></head><body><main><div
class="node"><div class="field-symbol">SC/1234</div><div class="field-date">6 May 2019</div><h1 class="page-header">Shells hit market
in Testville</h1><p><em>The following statement was issued today by the spokesman:</em></p>{P}<div class="field-footer"><strong>For
information media. Not an official record.</strong></div></div></main></body></html>""",
        body=("The following statement was issued today by the spokesman:", ONE, TWO, THREE),
        published="2019-05-06",
    ),
    Shape(
        "a live page for phones",
        f"""<html amp><head><title>Shells hit market in Testville</title></head><body><h1>Shells hit market in Testville</h1><amp-live-list
id="live"><button update on="tap:live.update">New updates</button><div items><div id="p2" data-sort-time="2"><h4>12:40</h4><p>{TWO}</p>
<p>{THREE}</p></div><div id="p1" data-sort-time="1"><h4>10:15</h4><p>{ONE}</p></div></div><div pagination><a href="/2">Older
updates</a></div></amp-live-list></body></html>""",
        body=(TWO, THREE, ONE),
    ),
    Shape(
        "a table of figures in the report",
        f"""<html><body><article><h1>Shells hit market in Testville</h1><p>{ONE}</p><table><tr><th>Quarter</th><th>Dead</th></tr><tr><td>
North</td><td>9</td></tr><tr><td>South</td><td>4</td></tr></table><p>{TWO}</p><p>{THREE}</p></article></body></html>""",
    ),
)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_page_of_unusual_shape(shape: Shape) -> None:
    """Every paragraph of its report is kept in order and free of labels; nothing else of sentence length is; the head is right."""
    doc = read_bytes(shape.page.encode(shape.codec, "xmlcharrefreplace"), name="page.html")
    free, at = [], 0
    for piece in doc.furniture:
        free.append(doc.text[at : piece.span[0]])
        at = piece.span[1]
    lines = "\n\n".join([*free, doc.text[at:]]).split("\n\n")
    assert [line for line in map(str.strip, lines) if len(line.split()) > 7] == list(shape.body)
    assert doc.title == shape.title
    if shape.byline is not None:
        assert doc.byline == shape.byline
    if shape.published is not None:
        assert doc.published == shape.published
