"""What a cue verb reports, by where it stands: a clause after the cue, the sentence around it, a quotation beside it, a phrase."""

from onrecord.attribute.around import around_of, as_clause, closes, quotation_beside
from onrecord.attribute.clauses import clause_after, complement
from onrecord.attribute.cues import Cue, Cues
from onrecord.attribute.objects import Found, phrase, raised
from onrecord.attribute.quotations import Quoted, is_name
from onrecord.records import Parse, Span, Token


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
            spoken = bool(cue.frames & {"clause", "paper"}) or any(True for span in around or () for _ in quoted.touching(span))
            if around and spoken:
                return around, "tail"
        beside = quotation_beside(parse, quoted, cues, verb, block)
        if beside and (whole := _around_quotation(parse, quoted, cues, verb, cue, beside)):
            return whole
        named = beside is not None and is_name(parse.text[slice(*beside)].split())  # "a campaign to rout the “Islamic State”"
        opens = beside is not None and (
            "clause" in cue.frames or parse.text[beside[0]].isupper()
        )  # not "would continue “until the end”"
        if beside and opens and not named:
            return (beside,), "quote"
    if "clause" in cue.frames and (main := as_clause(parse, verb)):
        return (main,), "as"
    return phrase(parse, quoted, cues, verb, cue)


def _around_quotation(parse: Parse, quoted: Quoted, cues: Cues, verb: Token, cue: Cue, beside: Span) -> Found | None:
    """The phrase after a cue with the quoted words in it: "pledged to “fight on” next year", not a whole quoted sentence."""
    found = phrase(parse, quoted, cues, verb, cue) if beside[0] > verb.end and not parse.text[beside[0]].isupper() else None
    inside = found is not None and any(a < beside[0] - 2 and beside[0] < b for a, b in found[0])
    return found if inside else None
