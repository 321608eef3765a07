"""The rules that propose attributions; the docstring of each says what it looks for."""

from kg.extract.candidate import Rule
from kg.extract.rules.according import according, in_view_of
from kg.extract.rules.answers import answered
from kg.extract.rules.evidence import evidence
from kg.extract.rules.headings import headings
from kg.extract.rules.nouns import issued
from kg.extract.rules.passive import passive
from kg.extract.rules.quoted import quoted
from kg.extract.rules.quoting import quoting
from kg.extract.rules.transcript import transcript
from kg.extract.rules.verbs import spoken

RULES: tuple[Rule, ...] = (
    quoted,
    spoken,
    passive,
    quoting,
    evidence,
    answered,
    according,
    in_view_of,
    issued,
    headings,
    transcript,
)
