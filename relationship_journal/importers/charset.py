"""In which encoding bytes are text: told by a mark, by UTF-8's own shape, else by which reading is the likelier one.

A short note has no statistics to speak of, so a guess weighs every character: how likely it is that a Chinese, a
Japanese or a Western note has it, as a logarithm. The reading of the highest sum is taken if it is likely at all.
Measured in tests/importers/test_charset.py.
"""

import codecs
import re
from collections.abc import Callable
from functools import lru_cache

from relationship_journal.values import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 8192
_WEIGHED = 2048  # bytes, of which seven readings are weighed sign by sign: far more than it takes to tell them apart
_BEYOND = re.compile(rb"[\x80-\xff]")
_LEAST_LIKELY = -11.5
"""Mean of what the characters beyond ASCII of a text weigh; chance bytes lie below, notes between -9 and -5."""
_RARE = -15.0
_BROKEN = -24.0

_SIMPLIFIED = frozenset(
    "的一是了我不在人们有来他这上着个地到大里说就去子得也和那要下看天时过出小么起你都把好还多没为又可家学只以主会样年想能生同老中十从"
    "自面前头道它后然走很像见两用她国动进成回什边作对开而己些现山民候经发工向事命给长水几义三声于高手知理眼志点心战二问但身方实吃做叫"
    "当住听革打呢真全才四已所敌之最光产情路分总条白话东席次亲如被花口放儿常气五第使写军吧文运再果怎定许快明行因别飞外树物活部门无往船"
    "望新带队先力完却站代员机更九您每风级跟笑啊孩万少直意夜比阶连车重便斗马哪化太指变社似士者干石满日决百原拿群究各六本思解立河村八难"
    "早论吗根共让相研今其书坐接应关信觉步反处记将千找争领或师结块跑谁草越字加脚紧爱等习阵怕月青半火法题建赶位唱海七女任件感准张团屋离"
    "色脸片科倒睛利世刚且由送切星导晚表够整认响雪流未场该并底深刻平伟忙提确近亮轻讲农古黑告界拉名呀土清阳照办史改历转画造嘴此治北必服"
    "雨穿内识验传业菜爬睡兴约午周请谢帮妈爸喝茶饭医院电病价钱礼寄樱桃推荐昨刘李王陈杨赵黄吴客户合同司"
)
_TRADITIONAL = frozenset(
    "的一是了我不在人們有來他這上著個地到大裡裏說就去子得也和那要下看天時過出小麼起你都把好還多沒為又可家學只以主會樣年想能生同老中十從"
    "自面前頭道它後然走很像見兩用她國動進成回什邊作對開而己些現山民候經發工向事命給長水幾義三聲於高手知理眼志點心戰二問但身方實吃做叫"
    "當住聽打呢真全才四已所之最光產情路分總條白話東席次親如被花口放兒常氣五第使寫軍吧文運再果怎定許快明行因別飛外樹物活部門無往船"
    "望新帶隊先力完卻站代員機更九您每風級跟笑啊孩萬少直意夜比連車重便鬥馬哪化太指變社似士者幹石滿日決百原拿群究各六本思解立河村八難"
    "早論嗎根共讓相研今其書坐接應關信覺步反處記將千找爭領或師結塊跑誰草越字加腳緊愛等習怕月青半火法題建趕位唱海七女任件感準張團屋離"
    "色臉片科倒睛利世剛且由送切星導晚表夠整認響雪流未場該並底深刻平偉忙提確近亮輕講農古黑告界拉名呀土清陽照辦史改歷轉畫造嘴此治北必服"
    "雨穿內識驗傳業菜爬睡興約午週請謝幫媽爸喝茶飯醫院電病價錢禮寄櫻桃推薦昨劉李王陳楊趙黃吳客戶合同司"
)
_KANJI = frozenset(
    "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高"
    "代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公持野協取都和統以機平総加"
    "思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考"
    "判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減"
    "台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説"
    "転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待"
    "試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賞訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末"
)
_CHINESE_MARKS = frozenset("，。！？：；、“”‘’（）《》…—「」『』·～")
_JAPANESE_MARKS = frozenset("、。「」『』・ー（）！？〜～…")
_WESTERN_MARKS = frozenset("’‘“”–—…€£°«»·•§©®´½¼¡¿™")


