"""The vocabulary of rich text as far as its words need it: code pages, signs with names, groups that say nothing."""

ENCODING_OF_CHARSET = {
    0: "cp1252",
    1: "",
    2: "cp1252",
    77: "mac_roman",
    78: "cp932",
    79: "cp949",
    80: "gb18030",
    81: "cp950",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""By the number after `\\fcharset`; empty is the code page of the document."""

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "nestcell": " ",
}
SYMBOLS = {b"~": " ", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
LINE_ENDS = frozenset({"par", "sect", "page", "column"})

SILENT = frozenset(
    "fonttbl colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf fldinst objdata "
    "objclass annotation atnid atnauthor atntime xe tc txe rxe sp filetbl revtbl rsidtbl listtable listoverridetable "
    "themedata colorschememapping datastore latentstyles generator xmlnstbl mmathPr template private1 ftnsep ftnsepc "
    "aftnsep aftnsepc ftncn aftncn pntxta pntxtb nonshppict title subject keywords doccomm company operator category "
    "manager hlinkbase nextfile bkmkstart bkmkend".split()
)
"""Groups whose words are not the document's."""
HEARD_THOUGH_STARRED = frozenset({"shpinst", "shptxt"})
"""Of the groups that a reader may pass over if it does not know them, those with words of the document in them."""


def encoding_of_page(number: int) -> str:
    """Python's name of a Windows code page, `cp1252` where there is none."""
    named = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb18030", 0: "cp1252"}
    if number in named:
        return named[number]
    known = {437, 850, 852, 866, 874, 932, 949, 950, *range(1250, 1259), 1361}
    return f"cp{number}" if number in known else "cp1252"
