"""Characters that stand for others of the same shape, as in text that was copied out of a PDF."""

import re
import unicodedata

# Printing systems write the radical for the character of the same shape; Unicode maps most.
RADICALS = {ord(a): b for a, b in zip(
    "⺁⺄⺇⺌⺎⺗⺘⺜⺝⺠⺢⺤⺦⺩⺫⺬⺮⺯⺱⺶⺸⺻⺼⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻐⻑⻒⻓⻔⻘⻙"
    "⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰",
    "厂乙几小兀心扌日月民水爫丬王罒示竹糸罓羊羋聿月虎衤覀西见角讠贝车辶钅長镸长门青韦"
    "页风飞食饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙",
    strict=True)}
COMPATIBLE = {code: unicodedata.normalize("NFKC", chr(code))
              for start, stop in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
              for code in range(start, stop)}
ALIKE = {code: text for code, text in (COMPATIBLE | RADICALS).items() if len(text) == 1}
STRANGE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def usual(text: str) -> str:
    """Return a text with the usual characters in their place, as long as before."""
    return text.translate(ALIKE) if STRANGE.search(text) else text
