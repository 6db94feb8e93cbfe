"""Quality floors: how well the program codes corpora that were coded by hand, and the measures below which it may not fall."""
