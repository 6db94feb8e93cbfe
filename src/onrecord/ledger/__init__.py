"""The ledger: figures side by side, with the speaker each came from, and the numbers a named profile makes of them."""

from onrecord.ledger.account import Account, Happening
from onrecord.ledger.entries import Entry
from onrecord.ledger.estimates import Estimate, estimate
from onrecord.ledger.profiles import Profile, profile, profiles

__all__ = ["Account", "Entry", "Estimate", "Happening", "Profile", "estimate", "profile", "profiles"]
