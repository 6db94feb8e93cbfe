"""A partial parse notes what it was asked for and does not hold."""

from onrecord.records import PartialParse, Sentence, Token

TEXT = "Guns fell silent. Kano 2014 slept. Rain fell."
SENTENCES = (Sentence((0, 17), 0), Sentence((18, 34), 0), Sentence((35, 45), 0))
KANO = Token(0, 18, 22, "Kano", "kano", "PROPN", "NNP", "nsubj", 0, "GPE", 1)
YEAR = Token(1, 23, 27, "2014", "2014", "NUM", "CD", "nummod", 0, "DATE", 1)


def partial(named: bool) -> PartialParse:
    """Only the second sentence was read."""
    return PartialParse(TEXT, SENTENCES, (KANO, YEAR), {1: named})


def test_what_it_holds_is_not_noted() -> None:
    """Its answers are those of a whole parse."""
    parse = partial(True)
    assert (parse.token_at(23), parse.label_at(23), parse.tokens_in((18, 27))) == (YEAR, "DATE", (KANO, YEAR))
    assert (parse.trees, parse.names) == (set(), set())


def test_a_tree_it_lacks_is_noted() -> None:
    """The number of the sentence is kept."""
    parse = partial(True)
    assert parse.token_at(6) is None
    assert (parse.trees, parse.names) == ({0}, set())


def test_an_entity_it_lacks_is_noted_although_the_tree_is_there() -> None:
    """The sentence has to be read again for its entities."""
    parse = partial(False)
    assert (parse.token_at(23), parse.label_at(23)) == (YEAR, "")
    assert (parse.trees, parse.names) == (set(), {1})


def test_every_sentence_that_a_span_touches_is_noted() -> None:
    """Also those between its ends."""
    parse = PartialParse(TEXT, SENTENCES, (), {})
    assert parse.tokens_in((5, 40)) == ()
    assert parse.trees == {0, 1, 2}


def test_nothing_is_noted_outside_the_sentences() -> None:
    """Furniture has no tree."""
    parse = partial(True)
    assert (parse.token_at(34), parse.label_at(17)) == (None, "")
    assert (parse.trees, parse.names) == (set(), set())
