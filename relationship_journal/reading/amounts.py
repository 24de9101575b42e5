"""Sums of money as people write them: 380元, 六十, £31, 22 quid, (260块), ¥46."""

import re
from collections.abc import Iterator

from relationship_journal.values import dataclass

from .numbers import number

_ZH_NUMBER = r"[零一二两三四五六七八九十百千万]+"
_AMOUNT = re.compile(
    rf"(?P<sign>(?:us|hk|s|a|au|nz|c)\$|[£$€¥￥₹]|\b(?:rmb|cny|usd|gbp|eur|hkd|sgd|chf|inr|rs\.?|r)(?=\s?\d)\s?)\s?(?P<signed>\d[\d,]*(?:\.\d+)?)(?P<k>k?)(?![\d%])"
    rf"|(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>块钱|块|元|万元|大洋|quid|pounds?|dollars?|bucks|euros?|eur|usd|gbp|sgd|chf|francs?|rupees|rs|rand|yen|欧|rmb|港币|港纸|蚊|刀|€|£)(?![a-z])"
    rf"|(?P<words>{_ZH_NUMBER})(?P<unit_zh>块钱|块(?!儿)|元)(?<!(?<![一二三四五六七八九十百千万])一块(?=[去来吃喝走玩聊跟和坐回上下到过看听爬跑打干出进送给]))"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_WORD = rf"(?:{'|'.join([*_TENS, *reversed(_UNITS), 'hundred', 'thousand', 'a'])})"
_SPOKEN = re.compile(
    rf"\b(?P<spoken>{_WORD}(?:(?:[ -]|\sand\s){_WORD})*) (?:sing |aussie |us |hong kong )?"
    r"(?P<unit>quid|pounds?|dollars?|bucks|euros?|euro|rupees|bob|grand)\b"
)
_COUNTED = (
    r"\s(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|min(?:ute)?s?|people|guests|pax|kids|boys|girls|pages?|slides?|miles?|"
    r"km|kg|lbs?|metres?|meters?|feet|ft|units?|seats?|times?|questions?|chapters?|bottles?|boxes|rooms?|staff|heads?)\b"
)
_BARE = re.compile(
    rf"(?<![\d.:/月年号第a-z-])(?<!\d,)(?P<digits>\d{{1,3}},\d{{3}}|\d{{2,5}}(?:\.\d+)?)(?![\d:./月年号日点分个只人页期岁套份楼%a-z-])(?!{_COUNTED})|(?P<words>{_ZH_NUMBER}[百十千]{_ZH_NUMBER}?|{_ZH_NUMBER}百|[二三四五六七八九]十)(?![个天年月号日岁分点多几周来斤本盒瓶只套人张页层楼])"
)
_DECIMAL_COMMA = re.compile(r",(?=\d\d$)")
_CURRENCY = {
    "£": "GBP", "quid": "GBP", "pound": "GBP", "pounds": "GBP", "gbp": "GBP", "$": "USD", "us$": "USD", "usd": "USD",
    "bucks": "USD", "dollar": "USD", "dollars": "USD", "刀": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR",
    "eur": "EUR",
    "欧": "EUR", "hk$": "HKD", "港币": "HKD", "港纸": "HKD", "蚊": "HKD", "hkd": "HKD", "s$": "SGD", "sgd": "SGD",
    "a$": "AUD", "au$": "AUD", "nz$": "NZD", "c$": "CAD", "₹": "INR", "rs": "INR", "rs.": "INR", "rupees": "INR",
    "inr": "INR",
    "chf": "CHF", "franc": "CHF", "francs": "CHF", "r": "ZAR", "rand": "ZAR", "yen": "JPY", "grand": "GBP",
    "bob": "GBP",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum: offsets in the text, the value, and the currency where its sign or unit tells it."""

    start: int
    end: int
    value: float
    currency: str | None


def amounts(text: str, *, bare: bool = False) -> Iterator[Amount]:
    """The sums in `text` in order of place; with `bare` also numbers that stand without a currency."""
    taken: list[Amount] = []
    for match in _AMOUNT.finditer(text):
        written = match["signed"] or match["digits"] or match["words"]
        value = _value(written)
        if value is None:
            continue
        if match["k"]:
            value *= 1000
        if match["unit"] == "万元":
            value *= 10000
        unit = (match["sign"] or match["unit"] or match["unit_zh"] or "").strip()
        taken.append(Amount(match.start(), match.end(), value, _CURRENCY.get(unit, "CNY")))
    for match in _SPOKEN.finditer(text):
        value = _said(match["spoken"]) * (1000 if match["unit"] == "grand" else 1)
        if value and not any(one.start < match.end() and match.start() < one.end for one in taken):
            taken.append(Amount(match.start(), match.end(), value, _CURRENCY.get(match["unit"], "CNY")))
    if bare:
        for match in _BARE.finditer(text):
            value = _value(match["digits"] or match["words"])
            if value is not None and not any(one.start < match.end() and match.start() < one.end for one in taken):
                taken.append(Amount(match.start(), match.end(), value, "CNY"))
    yield from sorted(taken, key=lambda amount: amount.start)


def _said(words: str) -> float:
    """`sixty two`, `a hundred and twenty`: the number that the words say."""
    total = 0
    for word in words.replace("-", " ").split():
        if word in _UNITS:
            total += _UNITS.index(word)
        elif word in _TENS:
            total += 10 * (_TENS.index(word) + 2)
        elif word in ("hundred", "thousand"):
            total = max(total, 1) * (100 if word == "hundred" else 1000)
    return total


def _value(written: str) -> float | None:
    spoken = re.fullmatch(r"([一二两三四五六七八九])([百千万])([一二三四五六七八九])", written)
    try:
        if spoken:
            power = {"百": 100, "千": 1000, "万": 10000}[spoken[2]]
            return number(spoken[1]) * power + number(spoken[3]) * power // 10
        return number(_DECIMAL_COMMA.sub(".", written).replace(",", ""))
    except ValueError:
        return None
