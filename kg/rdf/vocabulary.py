"""The table: which node and which property each field of the model becomes.

The terms are defined in `ontology/kg.ttl`; the namespaces of others are those of the
specifications named there. Data live below `BASE`, one flat folder a class.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from kg.model import (
    Actor,
    ActorName,
    ActorType,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Citation,
    Claim,
    Commitment,
    Comparator,
    Credibility,
    Decision,
    EditField,
    Feature,
    Interval,
    Issue,
    Kind,
    LinkKind,
    Location,
    Mention,
    Passage,
    Polarity,
    Quantity,
    QuoteType,
    Reading,
    Relation,
    Reliability,
    Span,
    SpeechAct,
    Stance,
    Statement,
    Verb,
    VerificationNote,
    content_id,
)
from kg.rdf.kinds import (
    DATE,
    FLAG,
    MOMENT,
    NUMBER,
    TEXT,
    WHOLE,
    Scope,
    Shape,
    Spelling,
    concept,
    concepts,
    entity,
    many,
    maybe,
    node,
    one,
    ref,
)
from kg.rdf.ntriples import part

KG = "https://w3id.org/newsclaims/ns#"
# What was found where people decided otherwise: `FOUND + x` is the `KG + x` of before.
FOUND = "https://w3id.org/newsclaims/found#"
BASE = "https://w3id.org/newsclaims/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCAT = "http://www.w3.org/ns/dcat#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "dcat": DCAT,
    "found": FOUND,
    "kg": KG,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}

# Graphs: one an article; derived ones, which depend on several articles, apart.
GRAPH = f"{BASE}graph/"
DERIVED = f"{BASE}derived/"
# What people decided.
REVIEW = f"{BASE}review"

# The folders of data that other files name.
ACTORS, CLAIMS, PLACES = f"{BASE}actor/", f"{BASE}claim/", f"{BASE}location/"
ISSUES, STATEMENTS, OUTLETS = f"{BASE}issue/", f"{BASE}statement/", f"{BASE}outlet/"
HOPS, EXTRACTIONS = f"{BASE}hop/", f"{BASE}extraction/"
DECISIONS, REVIEWERS = f"{BASE}decision/", f"{BASE}reviewer/"

# Terms that follow from the fields: shortcuts for queries, and hops of an attribution.
TYPE, LABEL = f"{RDF}type", f"{RDFS}label"
ALT_LABEL, NOTATION, CONCEPT = f"{SKOS}altLabel", f"{SKOS}notation", f"{SKOS}Concept"
IN_SCHEME = f"{SKOS}inScheme"
EXACT, BEFORE, AFTER = f"{OA}exact", f"{OA}prefix", f"{OA}suffix"
IN_ARTICLE, SPEAKER, CLAIMANT = f"{KG}inArticle", f"{KG}speaker", f"{KG}claimant"
ABOUT, AFFIRMS, DENIES = f"{KG}about", f"{KG}affirms", f"{KG}denies"
LEAVES_OPEN, ATTRIBUTION_OF = f"{KG}leavesOpen", f"{KG}attribution"
HOP, VIA, BY, IN_ROLE = f"{KG}Hop", f"{KG}via", f"{PROV}agent", f"{DCAT}hadRole"
PUBLISHED_BY, CREDITED_TO = f"{SCHEMA}publisher", f"{KG}creditedTo"
OUTLET, EXTRACTION = f"{KG}Outlet", f"{KG}Extraction"
ACTOR, PLACE = f"{KG}Actor", f"{KG}Location"
GENERATED_BY, USED = f"{PROV}wasGeneratedBy", f"{PROV}used"
QUANTITY_OF, SEQUENCE, PROFILE_OF, RELATION = (
    f"{KG}quantity",
    f"{KG}sequence",
    f"{KG}profileOf",
    f"{KG}Relation",
)


# What adding an article to many needs to find its neighbours, and what is not done yet.
BLOCK_KEY, WORDED_BY, PENDING = f"{KG}blockKey", f"{KG}wordedBy", f"{KG}pending"

# What decisions come to in an article, and for which side of a link a statement was found.
DECIDED_BY, CONTESTED_BY = f"{KG}decidedBy", f"{KG}contestedBy"
RELIABILITY, CREDIBILITY = f"{KG}reliability", f"{KG}credibility"
ONE_SIDE, OTHER_SIDE = f"{KG}oneSide", f"{KG}otherSide"
REVIEWER, ASSOCIATED = f"{KG}Reviewer", f"{PROV}wasAssociatedWith"
NOTHING = f"{RDF}nil"

# Closed word lists: each word is a concept `KG + scheme-word`.
SCHEMES: dict[str, type[StrEnum]] = {
    "act": SpeechAct,
    "block": BlockKind,
    "certainty": Certainty,
    "comparator": Comparator,
    "credibility": Credibility,
    "field": EditField,
    "kind": Kind,
    "polarity": Polarity,
    "quote": QuoteType,
    "relation": LinkKind,
    "reliability": Reliability,
    "stance": Stance,
    "verb": Verb,
}
# Open word lists, which grow with what is extracted.
OPEN_SCHEMES = ("effect", "measure", "predicate", "type", "unit")
ROLES = ("agency", "claimant", "publisher", "speaker")


def _words(scheme: str) -> Spelling:
    return concepts(f"{KG}{scheme}-", SCHEMES[scheme])


def _placed(value: Any, scope: Scope) -> str:  # noqa: ANN401 - anything with a span
    return f"{scope.article}-{value.span.start}-{value.span.end}"


def _hashed(*names: str) -> Callable[[Any, Scope], str]:
    """Key a node by its article and a hash of the fields named."""
    return lambda value, scope: (
        f"{scope.article}-{content_id(*(_plain(getattr(value, name)) for name in names))}"
    )


def _plain(value: object) -> object:
    """Spell whole numbers as they are read back, so that a node keeps its address."""
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return [value.start, value.end] if isinstance(value, Span) else value


def _keyed(value: Any, _scope: Scope) -> str:  # noqa: ANN401 - anything with an id
    return part(value.id)


def _content(value: Any, _scope: Scope) -> str:  # noqa: ANN401 - a frozen dataclass
    """Key a node by a hash of all that it holds."""
    return content_id(repr(value))


def _profile(kind: str) -> Callable[[Any, Scope], str]:
    return lambda value, scope: f"{scope.article}-{kind}-{part(value.id)}"


ACTOR_ID, CLAIM_ID, PLACE_ID = ref(ACTORS), ref(CLAIMS), ref(PLACES)
ISSUE_ID, STATEMENT_ID, ARTICLE_ID = ref(ISSUES), ref(STATEMENTS), ref(f"{BASE}article/")
DECISION_ID = ref(DECISIONS)
PREDICATE, MEASURE = concept(f"{KG}predicate-"), concept(f"{KG}measure-")
UNIT, POLARITY = concept(f"{KG}unit-"), _words("polarity")

SPAN = Shape(
    Span,
    f"{BASE}span/",
    f"{KG}Span",
    lambda span, scope: f"{scope.article}-{span.start}-{span.end}",
    (one("start", f"{OA}start", WHOLE), one("end", f"{OA}end", WHOLE)),
)
# A stretch of the page, whose words are not quoted again.
EXTENT = Shape(Span, f"{BASE}extent/", f"{KG}Extent", SPAN.key, SPAN.rows)
BLOCK = Shape(
    Block,
    f"{BASE}block/",
    f"{KG}Block",
    lambda block, scope: f"{_placed(block, scope)}-{block.kind.value}",
    (
        one("kind", f"{KG}blockKind", _words("block")),
        one("span", f"{KG}extent", node(EXTENT)),
    ),
)
ARTICLE = Shape(
    Article,
    f"{BASE}article/",
    f"{KG}Article",
    _keyed,
    (
        one("id", "", TEXT),
        one("path", f"{KG}path", TEXT),
        one("text", f"{SCHEMA}articleBody", TEXT),
        many("blocks", f"{KG}block", node(BLOCK)),
        maybe("url", f"{SCHEMA}url", TEXT),
        maybe("outlet", f"{KG}outlet", TEXT),
        maybe("headline", f"{SCHEMA}headline", TEXT),
        maybe("byline", f"{KG}byline", TEXT),
        maybe("published", f"{SCHEMA}datePublished", DATE),
        maybe("agency", f"{KG}agency", TEXT),
        maybe("dateline", f"{KG}dateline", TEXT),
    ),
)
NOTE = Shape(
    VerificationNote,
    f"{BASE}note/",
    f"{KG}VerificationNote",
    lambda note, scope: f"{_placed(note, scope)}-{part(note.effect)}",
    (
        one("span", f"{KG}span", node(SPAN)),
        one("effect", f"{KG}effect", concept(f"{KG}effect-")),
    ),
)
STATEMENT = Shape(
    Statement,
    STATEMENTS,
    f"{KG}Statement",
    _keyed,
    (
        one("id", "", TEXT),
        one("article", IN_ARTICLE, ARTICLE_ID),
        many("source", f"{KG}source", node(SPAN)),
        many("cue", f"{KG}cue", node(SPAN)),
        many("content", f"{KG}content", node(SPAN)),
        one("cue_lemma", f"{KG}cueLemma", TEXT),
        one("quote_type", f"{KG}quoteType", _words("quote")),
        one("speech_act", f"{KG}speechAct", _words("act")),
        one("polarity", f"{KG}polarity", POLARITY),
        one("certainty", f"{KG}certainty", _words("certainty")),
        one("stance", f"{KG}stance", _words("stance")),
        one("kind", f"{KG}statementKind", _words("kind")),
        many("hedges", f"{KG}hedge", node(SPAN)),
        many("addressee", f"{KG}addressee", node(SPAN)),
        many("verification", f"{KG}verification", node(NOTE)),
        many("refers_to", f"{KG}refersTo", STATEMENT_ID),
        maybe("reports", f"{KG}reports", STATEMENT_ID),
        one("extractor", f"{KG}extractor", TEXT),
        one("confidence", f"{KG}confidence", NUMBER),
    ),
)
# What one article's reading says of a thing that other articles share.
ACTOR_PROFILE = Shape(
    Actor,
    f"{BASE}profile/",
    f"{KG}ActorProfile",
    _profile("actor"),
    (
        one("id", PROFILE_OF, ACTOR_ID),
        one("name", f"{KG}name", TEXT),
        one("type", f"{KG}actorType", concepts(KG, ActorType)),
        many("aliases", f"{KG}alias", TEXT),
        maybe("role", f"{KG}role", TEXT),
        maybe("organisation", f"{KG}organisation", ACTOR_ID),
        maybe("part_of", f"{KG}partOf", ACTOR_ID),
        maybe("acts_for", f"{KG}actsFor", ACTOR_ID),
        maybe("state", f"{KG}state", ACTOR_ID),
    ),
)
PLACE_PROFILE = Shape(
    Location,
    f"{BASE}profile/",
    f"{KG}LocationProfile",
    _profile("location"),
    (
        one("id", PROFILE_OF, PLACE_ID),
        one("name", f"{KG}name", TEXT),
        maybe("country", f"{KG}country", TEXT),
        maybe("latitude", f"{SCHEMA}latitude", NUMBER),
        maybe("longitude", f"{SCHEMA}longitude", NUMBER),
        maybe("gazetteer", f"{KG}gazetteer", TEXT),
    ),
)
FEATURE = Shape(
    Feature,
    f"{BASE}feature/",
    f"{KG}Feature",
    _hashed("name", "weight"),
    (one("name", f"{KG}name", TEXT), one("weight", f"{KG}weight", NUMBER)),
)
MENTION = Shape(
    Mention,
    f"{BASE}mention/",
    f"{KG}Mention",
    lambda mention, scope: f"{_placed(mention, scope)}-{part(mention.entity)}",
    (
        one("article", IN_ARTICLE, ARTICLE_ID),
        one("span", f"{KG}span", node(SPAN)),
        one("entity", f"{KG}denotes", entity(ACTORS, PLACES)),
        many("features", f"{KG}feature", node(FEATURE)),
    ),
)
ATTRIBUTION = Shape(
    Attribution,
    f"{BASE}attribution/",
    f"{KG}Attribution",
    _hashed("statement", "speaker", "claimant", "role", "targets"),
    (
        one("statement", f"{KG}attributionOf", STATEMENT_ID),
        maybe("speaker", f"{KG}voice", ACTOR_ID),
        maybe("claimant", f"{KG}owner", ACTOR_ID),
        maybe("role", f"{KG}role", TEXT),
        many("targets", f"{KG}target", ACTOR_ID),
    ),
)
QUANTITY = Shape(
    Quantity,
    f"{BASE}quantity/",
    f"{KG}Quantity",
    _hashed(*Quantity.__slots__),
    (
        one("span", f"{KG}span", node(SPAN)),
        one("measure", f"{KG}measure", MEASURE),
        one("unit", f"{KG}unit", UNIT),
        maybe("value", f"{KG}value", NUMBER),
        maybe("low", f"{KG}low", NUMBER),
        maybe("high", f"{KG}high", NUMBER),
        one("comparator", f"{KG}comparator", _words("comparator")),
        maybe("of_whom", f"{KG}ofWhom", ACTOR_ID),
        maybe("by_whom", f"{KG}byWhom", ACTOR_ID),
        maybe("of_whom_text", f"{KG}ofWhomText", TEXT),
    ),
)
COUNT = Shape(
    lambda statement, quantity: (statement, quantity),
    f"{BASE}count/",
    f"{KG}Count",
    lambda pair, scope: f"{part(pair[0])}-{QUANTITY.key(pair[1], scope)}",
    (
        one("statement", f"{KG}statedIn", STATEMENT_ID),
        one("quantity", f"{KG}counted", node(QUANTITY)),
    ),
    get=lambda pair, name: pair[name == "quantity"],
)
INTERVAL = Shape(
    Interval,
    f"{BASE}interval/",
    f"{KG}Interval",
    lambda days, scope: f"{scope.article}-{days.start or ''}-{days.end or ''}",
    (maybe("start", f"{KG}from", DATE), maybe("end", f"{KG}until", DATE)),
)
CLAIM_PROFILE = Shape(
    Claim,
    f"{BASE}profile/",
    f"{KG}ClaimProfile",
    _profile("claim"),
    (
        one("id", PROFILE_OF, CLAIM_ID),
        one("issue", f"{KG}issue", ISSUE_ID),
        one("predicate", f"{KG}predicate", PREDICATE),
        one("text", f"{KG}wording", TEXT),
        maybe("agent", f"{KG}agent", ACTOR_ID),
        maybe("patient", f"{KG}patient", ACTOR_ID),
        maybe("quantity", f"{KG}quantity", node(QUANTITY)),
        maybe("place", f"{KG}place", PLACE_ID),
        maybe("time", f"{KG}time", node(INTERVAL)),
        maybe("noun", f"{KG}noun", TEXT),
        maybe("measure", f"{KG}measure", MEASURE),
        maybe("unit", f"{KG}unit", UNIT),
    ),
)
# The claim itself, described once for all articles: its amount has no span.
AMOUNT = Shape(
    Quantity,
    f"{BASE}amount/",
    QUANTITY.klass,
    lambda _, scope: scope.article,
    tuple(row for row in QUANTITY.rows if row.field not in {"span", "of_whom_text"}),
)
CLAIM = Shape(
    Claim,
    CLAIMS,
    f"{KG}Claim",
    _keyed,
    (
        one("id", "", TEXT),
        one("issue", f"{KG}issue", ISSUE_ID),
        one("predicate", f"{KG}predicate", PREDICATE),
        one("text", LABEL, TEXT),
        maybe("agent", f"{KG}agent", ACTOR_ID),
        maybe("patient", f"{KG}patient", ACTOR_ID),
        maybe("quantity", QUANTITY_OF, node(AMOUNT)),
        maybe("place", f"{KG}place", PLACE_ID),
        maybe("time", f"{KG}time", node(INTERVAL)),
        maybe("noun", f"{KG}noun", TEXT),
        maybe("measure", f"{KG}measure", MEASURE),
        maybe("unit", f"{KG}unit", UNIT),
    ),
)
COMMITMENT = Shape(
    Commitment,
    f"{BASE}commitment/",
    f"{KG}Commitment",
    _hashed("statement", "claim", "polarity", "modal"),
    (
        one("statement", f"{KG}commitmentOf", STATEMENT_ID),
        one("claim", f"{KG}claim", CLAIM_ID),
        one("polarity", f"{KG}polarity", POLARITY),
        one("modal", f"{KG}modal", FLAG),
    ),
)
READING = Shape(
    Reading,
    GRAPH,
    f"{KG}Reading",
    lambda reading, _: part(reading.article.id),
    (
        one("article", f"{KG}readingOf", node(ARTICLE)),
        many("statements", f"{KG}statement", node(STATEMENT)),
        many("actors", f"{KG}actorProfile", node(ACTOR_PROFILE)),
        many("locations", f"{KG}locationProfile", node(PLACE_PROFILE)),
        many("mentions", f"{KG}mention", node(MENTION)),
        many("attributions", f"{KG}hasAttribution", node(ATTRIBUTION)),
        many("quantities", f"{KG}count", node(COUNT)),
        many("claims", f"{KG}claimProfile", node(CLAIM_PROFILE)),
        many("commitments", f"{KG}commitment", node(COMMITMENT)),
    ),
)
ISSUE = Shape(
    Issue,
    ISSUES,
    f"{KG}Issue",
    _keyed,
    (
        one("id", "", TEXT),
        one("question", LABEL, TEXT),
        one("predicate", f"{KG}predicate", PREDICATE),
        maybe("measure", f"{KG}measure", MEASURE),
        maybe("unit", f"{KG}unit", UNIT),
        maybe("patient", f"{KG}patient", ACTOR_ID),
    ),
)
LINK = Shape(
    Relation,
    f"{BASE}relation/",
    RELATION,
    _keyed,
    (
        one("id", "", TEXT),
        one("kind", f"{KG}relationKind", _words("relation")),
        one("type", f"{KG}relationType", concept(f"{KG}type-")),
        many("a", f"{KG}sideA", STATEMENT_ID),
        many("b", f"{KG}sideB", STATEMENT_ID),
        one("because", f"{KG}because", TEXT),
        maybe("issue", f"{KG}issue", ISSUE_ID),
        maybe("decision", DECIDED_BY, DECISION_ID),
    ),
)
# What people decided, and by what each decision finds again what it is about. The terms are its
# own, so that no question about articles and actors meets what is said of them here.
CITATION = Shape(
    Citation,
    f"{BASE}citation/",
    f"{KG}Citation",
    _content,
    (
        one("id", f"{KG}ofArticle", ARTICLE_ID),
        one("path", f"{KG}citedPath", TEXT),
        maybe("url", f"{KG}citedUrl", TEXT),
        maybe("outlet", f"{KG}citedOutlet", TEXT),
        maybe("published", f"{KG}citedDate", DATE),
    ),
)
PASSAGE = Shape(
    Passage,
    f"{BASE}passage/",
    f"{KG}Passage",
    _content,
    (
        one("statement", f"{KG}ofStatement", STATEMENT_ID),
        one("citation", f"{KG}citation", node(CITATION)),
        many("words", f"{KG}words", TEXT),
        one("before", f"{KG}wordsBefore", TEXT),
        one("after", f"{KG}wordsAfter", TEXT),
        one("cue", f"{KG}cueWords", TEXT),
    ),
)
ACTOR_NAME = Shape(
    ActorName,
    f"{BASE}named/",
    f"{KG}ActorName",
    _content,
    (
        one("actor", f"{KG}ofActor", ACTOR_ID),
        one("type", f"{KG}givenType", concepts(KG, ActorType)),
        one("name", f"{KG}givenName", TEXT),
        maybe("state", f"{KG}stateName", TEXT),
        maybe("citation", f"{KG}citation", node(CITATION)),
    ),
)
DECISION = Shape(
    Decision,
    DECISIONS,
    f"{KG}Decision",
    _keyed,
    (
        one("id", "", TEXT),
        one("verb", f"{KG}verb", _words("verb")),
        one("by", ASSOCIATED, ref(REVIEWERS)),
        one("when", f"{PROV}endedAtTime", MOMENT),
        one("because", f"{KG}because", TEXT),
        many("passages", f"{KG}passage", node(PASSAGE)),
        many("against", f"{KG}against", node(PASSAGE)),
        many("actors", f"{KG}named", node(ACTOR_NAME)),
        many("citations", f"{KG}citation", node(CITATION)),
        maybe("field", f"{KG}field", _words("field")),
        maybe("found", f"{KG}foundValue", TEXT),
        maybe("value", f"{KG}newValue", TEXT),
    ),
)
