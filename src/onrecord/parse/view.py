"""The text as the parser gets it: the same length, with white space and quotes set right."""

import re

PLAIN = str.maketrans(
    {
        **dict.fromkeys("\n\r\t\u00a0\u2009\u202f\x0b\x0c\u2028\u2029", " "),
        **dict.fromkeys("“”„«»‟", '"'),
        **dict.fromkeys("‘’‚‛ʼ`", "'"),
        "–": "-",
        "\u2011": "-",
    }
)
BROKEN = re.compile(r"[\ud800-\udfff]")  # half of a surrogate pair, which no parser takes
SPACED = re.compile(r"(?<=[^\s\d] )[-–](?= \S)|(?<=\d )[-–](?= [^\s\d])")  # a dash, whatever its length; not "10 - 20"
DOUBLED = re.compile(r"\"{2,}|''+")  # a cell of a CSV file: """We are ready,"" he said."; a typewriter's ''We are ready''.


def view(text: str) -> str:
    """The text with one code point for each of its own, as the parser reads it best."""
    text = SPACED.sub("—", text)
    return DOUBLED.sub(lambda m: '"'.ljust(len(m[0])), BROKEN.sub("\ufffd", text.translate(PLAIN)))
