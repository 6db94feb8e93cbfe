"""The version of the program, written into every coding."""

VERSION = "0.1.0"
