"""onrecord reads conflict news and records who said what, the figures as given, and the events, each with its sentence."""
