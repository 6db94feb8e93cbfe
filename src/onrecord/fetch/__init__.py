"""Fetch pages politely: public addresses only, robots.txt obeyed, bounded in size and time, one at a time from each host."""

from onrecord.fetch.fetcher import Fetched, Fetcher, Limits

__all__ = ["Fetched", "Fetcher", "Limits"]
