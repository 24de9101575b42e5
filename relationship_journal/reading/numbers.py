"""Small numbers as words, in Chinese and English, as they stand before a unit of time or a sum."""

_ENGLISH = {
    "a": 1, "an": 1, "one": 1, "two": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10000}

NUMBER_EN = "|".join(sorted(_ENGLISH, key=len, reverse=True))
ORDINAL_EN = "|".join(word.replace("-", "[ -]") for word in sorted(_ORDINALS, key=len, reverse=True))
NUMBER_ZH = "半|[零〇一二两三四五六七八九十百千万]+"


def number(text: str) -> float:
    """The number that `text` says: digits, an English word, or Chinese up to ten thousands; 半 is a half.

    Raises ValueError where it says none.
    """
    lowered = text.strip().lower()
    if lowered in _ENGLISH:
        return _ENGLISH[lowered]
    if (ordinal := lowered.replace(" ", "-")) in _ORDINALS:
        return _ORDINALS.index(ordinal) + 1
    if lowered == "半":
        return 0.5
    if lowered and all(sign in _DIGITS or sign in _POWERS for sign in lowered):
        return _chinese(lowered)
    return float(lowered)


def _chinese(text: str) -> int:
    total, section, digit = 0, 0, 0
    if len(text) > 1 and all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign == "万":
            total, section, digit = (total + section + digit) * 10000, 0, 0
        else:
            section += (digit or 1) * _POWERS[sign]
            digit = 0
    return total + section + digit
