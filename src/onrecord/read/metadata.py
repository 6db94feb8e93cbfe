"""What a page says about itself: title, outlet, byline, section and date, from its tags and its JSON-LD."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from htmldate import find_date
from lxml.html import HtmlElement

from onrecord.errors import UsageError
from onrecord.read.dates import check_date, stated_date

ARTICLE = re.compile(r"Article|Report|Posting|Review$")
SEPARATOR = re.compile(r"\s+[|\-–—•»:]+\s+")
BY = re.compile(r"^\s*(?:(?:(?:posted|written|published|reported|story) )?by|author)\b:?\s+", re.IGNORECASE)
DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish_date", "publish-date", "publication_date", "article.published", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "ptime",
)  # fmt: skip
AUTHORS = ("author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author_name")
WRITER = re.compile(r"(?:^|[\s_-])(?:by-?line|author(?:-name|-line)?|writer|posted-by|written-by)(?:$|[\s_-])", re.IGNORECASE)
TITLED = re.compile(r"(?:^|\s)(?:entry|post|article|story|news)-?_*(?:title|headline)(?:$|\s)", re.IGNORECASE)
BYLINE_WORDS = 8
MOST_OBJECTS = 2_000  # objects of JSON-LD looked at; hostile pages have more


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says about the report it holds; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    section: str | None = None
    published: str | None = None


def page_head(tree: HtmlElement, url: str | None = None) -> PageHead:
    """The metadata of a page, best witness first."""
    metas = _metas(tree)
    article = next((found for found in _linked(tree) if ARTICLE.search(str(found.get("@type")))), {})
    outlet = metas.get("og:site_name") or _name(article.get("publisher")) or metas.get("application-name")
    byline = _name(article.get("author")) or next(filter(None, map(metas.get, AUTHORS)), None)
    byline = byline or _tagged_byline(tree)
    return PageHead(
        title=_title(tree, metas, article, outlet),
        outlet=outlet,
        byline=_byline(byline, outlet),
        section=_section(metas.get("article:section") or _name(article.get("articleSection"))),
        published=_published(tree, metas, article, url),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of each named meta tag, names in lower case."""
    out: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        words = _words(tag.get("content"))
        if name and words:
            out.setdefault(name, words)
    return out


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of a page's JSON-LD, outermost first."""
    seen = 0
    for tag in tree.iter("script"):
        if "ld+json" not in (tag.get("type") or ""):
            continue
        stack = [_decoded(tag.text or "")]
        while stack and seen < MOST_OBJECTS:
            found = stack.pop(0)
            seen += 1
            if isinstance(found, dict):
                yield found
                stack += [v for v in found.values() if isinstance(v, dict | list)]
            elif isinstance(found, list):
                stack += found[:MOST_OBJECTS]


def _decoded(words: str) -> object:
    try:
        return msgspec.json.decode(words.strip())
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return None


def _words(value: object) -> str | None:
    """A string with its white space evened out; None for anything else or an empty one."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name or names in a JSON-LD value: a string, an object with a name, or a list of these."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for one in value[:10] if (name := _name(one)))) or None
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _title(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any], outlet: str | None) -> str | None:
    """The only heading of the first rank, else the headline, the shared title, the title tag, each without the site's name."""
    heads = list(dict.fromkeys(w for h in tree.iter("h1") if (w := _words(h.text_content()))))
    shared = metas.get("og:title")
    sole = heads[0] if len(heads) == 1 else None
    if sole and (sole == outlet or (len(sole.split()) < 3 and shared and sole not in shared)):
        sole = None
    tag = next((w for t in tree.iter("title") if (w := _words(t.text_content()))), None)
    stated = sole or _words(article.get("headline")) or _without_site(shared, outlet)
    return stated or _named_title(tree) or _without_site(tag, outlet)


def _named_title(tree: HtmlElement) -> str | None:
    """The words of the only heading that is named the report's title."""
    named = (h for h in tree.iter("h1", "h2", "h3") if TITLED.search(h.get("class") or "") or h.get("itemprop") == "headline")
    found = list(dict.fromkeys(words for h in named if (words := _words(h.text_content()))))
    return found[0] if len(found) == 1 else None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of the site at its end; a short last part is taken for one."""
    parts = SEPARATOR.split(title) if title else []
    if title is None or len(parts) < 2:
        return title
    site = outlet is not None and parts[-1].casefold() in outlet.casefold()
    if not site and len(parts[-1].split()) > 4:
        return title
    return title[: title.rindex(parts[-1])].rstrip(" |-–—•»:") or title


def _section(words: str | None) -> str | None:
    """The name of a section; a long list of tags is none."""
    return words if words and len(words) < 80 and any(c.isalpha() for c in words) else None


def _tagged_byline(tree: HtmlElement) -> str | None:
    """The words of the first tag that is marked as the author's; else of the first short one with such a class or "By …"."""
    named: str | None = None
    for tag in tree.iter("a", "span", "p", "div"):
        if tag.get("rel") == "author" or tag.get("itemprop") == "author":
            return _words(tag.text_content())
        if named is None and WRITER.search(tag.get("class") or ""):
            words = _words(tag.text_content()) or ""
            named = words if 1 < len(words.split()) <= BYLINE_WORDS and not any(c.isdigit() for c in words) else None
    return named


def _byline(words: str | None, outlet: str | None) -> str | None:
    """A byline without "By"; no address, and not the outlet's own name."""
    bare = BY.sub("", words) if words else ""
    return bare if bare and "://" not in bare and len(bare) < 200 and bare != outlet else None


def _published(tree: HtmlElement, metas: dict[str, str], article: dict[str, Any], url: str | None) -> str | None:
    """The day of publication: as the page declares it, else what htmldate finds in its tags and address, never in its prose."""
    declared = [_words(article.get("datePublished")), *(metas.get(name) for name in PUBLISHED)]
    declared += [_words(tag.get("datetime")) for tag in tree.iter("time") if "pubdate" in tag.attrib or tag.get("itemprop")]
    for words in declared:
        if words and (day := _day(words)):
            return day
    return _day(find_date(tree, extensive_search=False, original_date=True, url=url) or "")


def _day(words: str) -> str | None:
    """The day in a time stamp; None when there is none, or no such day."""
    match = DAY.match(words)
    if match is None:
        return stated_date(words)
    try:
        return check_date("-".join(match.groups()))
    except UsageError:
        return None
