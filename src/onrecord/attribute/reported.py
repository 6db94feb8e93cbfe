"""What a cue verb reports, by where it stands: a clause after the cue, the sentence around it, a quotation beside it, a phrase."""

from onrecord.attribute.around import around_of, as_clause, closes, quotation_beside
from onrecord.attribute.clauses import clause_after, complement
from onrecord.attribute.cues import Cue, Cues
from onrecord.attribute.objects import Found, phrase, raised
from onrecord.attribute.quotations import Quoted, is_name
from onrecord.records import Parse, Token


def reported(
    parse: Parse, quoted: Quoted, cues: Cues, verb: Token, subject: Token | None, cue: Cue, block: tuple[int, int]
) -> Found | None:
    """The content of a cue verb by the first frame that fits."""
    if "raised" in cue.frames:
        return raised(parse, verb)
    clause = complement(parse, verb, cue)
    if clause is not None and clause.i > verb.i:
        return (clause_after(parse, cues, verb, clause),), "clause"
    if cue.frames & {"clause", "quote", "paper"}:
        if closes(parse, verb, subject, block, clause):
            around = around_of(parse, quoted, verb, block)
            if around:
                return around, "tail"
        beside = quotation_beside(parse, quoted, cues, verb, block)
        named = beside is not None and is_name(parse.text[slice(*beside)].split())  # "a campaign to rout the “Islamic State”"
        if (
            beside and not named and ("clause" in cue.frames or parse.text[beside[0]].isupper())
        ):  # not "would continue “until the end”"
            return (beside,), "quote"
    if cue.frames & {"clause", "quote"} and (whole := as_clause(parse, verb)):
        return (whole,), "as"
    return phrase(parse, quoted, cues, verb, cue)
