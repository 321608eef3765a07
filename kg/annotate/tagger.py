"""Text to role tags and the links between them, by a small quantised network.

The network is a MiniLM encoder (Wang et al. 2020, https://arxiv.org/abs/2002.10957) fine-tuned on
attributions in news, with a tag head and a bilinear link head (after Dozat and Manning 2017,
https://arxiv.org/abs/1611.01734). `kg.train` makes it; `weights/MODEL_CARD.md` says from what.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from kg.annotate.networks import TOKENIZER_FILE, WEIGHTS, session
from kg.annotate.windows import SPECIAL, Window, cut
from kg.errors import ModelError
from kg.model import Role, RoleLink, RoleTag, Span

MODEL_FILE = "tagger.onnx"
LEAST_LINK = 0.02
"""Links less probable than this are not reported."""

EAGERNESS = 1.0
"""What is taken from the log-probability of O before decoding: more spans, less certain ones."""

ROLES = tuple(Role)
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
"""What the last axis of the tag logits means: O, then begin and inside of every role."""

PARTS = (Role.SOURCE, Role.CONTENT)
GAPS = (1, 3, 6, 12, 24, 48, 96)
"""Limits of the distance classes between cue and part, in word pieces, for each direction."""

BUCKETS = 2 * (len(GAPS) + 1)

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]
Found: TypeAlias = tuple[tuple[RoleTag, ...], tuple[RoleLink, ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one window of T pieces.

    `tags` [T, 7] are logits over `LABELS`; `cue`, `source`, `content` [T, D] the projections of
    every piece in each of the three parts.
    """

    tags: Floats
    cue: Floats
    source: Floats
    content: Floats


