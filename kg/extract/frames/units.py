"""What a noun counts: soldiers and pupils are persons, checkpoints are posts."""

from __future__ import annotations

PERSONS = frozenset(
    """
    person people man woman child boy girl baby infant adult youth teenager other life soul
    victim soldier troop trooper fighter militant gunman rebel insurgent guerrilla combatant
    guard serviceman personnel officer policeman constable commander general sniper marine
    sailor airman paratrooper conscript recruit reservist veteran pilot mercenary terrorist
    extremist jihadist attacker assailant bomber hostage captive prisoner inmate detainee
    suspect criminal smuggler civilian resident villager inhabitant citizen national settler
    refugee migrant evacuee family worker employee staff staffer labourer laborer miner
    nurse doctor medic paramedic teacher driver trader farmer fisherman engineer technician
    pilot picket striker member colleague protester protestor demonstrator marcher activist
    supporter rioter campaigner crowd attendee student pupil schoolchild schoolgirl
    schoolboy child passenger crew hiker climber tourist pilgrim worshipper worshiper
    visitor guest customer client patient user subscriber consumer account-holder
    shareholder investor voter elector candidate lawmaker mp senator delegate observer
    journalist reporter editor official minister diplomat lawyer judge monk priest cleric
    rescuer firefighter volunteer survivor casualty fatality death injury martyr dead
    wounded injured missing homeless neighbour neighbor relative orphan widow elder leader
    aide executive manager contractor builder player fan spectator swimmer skier cyclist
    motorist pedestrian body corpse participant attendee devotee bystander loader porter
    cleaner collector carer caregiver midwife cook guest-worker operator mechanic electrician
    rower agent monitor scrutineer delegate mourner congregant believer parishioner herder
    fisher peasant vendor hawker merchant commuter rider applicant recipient pensioner retiree
    inspector clerk cashier crewman crewmember seafarer stevedore steward stewardess
    attendant conductor baker holidaymaker pow
    dissident researcher defendant co-defendant docker trooper legionnaire
    irregular deserter defector ringleader accomplice looter vandal thief hacker
    """.split()
) - {"family", "crowd"}

UNITS: dict[str, str] = {
    lemma: unit
    for unit, lemmas in {
        "post": "post outpost checkpoint position picket-post base stronghold bunker installation",
        "aircraft": "aircraft jet plane airplane helicopter warplane bomber-jet fighter-jet",
        "drone": "drone uav quadcopter",
        "tank": "tank",
        "missile": "missile rocket projectile",
        "vehicle": "vehicle car truck bus lorry van bike motorcycle ambulance",
        "ship": "ship boat vessel ferry warship trawler",
        "house": "home house dwelling hut apartment flat residence",
        "building": "building structure shop store",
        "town": "town village city settlement hamlet",
        "family": "family household",
        "job": "job position-cut post-cut",
        "vote": "vote ballot",
        "seat": "seat",
        "record": "record file account document",
        "crossing": "crossing",
        "school": "school college university",
        "hospital": "hospital clinic",
        "plant": "plant factory mill works",
        "barrel": "barrel",
        "tonne": "tonne ton",
        "kilogram": "kilogram kilo kg",
        "litre": "litre liter",
        "km": "kilometre kilometer km",
        "hectare": "hectare acre-hectare",
        "percent": "percent percentage",
        "fire": "fire blaze",
        "loss": "loss",
    }.items()
    for lemma in lemmas.split()
}

TIMES = frozenset(
    """
    time second minute hour day night week weekend month year decade century am pm a.m. p.m.
    quarter january february march april may june july august september october november
    december
    """.split()
)
"""Nouns whose numbers date or last; nothing is counted by them."""

MEASURES = frozenset(
    """
    kilometre kilometer km mile metre meter foot magnitude degree mph kph
    """.split()
)
"""Nouns whose numbers measure a place or a force; no concept counts them."""


ANIMALS = frozenset(
    """
    animal cow cattle calf sheep goat lamb pig hog horse donkey mule camel buffalo chicken hen
    bird duck goose turkey dog cat fish whale dolphin elephant deer bear wolf bee
    livestock poultry head
    """.split()
)
"""What is killed and wounded, too, and is nobody."""

_DOERS = ("goer", "ist", "cian", "eer", "keeper", "holder")
"""Endings that make a noun one for people."""


def unit(lemma: str) -> str:
    """Return what a noun with this singular lemma counts: "person", a mapped unit or itself."""
    if lemma in PERSONS or lemma.endswith(_DOERS):
        return "person"
    return UNITS.get(lemma, lemma)
