"""Before coding: does a report tell of organised violence, only as its background, and which known report does it repeat.

`relevance(doc)` judges by words, without a parse; `runs` and `sketch` of a text serve to find reports that repeat another,
and `repeat_of` compares two. All are pure; where known reports are kept and looked up is for others.
"""

from onrecord.triage.relevance import relevance
from onrecord.triage.repeats import Repeat, repeat_of, runs, sketch

__all__ = ["Repeat", "relevance", "repeat_of", "runs", "sketch"]
