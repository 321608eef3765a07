from __future__ import annotations

from kg import KnowledgeGraph, relate


def test_one_claimant_in_many_outlets_is_one_origin(samples: KnowledgeGraph) -> None:
    knowledge = samples.knowledge()
    witnesses = relate.Witnesses(knowledge.readings)
    told = [
        s.id
        for r in knowledge.readings
        for s in r.statements
        if "58 Pakistani soldiers" in r.article.text[s.content[0].start : s.content[-1].end]
    ]
    outlets = {r.article.outlet for r in knowledge.readings for s in r.statements if s.id in told}
    assert len(told) >= len(outlets) > 1
    assert witnesses.independent(told) == 1


def test_opponents_who_agree_are_two_origins(samples: KnowledgeGraph) -> None:
    knowledge = samples.knowledge()
    dispute = next(r for r in knowledge.relations if r.type == "numeric")
    witnesses = relate.Witnesses(knowledge.readings)
    assert witnesses.independent([dispute.a[0], dispute.b[0]]) == 2
    assert witnesses.independent([]) == 0
