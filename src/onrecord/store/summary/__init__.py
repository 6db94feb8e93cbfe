"""A summary of the book for pages over all of it: what they sort, count and page through, ready in an SQLite file of its own.

It is made of the book alone and can be thrown away at any time. It stands at a position of the book's log; whoever keeps it
looks at the reports that changed since and at no others.
"""

from onrecord.store.summary.ask import Asked, Dated, Figures, Held, Spotted
from onrecord.store.summary.file import Summary, scrub
from onrecord.store.summary.position import Left

__all__ = ["Asked", "Dated", "Figures", "Held", "Left", "Spotted", "Summary", "scrub"]
