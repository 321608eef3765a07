"""What narrators write on how far something is verified: the phrases, by their effect."""

from __future__ import annotations

import re

_VERIFIED = r"(verif|confirm|corroborat|authenticat|substantiat)"
_EVIDENCE = r"(evidence|proof|documentation|substantiation)"
ACCOUNTS = r"(accounts?|versions?|claims?|narratives?|figures?|tolls?|numbers?|statements?|counts?)"

# What narrators write, and its effect; a row never reads words that a row above has read.
# Gathered from the style guides of Reuters ("could not independently verify") and the BBC.
NOTES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (effect, re.compile(pattern, re.IGNORECASE))
    for effect, pattern in (
        (
            "unverified",
            (
                rf"\b(could|can|has|have|had|was|were|is|are|did)( not|n't|not)( yet| immediately"
                rf"| so far| been| be| able to| possible to| independently| separately)*"
                rf" {_VERIFIED}(y|ied|ed|m|med|e)?\b"
                rf"|\b(unable|impossible|difficult|not possible|hard) to( independently)?"
                rf" {_VERIFIED}"
                rf"|\bindependent(ly)? (verification|confirmation|corroboration)\b[^.;—]{{0,60}}?"
                rf"\b(remain\w*|is|was|has been|were|proved) (still )?(elusive|impossible|difficult"
                rf"|pending|unavailable|lacking|limited|not (yet )?(possible|available))"
                rf"|\bno independent (verification|confirmation|corroboration)\b"
                rf"|\b(neither|none|no|nobody)\b[^.;]{{0,50}}?\b(could|can|has|have|had|was|were|is"
                rf"|are)( yet| so far| been| be| immediately| independently| separately)*"
                rf" {_VERIFIED}\w*"
                rf"|\b(has|have|had) yet to be( independently)? {_VERIFIED}\w*"
                rf"|\b(remain\w*|is|are|was|were) (still )?(un|not yet )(verified|confirmed"
                rf"|substantiated|corroborated)\b"
                rf"|\b(unverified|unconfirmed|unsubstantiated) (report|claim|account|figure|footage"
                rf"|video|image)\w*"
            ),
        ),
        (
            "weak_evidence",
            (
                rf"\bwithout( \w+)? (providing|offering|giving|citing|presenting|producing|showing"
                rf"|supplying|any)( \w+){{0,3}}? {_EVIDENCE}\b"
                rf"|\bwithout {_EVIDENCE}\b"
                rf"|\b{_EVIDENCE}\b[^.;—,]{{0,40}}?\b(remain\w*|is|was|has been) (very |still )?"
                rf"(limited|thin|scarce|scant|weak|lacking|sparse|circumstantial)"
                rf"|\b(little|no|scant|scarce)( \w+){{0,2}} {_EVIDENCE}\b"
                rf"|\b(did not|didn't|has not|have not|failed to|declined to)( \w+)? (provide|offer"
                rf"|give|present|produce|show|release|supply)d?( \w+){{0,2}}? {_EVIDENCE}\b"
            ),
        ),
        (
            "disputed",
            (
                rf"\b{ACCOUNTS}( \w+){{0,6}}? (could not be reconciled|cannot be reconciled"
                rf"|differ\w*"
                rf"|diverge\w*|contradict\w*|conflict\w*|var(y|ied|ies)|(remain|remains|were|are|is)"
                rf" (hotly |sharply )?(disputed|contested|contradictory))\b"
                rf"|\b(conflicting|contradictory|rival|competing|different|differing|divergent"
                rf"|irreconcilable) {ACCOUNTS}\b"
                rf"|\b(true|real|exact|full|actual|precise) (scale|extent|toll|number|figure|cost"
                rf"|casualty|death)\b[^.;]{{0,60}}?\b(remain\w*|is|was|are)( still)? (uncertain"
                rf"|unclear|unknown|disputed|contested|in dispute)\b"
            ),
        ),
        (
            "distancing",
            (
                r"\b(purportedly|supposedly|allegedly|ostensibly|so-called)\b"
                r"|\bwhat (he|she|it|they|the [\w ]{2,30}?) (called|calls|termed|described as"
                r"|describes as|say|says|said) (was |were |is )?"
            ),
        ),
        (
            "verified",
            (
                rf"\b(independently|separately) {_VERIFIED}(ied|ed|med)\b"
                rf"|\b{_VERIFIED}(ied|ed|med)( \w+){{0,4}}? (independently|separately)\b"
                rf"|\bverified by\b|\bgeolocated\b|\bcorroborated by\b"
            ),
        ),
    )
)
