"""Which characters are Chinese: text is searched, cut and spelled in Latin letters by it."""

import re
from functools import cache

_HAN = "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"


@cache
def han() -> re.Pattern[str]:
    """Finds runs of Chinese characters and kana; compiled when first asked for, as that takes milliseconds."""
    return re.compile(_HAN)
