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
    ("Two porters were nearly fatally wounded in Gao.", 0, 2),
    ("Two porters were fatally wounded in Gao.", 2, 0),
    ("A near-fatal shooting of two porters shook Gao.", 0, 2),
    ("A fatal shooting of two porters shook Gao.", 2, 0),
    ("A Gao, Mali, porter died of gunshot wounds.", 1, 0),
]

KILLERS = [  # the killer is one more where he left the dead, and within them where the dead are told with him
    ("He left seven dead before killing himself.", 8, 0),
    ("Seven dead in a murder-suicide: a man shot six guests, then killed himself.", 7, 0),
]

OTHERS = [  # others are never the sum of the dead and the hurt
    ("One man died and four others were hurt.\n\nOne was treated in Gao, three were taken to a hospital.", 1, 4),
    ("An officer and four others were hurt in Gao.", 0, 5),
    ("A shot killed an officer, and four others were hurt in Gao.", 1, 4),
    ("A woman and a girl are recovering from their wounds in Gao.", 0, 2),
    ("A woman and a girl are recovering from the shock in Gao.", 0, 0),
    (
        "One dead, two hurt in Gao shooting.\n\nAli Haddad was shot in the chest and pronounced dead. Omar Issa was shot in the leg.",
        1,
        2,
    ),
]

LISTS = [  # one verb or deed lists its victims; what only says who they were is no victim
    ("A man killed his wife, her mother and two guards in Gao.", 4, 0),
    ("A man killed his wife, Sara Haddad, and her mother in Gao.", 2, 0),
    ("A man killed a guard, a witness said, and fled.", 1, 0),
    ("A man killed a guard and his wife was hurt in Gao.", 1, 1),
    ("He is held over the death of Ali Haddad, the son of a miller and his wife.", 1, 0),
    ("Teen Held On Shooting Deaths Of Mother, Brother.", 2, 0),
    ("Friends mourn the deaths of a former pastor, his wife and their three children.", 5, 0),
    ("A gunman opened fire in Gao, killing her and another woman before killing himself.", 3, 0),
    ("Rebels killed three porters, two men and a woman, in Gao.", 3, 0),
    ("The three women shot dead last week … a paper shows that all three died of their wounds.", 3, 0),
    ("Three of the patients died in Gao. One of the patients was taken to a clinic in Lima.", 3, 1),
    ("Two women called 911 reporting a shooting. The bodies of four men were found.", 4, 0),
    ("Two women called 112 neighbours. The bodies of four men were found.", 4, 0),
    ("As of Monday, there had been 299 killings in Lima. A porter was killed on Monday.", 1, 0),
]

WORDED = [  # deaths that no verb of killing tells, and what only sounds like one
    ("The shooting in Gao claimed the life of Ali Haddad. Four others were hurt.", 1, 4),
    ("The nurse saved the life of Ali Haddad in Gao.", 0, 0),
    ("Man dead from his wounds after a quarrel in Gao.", 1, 0),
    ("Road dead after the flood in Gao.", 0, 0),
    ("Student takes own life in a yard in Gao.", 1, 0),
    ("Student tried to take his own life in a yard in Gao.", 0, 0),
    ("The shot went off, mortally wounding Haddad in the chest.", 1, 0),
    ("Three-year-old kills herself with a gun in Gao.", 1, 0),
    ("His body armour was found in a yard in Gao.", 0, 0),
    ("Bandits shot and killed a boy and critically wounded his father in Gao.", 1, 1),
    ("He was shot and killed near his home on Arkansas 35 north of Lima.", 1, 0),
    ("He was shot and killed in Gao. He put everyone before himself.", 1, 0),
]

OWN_HAND = [  # the killer is one more where he kills himself, not where he hurts or shuts in himself
    ("Husband kills wife and niece in Gao.\n\nA man shot his wife and niece before turning the gun on himself.", 3, 0),
    ("He shot and killed his wife and niece before barricading himself in a shop in Gao.", 2, 0),
    ("Four porters were shot dead in Gao by a man who then shot himself.", 5, 0),
    ("Police found the bodies of three relatives. A man shot and killed his wife and niece, then himself.", 3, 0),
    ("Three people are dead in Gao. Police say Thomas Haddad shot and killed April Stone and another man, Joseph Miller.", 3, 0),
    ("Three people were killed in Gao. Another man died on Friday.", 4, 0),
    ("Woman shot, killed in Gao | City News - HomeThe shooting was reported on Friday.", 1, 0),
    ("Woman shot, not killed in Gao | City News - HomeThe shooting was reported on Friday.", 0, 1),
    ("The Gao homicide victim was identified on Friday.", 1, 0),
    ("Three children are left hanging, said the chief.", 0, 0),
    ("A boy was handling the gun and accidentally shot himself. The boy died in Gao.", 1, 0),
    ("A gunman killed five porters in Gao. The suspect, Omar Haddad, a U.S. citizen, was killed in a gunfight.", 6, 0),
]


@pytest.mark.parametrize(
    ("text", "killed", "injured"), [*PARTS, *ACCUSED, *HEADLINES, *NO_DEATHS, *KILLERS, *OTHERS, *LISTS, *WORDED, *OWN_HAND]
)
def test_told(text: str, killed: int, injured: int) -> None:
    """A number is the one that the text gives those who were killed or hurt, nobody else."""
    coding = code(read_text(text))
    assert (toll(coding, "killed", trials=True), toll(coding, "injured", trials=True)) == (killed, injured)
