"""Forty pages of invented news, as twelve kinds of site build them, with the role of each block written in."""