@dataclass(frozen=True, slots=True)
class LinkBias:
    """What the link logits get besides the product of projections, per kind of part.

    `distance[part]` has one value for each of `BUCKETS`; `none[part]` is the logit of no link.
    """

    distance: tuple[tuple[float, ...], ...]
    none: tuple[float, ...]

    @classmethod
    def loads(cls, text: str) -> LinkBias:
        """Read what `dumps` wrote; raises `ValueError` or `KeyError` on anything else."""
        values = json.loads(text)
        return cls(tuple(tuple(row) for row in values["distance"]), tuple(values["none"]))

    def dumps(self) -> str:
        """Write as JSON."""
        return json.dumps({"distance": self.distance, "none": self.none})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A tagged run of pieces [first, last) of a window."""

    role: Role
    first: int
    last: int
    score: float


Reader: TypeAlias = Callable[[Sequence[Window]], Iterator[Reading]]


class Tagger:
    """Tags sources, cues and contents, and says which belong together.

    Args:
        tokenizer: cuts text into word pieces as the network was trained with.
        read: gives the `Reading` of every window, in order.
        bias: the link head's constants.
    """

    def __init__(self, tokenizer: Tokenizer, read: Reader, bias: LinkBias) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._read = read
        self._bias = bias

    @classmethod
    def load(cls, folder: Path | None = None) -> Tagger:
        """Load `tagger.onnx` and `tokenizer.json` from `folder` (default: the packaged weights).

        Raises `ModelError` when a file is missing or is not what `kg train` writes.
        """
        folder = folder or WEIGHTS
        try:
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            network = session(folder / MODEL_FILE)
            bias = LinkBias.loads(network.get_modelmeta().custom_metadata_map["link_bias"])
        except Exception as fault:
            raise ModelError(
                str(folder),
                f"holds no usable attribution tagger ({fault})",
                "reinstall kg, or name a folder that `kg train` wrote",
            ) from fault
        return cls(tokenizer, lambda windows: _read_all(network, windows), bias)

    def tag(self, text: str, blocks: Sequence[Span]) -> Found:
        """Tag the `blocks` of `text`: see `tag_many`."""
        return self.tag_many([(text, blocks)])[0]

    def tag_many(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> tuple[Found, ...]:
        """Tag several texts, each with the spans of its blocks, in order.

        Gives for every text its tags, ordered by span and never overlapping, and the links from
        cues to sources and contents, as indexes into the tags. What lies outside of the blocks is
        not read. A text's result does not depend on the texts beside it. Never raises on odd text.
        """
        return tuple(self._tagged(text, blocks) for text, blocks in texts)

    def _tagged(self, text: str, blocks: Sequence[Span]) -> Found:
        windows = cut(text, blocks, self._tokenizer)
        tags: list[RoleTag] = []
        links: list[RoleLink] = []
        for window, reading in zip(windows, self._read(windows), strict=True):
            stretches = decoded(window, reading.tags)
            links += _links(stretches, reading, self._bias, len(tags))
            tags += [_role_tag(window, s) for s in stretches]
        return tuple(tags), tuple(links)


def _read_all(
    network: onnxruntime.InferenceSession, windows: Sequence[Window]
) -> Iterator[Reading]:
    # One window a run: padding would cost time, and the scales of dynamic quantisation are taken
    # over the whole batch, so that a neighbour would change the result.
    for window in windows:
        ids = np.asarray([window.ids], dtype=np.int64)
        outputs = network.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        yield Reading(*(output[0] for output in outputs))


def _role_tag(window: Window, stretch: Stretch) -> RoleTag:
    start = window.offsets[stretch.first][0]
    end = window.offsets[stretch.last - 1][1]
    return RoleTag(stretch.role, Span(start, end), stretch.score)


def _may_follow(*, inside_word: bool) -> npt.NDArray[np.bool_]:
    """Say for each pair of `LABELS` whether the second may follow the first."""
    allowed = np.zeros((len(LABELS), len(LABELS)), dtype=np.bool_)
    for i, left in enumerate(LABELS):
        for j, right in enumerate(LABELS):
            continues = right[0] == "I" and left[1:] == right[1:]
            outside = left == right == "O"
            allowed[i, j] = continues or outside or (right[0] != "I" and not inside_word)
    return allowed


_FORBIDDEN = np.float32(-1e9)
_COSTS = np.stack(
    [
        np.where(_may_follow(inside_word=inside), np.float32(0), _FORBIDDEN)
        for inside in (False, True)
    ]
)
"""[2, 7, 7]: what it costs that the second label follows the first, between and inside words."""


def decoded(window: Window, logits: Floats) -> list[Stretch]:
    """Find the most probable legal tagging (Viterbi): I only after its B, words never split."""
    chances = _softmax(logits)
    emissions = np.log(chances + np.float32(1e-9))
    emissions[:, 0] -= EAGERNESS
    best = _best_path(window, emissions)
    return [
        Stretch(role, first, last, _certainty(chances, role, first, last))
        for role, first, last in _stretches(best)
    ]


def _best_path(window: Window, emissions: Floats) -> list[int]:
    """Give one index into `LABELS` a piece; pieces that stand for no code point are O."""
    special = np.array([offset == SPECIAL for offset in window.offsets], dtype=np.bool_)
    emissions[special, 1:] = _FORBIDDEN
    joined = np.asarray(window.joined)
    path = emissions.argmax(axis=1)
    # The best labels one by one are the best path where they are legal, so that the search is
    # needed only for the paragraphs, parted by special pieces, where they are not.
    illegal = np.zeros(len(window), dtype=np.bool_)
    illegal[1:] = _COSTS[joined[1:].astype(np.int64), path[:-1], path[1:]] < 0
    edges = [int(i) for i in np.flatnonzero(special)]
    for first, last in pairwise(edges):
        if illegal[first + 1 : last].any():
            inside = slice(first + 1, last)
            path[inside] = _viterbi(joined[inside], emissions[inside])
    return [int(label) for label in path]


def _viterbi(joined: npt.NDArray[np.bool_], emissions: Floats) -> list[int]:
    score = emissions[0] + _COSTS[0, 0]
    back = []
    for inside_word, emission in zip(joined[1:].tolist(), emissions[1:], strict=True):
        reached = score[:, None] + _COSTS[int(inside_word)]
        back.append(reached.argmax(axis=0))
        score = reached.max(axis=0) + emission
    path = [int(score.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _stretches(path: Sequence[int]) -> Iterator[tuple[Role, int, int]]:
    first = None
    for i, label in enumerate([*path, 0]):
        if first is not None and LABELS[label][0] != "I":
            yield ROLES[(path[first] - 1) // 2], first, i
            first = None
        if LABELS[label][0] == "B":
            first = i


def _certainty(chances: Floats, role: Role, first: int, last: int) -> float:
    column = 1 + 2 * ROLES.index(role)
    return float(min(1.0, chances[first:last, column : column + 2].sum(axis=1).mean()))


def _links(
    stretches: Sequence[Stretch], reading: Reading, bias: LinkBias, offset: int
) -> Iterator[RoleLink]:
    cues = [i for i, s in enumerate(stretches) if s.role is Role.CUE]
    for number, role in enumerate(PARTS):
        parts = [i for i, s in enumerate(stretches) if s.role is role]
        if not cues or not parts:
            continue
        logits = _link_logits(
            [stretches[i] for i in cues],
            [stretches[i] for i in parts],
            reading,
            bias.distance[number],
        )
        chances = _link_chances(logits, bias.none[number], role)
        for row, column in np.argwhere(chances >= LEAST_LINK):
            score = float(min(1.0, chances[row, column]))
            yield RoleLink(offset + cues[row], offset + parts[column], score)


def _link_logits(
    cues: Sequence[Stretch], parts: Sequence[Stretch], reading: Reading, distance: Sequence[float]
) -> Floats:
    keys = reading.source if parts[0].role is Role.SOURCE else reading.content
    left, right = _means(reading.cue, cues), _means(keys, parts)
    gaps = [[bucket(_gap(cue, part)) for part in parts] for cue in cues]
    near = np.asarray(distance, dtype=np.float32)[np.asarray(gaps)]
    logits: Floats = left @ right.T / np.float32(np.sqrt(left.shape[1])) + near
    return logits


def _link_chances(logits: Floats, none: float, role: Role) -> Floats:
    """Let each cue choose its source, each content its cue, or nothing; [cues, parts]."""
    axis = 1 if role is Role.SOURCE else 0
    nothing = np.full_like(logits.take([0], axis=axis), none)
    chances = _softmax(np.concatenate([logits, nothing], axis=axis), axis)
    return chances[: logits.shape[0], : logits.shape[1]]


def _means(states: Floats, stretches: Sequence[Stretch]) -> Floats:
    return np.stack([states[s.first : s.last].mean(axis=0) for s in stretches])


def _gap(cue: Stretch, part: Stretch) -> int:
    return signed_gap((cue.first, cue.last), (part.first, part.last))


def signed_gap(cue: tuple[int, int], part: tuple[int, int]) -> int:
    """Count the pieces from cue to part, + 1; negative when the part comes first."""
    if part[0] >= cue[1]:
        return part[0] - cue[1] + 1
    return -max(1, cue[0] - part[1] + 1)


def bucket(gap: int) -> int:
    """Give the distance class of a signed gap: an index below `BUCKETS`."""
    size = sum(abs(gap) > limit for limit in GAPS)
    return size if gap < 0 else len(GAPS) + 1 + size


def _softmax(logits: Floats, axis: int = -1) -> Floats:
    grown = np.exp(logits - logits.max(axis=axis, keepdims=True))
    chances: Floats = grown / grown.sum(axis=axis, keepdims=True)
    return chances
