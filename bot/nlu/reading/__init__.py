"""What a message says: sentences, clauses, negation, doubt, who did it, and the tables of meanings.

In: a text and the values found in it. Out: annotations as in docs/annotations.md. Pure, standard library only, Python 3.10.
"""
