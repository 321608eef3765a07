"""What each story picture is called: who stands against whom, over which question, when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import LinkKind, Picture
from kg.show.archive import Archive
from kg.show.cards import Voice, period
from kg.show.deals import Deal, Side
from kg.show.terms import sentence


@dataclass(frozen=True, slots=True)
class Extent:
    """How much pictures show, and when it was published ("" where no day is known)."""

    disputes: int
    articles: int
    period: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A story picture in words; `href` leads to its page from the start page.

    `parties` are the names of those whose statements stand left and right most often, `whole` is
    what all pictures of the story show.
    """

    href: str
    title: str
    parties: tuple[str, ...]
    shown: Extent
    whole: Extent
    part: int
    parts: int


def tellings(
    pictures: Sequence[Picture], held: Archive, disputed: Mapping[str, tuple[Deal, ...]]
) -> tuple[Telling, ...]:
    """Name the story pictures, in their order."""
    hrefs = ["story.html", *(f"story-{n}.html" for n in range(2, len(pictures) + 1))]
    drawn = [[held.voices[n] for n in p.places if n in held.voices] for p in pictures]
    found = []
    for at, (href, picture) in enumerate(zip(hrefs, pictures, strict=True)):
        first = at + 1 - picture.part
        story = [v for shown in drawn[first : first + picture.parts] for v in shown]
        over = sorted(_disputes(drawn[at], disputed), key=_rank)
        found.append(
            Telling(
                href=href,
                title=_title(over, held, drawn[at]),
                parties=tuple(_parties(picture, held)),
                shown=_extent(drawn[at], disputed),
                whole=_extent(story, disputed),
                part=picture.part,
                parts=picture.parts,
            )
        )
    return tuple(found)


def _extent(drawn: Sequence[Voice], disputed: Mapping[str, tuple[Deal, ...]]) -> Extent:
    articles = {voice.article for voice in drawn}
    return Extent(len(_disputes(drawn, disputed)), len(articles), period(drawn))


def _disputes(drawn: Iterable[Voice], disputed: Mapping[str, tuple[Deal, ...]]) -> list[Deal]:
    """Return the disputes in which drawn statements stand."""
    return list(dict.fromkeys(d for v in drawn for d in disputed.get(v.statement, ())))


def _rank(deal: Deal) -> tuple[bool, int, str]:
    return deal.type != "numeric", -len(deal.voices), deal.id


def _parties(picture: Picture, held: Archive) -> Iterator[str]:
    for camp in (-1, 1):
        sided = [held.voices[s] for s, side in picture.camps.items() if side == camp]
        owners = Counter(v.claimant_id or v.speaker_id or "" for v in sided)
        named = sorted((-n, held.names[key]) for key, n in owners.items() if key in held.names)
        yield from (name for _, name in named[:1])


def _title(over: Sequence[Deal], held: Archive, drawn: Sequence[Voice]) -> str:
    """Return the leading dispute with its parties or, without two, a headline; else a headline."""
    if over:
        heading = over[0].heading
        parties = list(dict.fromkeys(_owner(s, held) for s in over[0].sides if s.voices))
        if heading.endswith("?") and len(parties) == 2 and all(parties):
            return sentence(f"{' and '.join(parties)}: {heading[:1].lower()}{heading[1:]}")
        headline = over[0].teller.headline
        return f"{heading} {headline}" if heading.endswith("?") and headline else heading
    headlines = Counter(v.headline for v in drawn if v.headline).most_common(1)
    return headlines[0][0] if headlines else "Statements that nobody disputes"


def _owner(side: Side, held: Archive) -> str:
    first = side.voices[0]
    return held.names.get(first.claimant_id or first.speaker_id or "", "")


def named(told: Sequence[Telling], dealt: Iterable[Deal], headlines: Sequence[str]) -> str:
    """Return a title for a whole site: the headline of one article, else the leading parties.

    Parties lead where the pictures of their story show at least half of all disputes.
    """
    if len(headlines) == 1:
        return headlines[0]
    total = sum(deal.kind is LinkKind.DISPUTE for deal in dealt)
    if told and len(told[0].parties) == 2 and told[0].whole.disputes * 2 >= max(1, total):
        return f"{' and '.join(told[0].parties)}: who claims what"
    return "Who claims what about whom"
