"""The words: tables of patterns, one meaning a line. In: nothing. Out: compiled rules. Imports only the rule and word-class helpers."""
