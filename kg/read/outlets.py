"""What newspapers, stations and sites are called."""

from __future__ import annotations

from kg.read.titles import ends_sentence, title_case

_NAME_WORDS = frozenset(
    """advertiser advocate agency argus broadcasting bugle bulletin chronicle courier daily dispatch
    echo examiner express gazette globe guardian herald independent inquirer insider journal ledger
    mail media mercury mirror monitor network news newswire observer online post press radio record
    recorder register reporter review sentinel standard star sun telegraph times today tribune tv
    voice weekly wire world""".split()
)
"""Words in the names of outlets; a longer name must have one of these to be believed."""


def is_outlet_name(line: str) -> bool:
    """Tell whether a lone line can be the name of a newspaper, station or site.

    >>> is_outlet_name("The Harbour Gazette"), is_outlet_name("Harbour Reopens After Storm")
    (True, False)
    """
    words = [word for word in line.split() if word.lower() not in {"the", "of"}]
    few = 1 <= len(words) <= (5 if has_name_word(line) else 2)
    return (
        few and len(line) <= 60 and not ends_sentence(line) and title_case(line) and ":" not in line
    )


def has_name_word(line: str) -> bool:
    """Tell whether a name says by itself that it is an outlet's.

    >>> has_name_word("Northern Tribune"), has_name_word("Helen Marsh")
    (True, False)
    """
    return any(word.lower() in _NAME_WORDS for word in line.split())
