"""The ledger: figures side by side, with the speaker each came from, and the numbers a named profile makes of them."""

from onrecord.ledger.account import Account, Happening
from onrecord.ledger.entries import Entry
from onrecord.ledger.estimates import Estimate, estimate
from onrecord.ledger.profiles import Profile, profile, profiles
from onrecord.ledger.tolls import Toll, killed_by_side, toll, tolls

__all__ = [
    "Account",
    "Entry",
    "Estimate",
    "Happening",
    "Profile",
    "Toll",
    "estimate",
    "killed_by_side",
    "profile",
    "profiles",
    "toll",
    "tolls",
]
