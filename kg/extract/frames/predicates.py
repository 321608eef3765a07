"""The predicates of the reports that people read, and the words that express them.

Grown from CAMEO and PLOVER event types (https://github.com/openeventdata/PLOVER) plus what they
leave out: figures of disasters, strikes, companies and elections, and how sides frame an event.
An underscore joins the words of an idiom: its head first, each later word below the former in
the parse ("seize_control_of"); what stands behind a closing preposition is the patient.
"""

from __future__ import annotations

from kg.extract.frames.voices import Predicate, row

_ARMS = "missile rocket satellite projectile drone"
_PLACES = (
    "post town crossing building house plant airport bridge city hill territory area ground "
    "district region province ridge island port border land valley road"
)
_HELD = "post town city hill outpost checkpoint base territory ground ridge"
_RULES = (
    "territory airspace sovereignty law ceasefire truce agreement right rule border treaty "
    "ban water convention deal contract accord curfew"
)
_FIGHTS = (
    "clash fight fighting war conflict exchange hostility violence attack battle skirmish "
    "shooting crossfire firefight"
)
_MONEY = "money USD EUR GBP"
_FORCES = (
    "soldier troop fighter man guard officer trooper policeman serviceman personnel militant"
    " commando ranger marine paratrooper airman sailor conscript combatant"
)
_VOTES = "percent vote seat ballot"
_HOMES = "land home house village farm property"
_DRIVEN = " ".join(
    f"{verb}_{behind}_{home}"
    for verb in "drive force chase push throw evict remove expel turf".split()
    for behind in ("from", "off", "out_of")
    for home in _HOMES.split()
)
"""Idioms of losing a home: "driven off their land"."""
_SHUT_OUT = " ".join(
    f"{verb}_{behind}_{place}"
    for verb, behind in (
        ("expel", "from"),
        ("remove", "from"),
        ("eject", "from"),
        ("bar", "from"),
        ("ban", "from"),
        ("exclude", "from"),
        ("evict", "from"),
        ("throw", "out_of"),
        ("throw", "out_from"),
        ("kick", "out_of"),
        ("push", "out_of"),
        ("order", "out_of"),
        ("turn", "away_from"),
        ("turn", "back_from"),
        ("send", "away_from"),
        ("keep", "out_of"),
        ("chase", "out_of"),
        ("drive", "out_of"),
        ("lock", "out_of"),
    )
    for place in ("station", "centre", "center", "booth")
)
_BREACHED = " ".join(
    f"{verb}_{by}_{cause}"
    for verb in ("affect", "hit", "impact", "expose", "compromise")
    for by in ("by", "in")
    for cause in ("breach", "hack", "leak", "cyberattack", "incident")
)

_CROWD = (
    "people demonstrator protester protestor marcher supporter participant activist citizen"
    " student worker teacher farmer"
)
_SQUARES = "square street avenue boulevard plaza park stadium centre center road bridge"
_FILLING = " ".join(
    f"{verb}_{place}"
    for verb in "fill pack throng jam crowd flood".split()
    for place in _SQUARES.split()
)
_POURING = " ".join(
    f"{verb}_{into}_{place}"
    for verb in "pour flood stream spill surge".split()
    for into in ("into", "onto", "through")
    for place in _SQUARES.split()
)
_COMING = " ".join(f"come_to_{place}" for place in _SQUARES.split())
_OCCUPYING = " ".join(
    f"{verb}_{place}" for verb in "occupy line block".split() for place in _SQUARES.split()
)
_ABROAD = " ".join(f"on_{place}" for place in "avenue boulevard square plaza".split())
_STOPPAGES = "strike walkout stoppage stayaway".split()
_STRIKING = " ".join(
    f"{verb}_{strike}"
    for verb in "join observe honour honor heed follow stage_walkout begin".split()
    for strike in _STOPPAGES
)
_CALLED = " ".join(
    f"{verb}_call_{strike}"
    for verb in "heed answer follow obey observe honour honor".split()
    for strike in _STOPPAGES
)
_STRUCK = " ".join(
    f"{noun}_{words}"
    for noun in "participation turnout adherence compliance observance".split()
    for strike in _STOPPAGES
    for words in (f"in_{strike}", f"for_{strike}", f"to_{strike}", f"with_{strike}", strike)
)
_VESSELS = (
    "vessel ship ferry boat bus train plane aircraft airliner flight jet helicopter launch barge"
    " coach trawler dinghy yacht liner"
)
_ABOARD = " ".join(f"on_{vessel}" for vessel in _VESSELS.split())
_POLLING = " ".join(
    f"{verb}_in_{vote}"
    for verb in ("take_part", "participate")
    for vote in "referendum election vote poll ballot runoff plebiscite".split()
)
_VOLUMES = "litre liter gallon barrel tonne ton cubic_metre cubic_foot"
_STREAMS = " ".join(f"{verb}_into" for verb in "flow run seep gush wash_down".split())
_BUILT = "house building school hospital shop bridge mosque church temple structure warehouse"
_LEAKS = "breach hack leak cyberattack intrusion hacker attacker"
_CUTS = "cut layoff redundancy restructuring dismissal closure cutback"

