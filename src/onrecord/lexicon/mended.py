"""What the tree breaks and the words put together again."""

from onrecord.records import Parse, Token


def severed_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject that the tree gives to a participle between commas: "The committee, made up of villagers, said …"."""
    for clause in parse.kids(verb, "advcl"):
        subject = parse.kid(clause, "nsubj", "nsubjpass")
        if subject is None or clause.tag not in ("VBD", "VBN") or not subject.i < clause.i < verb.i:
            continue
        opened, closed = parse[clause.i - 1].text == ",", parse[verb.i - 1].text == ","
        if opened and closed and parse.kid(clause, "mark", "aux", "auxpass") is None:
            return subject
    return None