@dataclass(frozen=True, slots=True)
class _Guess:
    """An encoding with what a character of it weighs, given the one before, and how unlikely it is to begin with."""

    encoding: str
    weigh: Callable[[str, str], float]
    prior: float


def decode(content: bytes, declared: str = "") -> str | None:
    """The text of `content`, line ends as in Unix, or None where it is empty or no text.

    In this order: a byte order mark; UTF-16 told by its zero bytes; UTF-8, a few broken bytes allowed; the encoding
    that the source declares, if it fits; the likeliest of the others.
    """
    if not content:
        return None
    text = _marked(content)
    if text is None and content[:_SAMPLE].count(0) > len(content[:_SAMPLE]) // 50:
        text = _likeliest(content, _WIDE)
    if text is None:
        text = _as_utf_8(content) or _declared(content, declared) or _likeliest(content, (*_NARROW, *_WIDE))
    if text is None or not _is_written_text(text):
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").removeprefix("\ufeff")


def codec_of(declared: str) -> str:
    """Python's name of an encoding that a source declares: GB2312 and GBK are said of all that GB 18030 holds."""
    return declared.lower().replace("gb2312", "gb18030").replace("gbk", "gb18030")


def _marked(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    return None


def _as_utf_8(content: bytes) -> str | None:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        sample = _telling(content).decode("utf-8", "replace").removesuffix("\ufffd")
        broken = sample.count("\ufffd")
        whole = sum(sign > "\x7f" for sign in sample) - broken
        return content.decode("utf-8", "replace") if whole > 8 * broken else None
    if any(sign > "\x7f" for sign in text[:_SAMPLE]) and max(text[:_SAMPLE]) < "\u0800":
        # Short words of GBK such as 没说谢 are valid UTF-8 by chance, of letters that nobody writes in a row.
        return _likeliest(content, (_Guess("utf-8", _weigh_western, 0.0), _NARROW[0])) or text
    if "\x1b$B" in text[:_SAMPLE] or "\x1b$@" in text[:_SAMPLE]:
        return content.decode("iso2022_jp", "replace")
    return text


def _declared(content: bytes, declared: str) -> str | None:
    """The text if a declared encoding other than the two that are declared out of habit reads all of it."""
    name = codec_of(declared.strip())
    if not name or name in ("us-ascii", "ascii", "iso-8859-1", "latin-1", "utf-8", "utf8"):
        return None
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return None


def _telling(content: bytes) -> bytes:
    """The part that tells: from the beginning, or from where a long text is no longer ASCII alone."""
    beyond = _BEYOND.search(content)
    start = 0 if beyond is None or beyond.start() < _SAMPLE // 2 else (beyond.start() - 100) & ~1
    return content[start : start + _SAMPLE]


def _likeliest(content: bytes, guesses: tuple[_Guess, ...]) -> str | None:
    sample = _telling(content)[:_WEIGHED]
    cut = len(sample) == _WEIGHED
    _best, mean, name = max(_weighed(sample, guess, cut=cut) for guess in guesses)
    return content.decode(name, "replace") if mean > _LEAST_LIKELY else None


def _weighed(sample: bytes, guess: _Guess, *, cut: bool) -> tuple[float, float, str]:
    """The sum of what all characters weigh, the mean of those beyond ASCII, and the name of the encoding."""
    if guess in _WIDE and len(sample) % 2:
        return float("-inf"), float("-inf"), guess.encoding
    text = codecs.getincrementaldecoder(guess.encoding)("replace").decode(sample, final=not cut)
    latin, beyond, count, before = guess.prior, 0.0, 0, " "
    for sign in text:
        if sign <= "\x7f":
            latin += _weigh_ascii(sign)
        else:
            count += 1
            beyond += _BROKEN if sign == "\ufffd" else guess.weigh(sign, before)
        before = sign
    return latin + beyond, beyond / count if count else 0.0, guess.encoding


def _weigh_ascii(sign: str) -> float:
    if sign.islower() or sign == " ":
        return -3.5
    if sign < " ":
        return -5.0 if sign in "\t\n\r" else _BROKEN
    return -4.5 if sign.isalnum() else -6.0


def _weigh_simplified(sign: str, _before: str) -> float:
    if sign in _SIMPLIFIED:
        return -6.3
    if sign in _CHINESE_MARKS:
        return -5.5
    weight = _by_level(sign, "gb2312", 0xD7)
    return max(weight, _weigh_traditional(sign, "") - 2.5) if weight < _RARE else weight


def _weigh_traditional(sign: str, _before: str) -> float:
    if sign in _TRADITIONAL:
        return -6.3
    if sign in _CHINESE_MARKS:
        return -5.5
    return _by_level(sign, "big5", 0xC6)


def _weigh_japanese(sign: str, before: str) -> float:
    if "\u3041" <= sign <= "\u3093":
        return -4.8
    if "\u30a1" <= sign <= "\u30f6":
        return -5.8
    if sign in _JAPANESE_MARKS:
        return -5.0
    if sign in _KANJI:
        return -7.0
    if "\uff61" <= sign <= "\uff9f":
        return -4.8 if "\uff61" <= before <= "\uff9f" else -8.0
    return _by_level(sign, "shift_jis", 0x98)


def _weigh_western(sign: str, before: str) -> float:
    if "\x80" <= sign <= "\x9f":
        return _BROKEN
    if sign >= "\u0250":
        return -5.0 if sign in _WESTERN_MARKS or ord(sign) >> 8 == ord(before) >> 8 else -10.0
    if sign.isalpha():
        if before > "\x7f":
            return -7.5
        return -4.0 if sign.islower() or before.isspace() or before.isupper() else -6.5
    return -5.0 if sign in _WESTERN_MARKS and before <= "\x7f" else -7.5


@lru_cache(maxsize=4096)
def _by_level(sign: str, standard: str, last: int) -> float:
    """What a character weighs by its level in the standard of its script: 1 up to the lead byte `last`, 2, or none."""
    if "\uff01" <= sign <= "\uff5e" or "\u3000" <= sign <= "\u301f":
        return -7.5
    if not "\u4e00" <= sign <= "\u9fff":
        return -13.0 if "\u2010" <= sign <= "\u27ff" or sign < "\u0100" else -17.0
    try:
        lead = sign.encode(standard)[0]
    except UnicodeEncodeError:
        return -16.0
    return -9.2 if lead <= last else -12.5


_NARROW = (
    _Guess("gb18030", _weigh_simplified, 0.0),
    _Guess("cp950", _weigh_traditional, -2.0),
    _Guess("cp932", _weigh_japanese, -2.5),
    _Guess("euc_jp", _weigh_japanese, -9.0),
    _Guess("cp1252", _weigh_western, -1.0),
)
_WIDE = (_Guess("utf-16-le", _weigh_simplified, -4.0), _Guess("utf-16-be", _weigh_simplified, -5.0))


def _is_written_text(text: str) -> bool:
    """Whether control characters and broken ones are rare, and what is left is no sign of a binary file."""
    sample = text[:_SAMPLE]
    odd = sum(
        1 for sign in sample if (sign < " " and sign not in "\t\n\r\f\x0b\x1b") or sign in "\ufffd\ufffe\uffff\ufeff"
    )
    return odd <= max(1, len(sample) // 100) and 4 * odd < len(sample)
