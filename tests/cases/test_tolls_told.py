"""The killed and the hurt that a report comes to: texts of our own, each beside one that is nearly it and is not."""

import pytest

from onrecord.ledger import toll
from onrecord.pipeline import code
from onrecord.read import read_text

Case = tuple[str, int, int]  # text, killed, injured

PARTS = [  # what is told of a part is not told of its whole
    ("Two of the three porters were killed near Gao.", 2, 0),
    ("The three porters were killed near Gao.", 3, 0),
    ("Three of the nine guards were wounded near Gao.", 0, 3),
    ("One of the two nurses whom he had met an hour before was dead.", 1, 0),
    ("One of the five porters wounded in the raid near Gao has died.", 1, 5),
    ("One of the five porters wounded in the raid near Gao has left.", 0, 5),
    ("One Dead, 3 Hurt in Gao Shooting.\n\nPolice found four victims who had been shot.", 1, 3),
]

ACCUSED = [  # a deed beside the name of the accused was not done to them
    ("Two murder suspects were arrested in Gao.", 0, 0),
    ("Two murder victims were found in Gao.", 2, 0),
    ("Two shooting victims were taken to a hospital in Gao.", 0, 2),
    ("A man was arrested in the fatal shooting of a Gao woman and two of her children.", 3, 0),
    ("A man was arrested in the shooting of a Gao woman and two of her children.", 0, 3),
    ("Man arrested in fatal shooting of porter, 2 nurses in Gao.", 3, 0),
    ("He is held for killing three women, shooting a man and abducting a nurse.", 3, 0),
]

HEADLINES = [  # headlines leave out "were"
    ("Five shot during feast at Gao hall.", 0, 5),
    ("Police: Two shot outside market in Gao.", 0, 2),
    ("Neighbours heard two shots near Gao.", 0, 0),
    ("Police look for gunmen after raid kills three and wounds two, including a porter.", 3, 2),
    ("A medic saw three wounds on the leg.", 0, 0),
]

NO_DEATHS = [  # words that look like a death
    ("A 6 yo girl was killed by gunfire in Gao.", 1, 0),
    ("Officers executed a search warrant in Gao and seized two rifles.", 0, 0),
    ("Rebels executed a porter in Gao.", 1, 0),
    ("He was hanging out on Pitt Street when police came.", 0, 0),
    ("Rebels hanged a porter on the bridge in Gao.", 1, 0),
    ("The feast was for a porter who died of natural causes. Five guests were shot.", 0, 5),
    ("The feast was for a porter who died of his wounds. Five guests were hurt.", 1, 5),
    ("Ali was guarding an old woman's life when he was shot.", 0, 1),
    ("The blast took an old woman's life.", 1, 0),
    ("Killings late in June pushed the year's toll to 85. A porter was shot dead on Monday.", 1, 0),
    ("The blast pushed the toll to 85.", 85, 0),
    ("Police look into the fatal shooting of a woman at 4439 Pease on Saturday.", 1, 0),
    ("Officers came for a report that a porter had been shot.", 0, 1),
    ("A Gao, Mali, porter died of gunshot wounds.", 1, 0),
]

KILLERS = [  # the killer is one more where he left the dead, and within them where the dead are told with him
    ("He left seven dead before killing himself.", 8, 0),
    ("Seven dead in a murder-suicide: a man shot six guests, then killed himself.", 7, 0),
]

OTHERS = [  # others are never the sum of the dead and the hurt
    ("One man died and four others were hurt.\n\nOne was treated in Gao, three were taken to a hospital.", 1, 4),
    ("A woman and a girl are recovering from their wounds in Gao.", 0, 2),
    ("A woman and a girl are recovering from the shock in Gao.", 0, 0),
    (
        "One dead, two hurt in Gao shooting.\n\nAli Haddad was shot in the chest and pronounced dead. Omar Issa was shot in the leg.",
        1,
        2,
    ),
]


@pytest.mark.parametrize(("text", "killed", "injured"), [*PARTS, *ACCUSED, *HEADLINES, *NO_DEATHS, *KILLERS, *OTHERS])
def test_told(text: str, killed: int, injured: int) -> None:
    """A number is the one that the text gives those who were killed or hurt, nobody else."""
    coding = code(read_text(text))
    assert (toll(coding, "killed", trials=True), toll(coding, "injured", trials=True)) == (killed, injured)
