"""What a person knows of the concepts: the weights that training begins with and is drawn back to, label by label."""

from collections.abc import Mapping

from relationship_journal.reading.follow_ups import FOLLOW_UP

SEEDS: dict[str, dict[str, float]] = {
    "received:asked": {
        "ask_them": 3,
        "ask_word": 1,
        "ask_question": 1,
        "not_asked": -3,
        "plan_ask": -2,
        "they_ask_me": -2,
    },
    "received:granted": {"got_from_them": 2, "they_agree": 1.5, "unasked": 1, "vague_answer": -1, "they_refuse": -1},
    "received:declined": {"they_refuse": 2, "vague_answer": 0.5},
    "received:acted_on": {"used_it": 2, "it_worked": 1.5},
    "received:thanked": {"told_them": 2, "thank_them": 2},
    "received:returned": {"return_tied": 3, "gift_verb_mine": 1, "gift_thing": 1, "i_paid": 0.5},
    "given:asked": {"they_ask_me": 3, "ask_question": 1, "not_asked": -1},
    "given:offered": {"me_offer": 3, "they_ask_me": -1},
    "given:promised": {"me_agree": 3, "i_will": 0.5},
    "given:done": {"me_did": 3},
    "given:acknowledged": {"they_thank_me": 3, "they_pleased": 0.5, "gift_verb_theirs": 0.5},
    "facet:weekend": {"spends_weekend": 3},
    "facet:clothing": {"wears": 3},
    "facet:partner": {"kin_partner": 3},
    "facet:parents": {"kin_parent": 3},
    "facet:children": {"kin_child": 3},
    "facet:health": {"is_ill": 3},
    "facet:affairs": {"minds_affairs": 3},
    "facet:curiosity": {"is_curious": 3},
    "facet:hobby": {"likes_doing": 3},
    "facet:food": {"eats": 3},
    "facet:hometown": {"comes_from": 3},
    "facet:expertise": {"is_expert": 3},
    "facet:work": {"their_work": 3},
    "courtesy:gift:given": {"gift_verb_mine": 2, "gift_thing": 1.5, "gift_refused": -2},
    "courtesy:gift:received": {"gift_verb_theirs": 2, "gift_thing": 1.5, "gift_refused": -2},
    "courtesy:meal:given": {"i_paid": 3, "meal": 1, "drink": 1},
    "courtesy:meal:received": {"they_paid": 3, "meal": 1, "drink": 1},
    "courtesy:greeting:given": {"greeting": 2},
    "courtesy:greeting:received": {"greeting": 2, "greeting_back": 1},
    FOLLOW_UP: {"to_do": 1.5, "i_will": 1.5, "not_asked": -0.5},
}
_ASKED_FOR = ("tip_or_name", "loan_or_number", "expertise_ask", "trade", "small_work", "big_request")


_KINDS = ("birthday", "anniversary", "exam", "wedding", "birth", "move", "trip", "festival", "other_day")


def of_clause(label: str) -> Mapping[str, float]:
    """For a label of clauses, by feature."""
    return {f"c:{concept}": weight for concept, weight in SEEDS[label].items()}


def of_rung(rung: str) -> Mapping[str, float]:
    """What is asked for on each rung."""
    concept = _ASKED_FOR[int(rung) - 1]
    return {f"c:{concept}": 1.0, f"i:{concept}": 1.0}


def of_channel(channel: str) -> Mapping[str, float]:
    """Words of a way to meet speak for it, most of all the first ones."""
    way = f"by_{channel}"
    signs = {f"{way}:now": 1.5, f"first:{way}": 2.2, f"most:{way}": 1.0, f"{way}:f": 1.0, f"{way}:g": 0.5}
    return signs | {"message": {"chat": 3.0}, "note": {"no way": 2.0}}.get(channel, {})


def of_occasion(label: str) -> Mapping[str, float]:
    """The words of an occasion in the clause of the day, and in its sentence."""
    kind = label.partition(":")[2]
    if kind == "any":
        return {f"c:{one}": 0.8 for one in _KINDS} | {f"s:{one}": 0.4 for one in _KINDS} | {"could be past": 0.5}
    concept = "other_day" if kind == "other" else kind
    trust = 0.7 if kind in ("other", "trip", "festival") else 1.5
    return {f"c:{concept}": trust, f"s:{concept}": 0.6 * trust, "gaokao": 3.0 if kind == "exam" else -1.0}