_SHARED = "vote ballot poll electorate voter tally count total seat support delegate"
_ELECTORATE = (
    "voter elector electorate people citizen resident national adult population constituent person"
)
_CALAMITIES = (
    "outage blackout flood storm cyclone hurricane typhoon earthquake quake drought heatwave"
    " shortage disruption delay strike stoppage closure wildfire landslide"
)
_GEAR = "tank vehicle ship howitzer post radar"

PREDICATES: tuple[Predicate, ...] = (
    # --- conflict and harm to people -------------------------------------------------------
    row("kill", "killed", undergoes="lose", patients=_FORCES),
    row("kill", "killed", undergoes="fall", patients=_FORCES),
    row("kill", "killed", undergoes="be_among_dead be_among_victim"),
    row("wound", "wounded", undergoes="be_among_injured be_among_wounded"),
    row("kill", "killed", harms="loss", patients=f"{_FORCES} life"),
    row(
        "kill",
        "killed",
        finds="recover find retrieve discover pull bring bring_in bring_out fish_out dig_out "
        "pull_from receive identify_body count bury leave_behind exhume wash_ashore wash_up",
        patients="body corpse remains",
    ),
    row("kill", "killed", verbs="cost", patients=_FORCES),
    row("kill", "killed", finds="count", patients="martyr"),
    row("kill", "killed", finds="bury", patients="dead victim"),
    row("bury", "buried", verbs="bury", patients="person"),
    row(
        "kill",
        "killed",
        verbs="burn_to_death burnt_to_death burn_alive burnt_alive crush_to_death beat_to_death"
        " stab_to_death mow_down cut_down wipe_out finish_off electrocute sweep_to_death",
        undergoes="lay_down_life sacrifice_life make_sacrifice_supreme freeze_to_death"
        " starve_to_death suffocate asphyxiate fall_to_death plunge_to_death",
        patients="person",
    ),
    row(
        "hospitalize",
        "hospitalised",
        verbs="take_to_hospital rush_to_hospital admit_to_hospital",
        placed="in_hospital",
        patients="person",
    ),
    row(
        "wound",
        "wounded",
        finds="treat_in_hospital treat_at_hospital treat_at_clinic treat_in_clinic "
        "treat_for_injury treat_for_wound treat_for_burn treat_for_bruise treat_for_fracture",
        undergoes="nurse_injury nurse_wound suffer_burn suffer_wound sustain_wound "
        "sustain_burn receive_injury need_treatment require_treatment receive_treatment"
        " seek_treatment need_care require_care need_attention require_attention",
        patients="person",
    ),
    row(
        "kill",
        "killed",
        verbs="kill slay massacre murder slaughter martyr assassinate behead gun_down "
        "shoot_dead claim_life_of cost_life_of leave_dead burn_death",
        undergoes="die perish drown lose_life succumb fall_martyr be_martyr embrace_martyrdom",
        deeds="killing massacre murder assassination",
        harms="death fatality martyrdom dead",
        figures="toll death_toll",
        states="dead lifeless",
    ),
    row("kill", "killed", verbs="claim cost take lose", patients="life"),
    row("kill", "killed", verbs="execute", patients="person"),
    row("kill", "killed", verbs="shoot_dead", patients="person"),
    row("shoot", "shot", verbs="shoot", patients="person"),
    row(
        "wound",
        "wounded",
        verbs="wound injure hurt maim harm hospitalize hospitalise",
        undergoes="suffer_injury sustain_injury",
        harms="injury injured wounded",
        states="injured wounded hurt",
    ),
    row(
        "neutralize",
        "neutralized",
        verbs="neutralize neutralise eliminate liquidate",
        patients="person",
    ),
    row("casualty", "casualties", harms="casualty"),
    row("lose", "losses", unit="loss", harms="loss"),
    row("poison", "poisoned", verbs="poison sicken", deeds="poisoning", patients=""),
    row(
        "poison",
        "poisoned",
        undergoes="fall_ill fall_sick",
        verbs="take_ill make_ill",
        patients="person",
    ),
    row(
        "contaminate",
        "contaminated",
        verbs="contaminate pollute taint",
        deeds="contamination pollution",
    ),
    row("infect", "infected", verbs="infect", harms="infection", figures="case"),
    row(
        "rescue",
        "rescued",
        verbs="rescue save pull_from evacuate_alive pull_alive bring_alive find_alive dig_alive"
        " pluck_from pluck winch_to_safety bring_to_safety carry_to_safety",
        deeds="rescue",
        patients="person family",
    ),
    row("survive", "survived", undergoes="survive", patients="person"),
    row("survive", "survived", acts="survive"),
    row("be_aboard", "aboard", placed=f"aboard on_board {_ABOARD}", patients="person"),
    row(
        "be_aboard",
        "aboard",
        verbs="carry transport ferry",
        patients="bare people passenger crew migrant refugee pilgrim tourist commuter holidaymaker",
        doers=_VESSELS,
    ),
    row(
        "be_aboard",
        "aboard",
        verbs="show list name",
        patients="passenger person",
        doers="manifest",
    ),
    row("trap", "trapped", verbs="trap", states="trapped", patients="person"),
    row(
        "trap",
        "trapped",
        placed="under_rubble under_debris under_mud under_ruin under_earth under_collapse",
        patients="person",
    ),
    row(
        "shelter",
        "sheltered",
        placed="in_shelter",
        undergoes="spend_in_shelter spend_night_in_shelter",
        patients="person family",
    ),
    row(
        "displace",
        "displaced",
        verbs="displace evacuate uproot relocate resettle evict drive_out force_out force_flee "
        f"force_leave {_DRIVEN}",
        undergoes="flee evacuate flee_home flee_village have_leave_home have_leave_house"
        " have_leave_village abandon_home",
        deeds="evacuation displacement",
        harms="exodus",
        patients="",
    ),
    row("make_homeless", "homeless", states="homeless", undergoes="lose_home"),
    row(
        "lose_power",
        "without power",
        unit="house",
        undergoes="be_without_power lose_power be_without_electricity lose_electricity",
        placed="without_power without_electricity",
    ),
    row(
        "affect",
        "affected",
        verbs="hit affect strike",
        patients="person family house town",
        doers=_CALAMITIES,
    ),
    row("cut_off", "cut off", unit="town", verbs="cut_off isolate", patients="town person family"),
    row(
        "affect",
        "affected",
        verbs="affect",
        states="affected",
        patients="person family",
    ),
    row("strand", "stranded", verbs="strand", states="stranded"),
    row(
        "go_missing",
        "missing",
        undergoes="disappear vanish go_missing",
        harms="disappearance missing",
        states="missing unaccounted",
    ),
    row(
        "go_missing",
        "missing",
        verbs="lose misplace mislay",
        patients="ballot envelope record document file sheet",
    ),
    row("abduct", "abducted", verbs="hold", patients="hostage"),
    row("abduct", "abducted", verbs="abduct kidnap take_hostage", deeds="abduction kidnapping"),
    row("torture", "tortured", verbs="torture", deeds="torture"),
    row("beat", "beaten", verbs="beat beat_up assault", deeds="beating", patients="person"),
    row("starve", "starved", verbs="starve", deeds="starvation"),
    # --- conflict ----------------------------------------------------------------------------
    row(
        "capture",
        "captured",
        unit="post",
        verbs="capture seize liberate overrun conquer occupy retake recapture seize_control_of "
        "take_control_of gain_control_of wrest_control_of take_over",
        deeds="capture seizure takeover occupation",
        states="overrun",
    ),
    row("capture", "captured", unit="post", verbs="take", patients=_PLACES + " person"),
    row("capture", "captured", unit="post", undergoes="lose fall", harms="loss", patients=_HELD),
    row("capture", "captured", undergoes="fall_into_hand", patients=f"{_HELD} {_FORCES}"),
    row("capture", "captured", verbs="hold", patients=f"prisoner captive pow {_FORCES}"),
    row(
        "destroy",
        "destroyed",
        unit="building",
        verbs="destroy demolish raze torch wreck obliterate flatten burn_down wipe_out "
        "level set_fire set_on_fire set_ablaze set_alight reduce_to_rubble reduce_to_ash gut"
        " sweep_away wash_away blow_up incinerate pulverise pulverize",
        deeds="destruction demolition",
    ),
    row(
        "destroy",
        "destroyed",
        unit="building",
        undergoes="collapse cave_in crumble burn_down",
        patients=_BUILT,
    ),
    row("destroy", "destroyed", unit="building", verbs="carry_away", patients=_BUILT),
    row(
        "destroy",
        "destroyed",
        unit="vehicle",
        verbs="knock_out",
        undergoes="lose",
        harms="loss",
        patients=_GEAR,
    ),
    row("loot", "looted", unit="building", verbs="loot ransack plunder", deeds="looting"),
    row("cost", "cost", unit="money", figures="damage cost bill loss", patients=_MONEY),
    row("damage", "damaged", verbs="smash shatter", patients="window building vehicle house"),
    row(
        "damage",
        "damaged",
        unit="building",
        verbs="damage vandalize vandalise",
        deeds="damage",
        patients="",
    ),
    row(
        "shoot_down",
        "shot down",
        unit="aircraft",
        verbs="shoot_down down intercept bring_down",
        patients="aircraft drone missile",
    ),
    row(
        "shoot_down",
        "shot down",
        unit="aircraft",
        verbs="shoot_down down bring_down",
        patients="bare",
    ),
    row(
        "start", None, begins="begin start erupt break_out flare flare_up ignite", patients=_FIGHTS
    ),
    row("start", None, acts="fire_first shoot_first"),
    row(
        "start",
        None,
        verbs="start begin initiate instigate trigger ignite",
        deeds="initiation start",
        patients=_FIGHTS,
    ),
    row(
        "attack",
        "attacked",
        verbs="attack strike bomb shell bombard hit ambush raid assault storm target airstrike",
        acts="fire_at fire_on fire_into open_fire open_fire_on open_fire_at shoot_at shoot_into "
        "shoot_on fire_tear fire_ammunition fire_round fire_bullet use_ammunition use_round",
        deeds="attack strike airstrike bombing shelling raid assault offensive ambush aggression "
        "bombardment incursion",
        undergoes="come_attack come_fire",
    ),
    row(
        "launch_missile",
        "launched",
        unit="missile",
        verbs="launch fire test test-fire",
        deeds="launch test",
        patients=_ARMS,
    ),
    row("launch_operation", None, unit="operation", deeds="operation crackdown manoeuvre"),
    row(
        "respond",
        None,
        acts="respond retaliate hit_back strike_back reply react",
        verbs="avenge meet_with_response meet_with_reply",
        deeds="response retaliation reply reprisal",
    ),
    row("unprovoked", None, unit="event", states="unprovoked unjustified"),
    row("provoke", None, verbs="provoke", deeds="provocation", states="provoked"),
    row("necessary", None, unit="event", states="necessary justified legitimate"),
    row("successful", None, unit="event", states="successful"),
    row("violate", "violated", unit="event", deeds="violation infringement"),
    row(
        "violate", "violated", unit="event", verbs="violate breach infringe break", patients=_RULES
    ),
    row(
        "control",
        None,
        unit="place",
        verbs="control hold_control",
        acts="be_control",
        harms="",
        deeds="control",
    ),
    row(
        "retreat",
        "retreated",
        undergoes="retreat withdraw pull_back pull_out fall_back",
        harms="retreat withdrawal pullback",
        patients="",
    ),
    row(
        "surrender",
        "surrendered",
        undergoes="surrender defect capitulate lay_down_arm",
        harms="surrender defection",
    ),
    row(
        "repel",
        "repelled",
        unit="attack",
        verbs="repel repulse foil thwart beat_back push_back fend_off",
    ),
    row(
        "prevent",
        "prevented",
        unit="event",
        verbs="prevent stop halt block avert suspend interrupt pause disrupt",
    ),
    row("deploy", "deployed", verbs="deploy dispatch", deeds="deployment"),
    row("cross", "crossed", acts="cross infiltrate", deeds="crossing infiltration", patients=""),
    row("threaten", "threatened", verbs="threaten", deeds="threat"),
    row(
        "explode",
        None,
        unit="event",
        undergoes="explode detonate",
        occurs="explosion blast detonation",
    ),
    row("smoke", None, unit="event", occurs="smoke"),
    row("gunfire", None, unit="event", occurs="gunfire gunshot shooting"),
    # --- accusation ---------------------------------------------------------------------------
    row(
        "harbor",
        None,
        verbs="harbor harbour shelter provide_haven allow_use_territory allow_use_soil "
        "let_use_territory let_use_soil",
        deeds="haven sanctuary",
    ),
    row(
        "support",
        None,
        verbs="support fund finance arm sponsor back aid train",
        deeds="support backing funding sponsorship",
    ),
    row("allow", None, verbs="allow permit let"),
    row(
        "rig",
        "rigged",
        unit="vote",
        verbs="rig forge falsify steal stuff doctor tamper tamper_with alter manipulate swap",
        deeds="fraud rigging forgery manipulation alteration",
        patients="vote election ballot result poll tally sheet form count roll register",
    ),
    row("rig", "rigged", unit="vote", deeds="fraud rigging"),
    row("bribe", "bribed", verbs="bribe", deeds="bribery bribe"),
    row("cover_up", None, verbs="cover_up conceal hide", deeds="cover-up"),
    row("spy", None, acts="spy", verbs="spy_on", deeds="espionage"),
    row("discriminate", None, acts="discriminate", deeds="discrimination"),
    row(
        "cause",
        "caused",
        unit="event",
        verbs="cause start spark trigger",
        patients="fire incident injury accident crash explosion",
    ),
    row(
        "cause",
        None,
        unit="event",
        verbs="cause",
        patients="explosion fire crash blast accident outage collapse leak flood crisis",
    ),
    # --- law and order ------------------------------------------------------------------------
    row("detain", "detained", verbs="take_in", patients="person"),
    row(
        "detain",
        "detained",
        verbs="detain arrest imprison jail hold_custody hold_in_custody hold_in_cell round_up "
        "apprehend take_custody take_into_custody pick_up haul_off",
        deeds="arrest detention",
        undergoes="be_in_custody remain_in_custody",
        placed="in_custody in_detention in_jail in_prison behind_bar under_arrest in_cell",
        patients="",
    ),
    row("lay_off", "laid off", verbs="let_go part_with", patients="staff worker employee staffer"),
    row(
        "release",
        "released",
        verbs="hand_over set_free exchange",
        patients="prisoner captive hostage detainee pow",
    ),
    row(
        "release",
        "released",
        verbs="release free pardon let_go swap",
        deeds="release",
        patients="person",
    ),
    row(
        "charge",
        "charged",
        verbs="charge indict prosecute",
        deeds="indictment prosecution",
        patients="person",
    ),
    row("convict", "convicted", verbs="convict sentence", deeds="conviction"),
    row("deport", "deported", verbs="deport expel extradite", deeds="deportation expulsion"),
    row(
        "annul",
        "annulled",
        unit="vote",
        verbs="annul void invalidate overturn nullify",
        deeds="annulment",
    ),
    row("ban", "banned", unit="event", verbs="ban prohibit outlaw", deeds="ban"),
    # --- protest and labour --------------------------------------------------------------------
    row(
        "go_on_strike",
        "on strike",
        undergoes="walk_out go_on_strike be_on_strike stay_on_strike begin_strike stage_walkout "
        "down_tool stop_work join_strike join_walkout join_stoppage take_part_in_strike "
        "participate_in_strike observe_strike stay_away_from_work stay_off_work stay_off_job"
        " abstain_from_duty abstain_from_work refuse_work lay_down_tool take_action_strike"
        f" take_action_industrial {_STRIKING} {_CALLED}",
        placed="on_strike",
        states="striking",
        figures=f"number_of_striker {_STRUCK}",
        harms="",
    ),
    row(
        "attend",
        "attended",
        undergoes="attend march rally protest demonstrate turn_out turn_up gather take_street "
        "take_to_street participate take_part take_part_in join_march flock assemble",
        harms="participant attendee",
        figures="crowd attendance number_of_marcher number_of_protester number_of_demonstrator "
        "number_of_participant number_of_attendee number_of_protestor turnout participation"
        " figure_of_marcher figure_of_demonstrator figure_of_participant figure_of_protester",
    ),
    row(
        "attend",
        "attended",
        undergoes="come_to_rally come_to_march come_to_protest come_to_demonstration"
        f" show_up converge_on {_FILLING} {_POURING} {_COMING}",
        verbs="bring_together mobilise mobilize muster",
        patients="person",
    ),
    row(
        "attend",
        "attended",
        placed="at_rally at_march at_protest at_demonstration",
        patients="person",
    ),
    row(
        "attend",
        "attended",
        undergoes="number",
        patients="demonstrator protester protestor marcher",
    ),
    row("attend", "attended", undergoes=_OCCUPYING, placed=_ABROAD, patients=_CROWD),
    row(
        "attend",
        "attended",
        verbs="count speak_of",
        patients="demonstrator protester protestor marcher participant attendee",
    ),
    row("attend", "attended", undergoes="join", patients=""),
    row(
        "work",
        "at work",
        undergoes="report_for_duty report_for_work report_to_work turn_up_for_work clock_in "
        "show_up_for_work come_to_work come_in_to_work go_to_work",
        placed="at_work",
        patients="person percent",
    ),
    row(
        "stay_away",
        "absent",
        undergoes="be_out stay_out come_out stay_away stay_home stay_at_home fail_come_to_work"
        " fail_report_for_work fail_report_for_duty fail_turn_up fail_show_up",
        states="absent",
        patients="person percent",
    ),
    row("attend", "attended", verbs="draw attract bring_out bring_street", patients="person"),
    row(
        "lay_off",
        "laid off",
        verbs="lay_off dismiss sack make_redundant furlough fire retrench axe let_go",
        patients="person",
    ),
    row("lay_off", "laid off", deeds="layoff redundancy dismissal retrenchment sacking"),
    row("lay_off", "laid off", undergoes="lose_job", patients="person"),
    row(
        "lay_off",
        "laid off",
        unit="job",
        verbs="cut lose shed axe eliminate slash scrap",
        undergoes="go disappear",
        deeds="cut loss",
        patients="job",
    ),
    row(
        "lay_off",
        "laid off",
        unit="job",
        verbs="cut axe shed slash scrap abolish",
        patients="post position role",
    ),
    row(
        "lay_off",
        "laid off",
        undergoes="face_redundancy face_sack face_dismissal face_axe face_layoff face_unemployment",
        patients="person percent",
    ),
    row(
        "lay_off",
        "laid off",
        verbs="hit affect concern involve",
        patients="person percent",
        doers=_CUTS,
    ),
    row("employ", "employed", verbs="employ", patients="person"),
    row("lay_off", "laid off", verbs="terminate cancel end", patients="contract employment"),
    row("ignore", None, verbs="ignore disregard overlook brush_aside wave_away"),
    row("hire", "hired", verbs="hire recruit", patients="person"),
    row("add_jobs", "created", unit="job", verbs="create add", patients="job"),
    row("resign", "resigned", undergoes="resign quit step_down", harms="resignation"),
    row("negotiate", None, acts="negotiate bargain", deeds="negotiation talk"),
    # --- traffic ----------------------------------------------------------------------------
    row(
        "close",
        "closed",
        unit="crossing",
        verbs="close shut shutter shut_down seal seal_off",
        undergoes="close shut",
        harms="closure shutdown",
        patients="",
    ),
    row(
        "reopen", "reopened", unit="crossing", verbs="reopen", undergoes="reopen", harms="reopening"
    ),
    row("cancel", "cancelled", unit="flight", verbs="cancel ground scrap", deeds="cancellation"),
    row(
        "deny_passage",
        "turned away",
        verbs="turn_away turn_back deny_passage deny_entry",
        patients="",
    ),
    # --- money and companies ------------------------------------------------------------------
    row("fine", "fined", unit="money", verbs="fine penalize penalise", figures="fine penalty"),
    row(
        "pay",
        "paid",
        unit="money",
        verbs="pay compensate reimburse",
        deeds="payment payout compensation",
    ),
    row("cost", "cost", unit="money", verbs="cost"),
    row(
        "earn",
        "earned",
        unit="money",
        acts="earn post_profit make_profit",
        figures="profit income_net",
    ),
    row(
        "lose_money",
        "lost",
        unit="money",
        acts="post_loss report_loss make_loss record_loss suffer_loss incur_loss book_loss",
        patients=_MONEY,
    ),
    row("take_in", "taken in", unit="money", figures="revenue turnover", patients=_MONEY),
    row("lose_money", "lost", unit="money", undergoes="lose", patients=_MONEY),
    row(
        "lose_place",
        "lost",
        unit="seat",
        undergoes="lose",
        patients="seat district election vote",
    ),
    row("raise_money", "raised", unit="money", acts="raise", patients=_MONEY),
    row("invest", "invested", unit="money", acts="invest", figures="investment", deeds=""),
    row("buy", "bought", unit="money", verbs="buy acquire purchase", deeds="acquisition takeover"),
    row("sell", "sold", unit="money", verbs="sell", deeds="sale"),
    row(
        "leak",
        "leaked",
        unit="record",
        verbs=_BREACHED,
        patients="record person datum information",
    ),
    row(
        "leak",
        "leaked",
        unit="record",
        verbs="affect impact hit compromise expose",
        patients="person record",
        doers=_LEAKS,
    ),
    row(
        "leak",
        "leaked",
        unit="record",
        verbs="make_off_with get_hold_of",
        undergoes="fall_into_hand",
        patients="record datum information number password address",
    ),
    row(
        "leak",
        "leaked",
        unit="record",
        verbs="affect impact hit",
        states="affected compromised stolen leaked",
        patients="record datum information",
    ),
    row(
        "leak",
        "leaked",
        unit="record",
        verbs="leak expose steal compromise breach access obtain hack copy exfiltrate download",
        undergoes="leak",
        deeds="leak",
        patients="record person datum information address password number",
    ),
    row("recall", "recalled", unit="vehicle", verbs="recall", deeds="recall"),
    row(
        "spill",
        "spilled",
        unit="tonne",
        verbs="spill discharge dump leak",
        undergoes="leak spill seep escape",
        deeds="spill",
        figures="spill leak",
        patients=f"{_VOLUMES} oil waste chemical sewage fuel water acid",
    ),
    row(
        "spill",
        "spilled",
        unit="tonne",
        verbs="release",
        undergoes=f"{_STREAMS} end_up_in",
        figures="loss spillage",
        patients=_VOLUMES,
    ),
    row(
        "rise",
        "rose",
        unit="percent",
        undergoes="rise increase grow climb jump soar",
        patients="percent",
    ),
    row(
        "fall",
        "fell",
        unit="percent",
        undergoes="fall drop decline shrink plunge",
        patients="percent",
    ),
    row("produce", "produced", unit="vehicle", verbs="produce manufacture"),
    row("test", "tested", unit="test", verbs="test", patients="person weapon vaccine drug"),
    # --- politics ----------------------------------------------------------------------------
    row("win", "won", unit="vote", verbs="win"),
    row(
        "win",
        "won",
        unit="vote",
        verbs="receive get take secure garner poll obtain claim win capture pick_up clinch bag"
        " grab gain net",
        patients=_VOTES,
        whole=_SHARED,
    ),
    row(
        "win",
        "won",
        unit="vote",
        acts="win lead come finish trail be_ahead re-elect_with elect_with return_with",
        gets="give award credit put",
        outcomes="winner victory win",
        patients=_VOTES,
        whole=_SHARED,
    ),
    row(
        "lead",
        "lead",
        unit="vote",
        acts="lead_by be_ahead_by",
        figures="lead majority margin",
        patients="vote seat ballot",
    ),
    row("win", "won", unit="vote", verbs="have hold", patients="vote seat"),
    row("inflate", "inflation", unit="percent", figures="inflation"),
    row("unemploy", "unemployment", unit="percent", figures="unemployment jobless_rate"),
    row(
        "turn_out",
        "turnout",
        unit="percent",
        figures="turnout participation",
        patients="percent",
    ),
    row(
        "turn_out",
        "turnout",
        unit="percent",
        undergoes=f"{_POLLING} show_up_at_poll turn_out_to_vote",
        patients="percent",
        shares=True,
    ),
    row(
        "turn_out",
        "turnout",
        unit="percent",
        undergoes="take_part participate turn_out show_up",
        patients="voter elector electorate",
        shares=True,
    ),
    row("vote", "voted", undergoes="vote_for vote_against vote_to vote_in_favour"),
    row(
        "turn_out",
        "turnout",
        unit="percent",
        undergoes="vote cast_ballot cast_vote go_poll go_to_poll",
        patients="percent",
        whole=_ELECTORATE,
    ),
    row("vote", "voted", undergoes="vote abstain cast_ballot", deeds=""),
    row(
        "bar_from_station",
        "barred to agents",
        unit="station",
        shuts=_SHUT_OUT,
    ),
    row("count", "counted", unit="vote", verbs="count tally", patients="vote ballot"),
    row(
        "reject_vote",
        "rejected",
        unit="vote",
        verbs="reject discard disqualify throw_out set_aside spoil disallow",
        states="invalid spoiled spoilt",
        patients="vote ballot",
    ),
    row("strike_off", "struck off", verbs="strike_off purge", patients="voter elector name"),
    row(
        "sign",
        "signed",
        unit="agreement",
        verbs="sign ink conclude",
        deeds="signing",
        patients="agreement deal treaty pact accord contract truce ceasefire petition law bill "
        "order",
    ),
    row(
        "agree",
        None,
        acts="agree_to agree_on reach_agreement strike_deal",
        deeds="agreement accord",
    ),
    row("recognize", None, verbs="recognize recognise", deeds="recognition"),
    row(
        "order",
        "ordered",
        verbs="order instruct",
        deeds="",
        patients="person force army unit police",
    ),
    row(
        "pass_law",
        "passed",
        unit="law",
        verbs="pass adopt approve ratify enact",
        patients="law bill resolution budget motion act amendment",
    ),
    row("reject", None, verbs="reject rebuff", deeds="rejection"),
    row("ceasefire", None, deeds="ceasefire truce"),
    row("sanction", "sanctioned", verbs="sanction", deeds="sanction"),
    row("elect", "elected", verbs="elect appoint", deeds="appointment"),
)
