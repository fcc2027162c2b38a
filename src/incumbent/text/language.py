"""Which language a text is in, by script and function words."""

from __future__ import annotations

import re
from collections import Counter

from incumbent.lexicon.language import function_words, languages_by_word

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")


def detect(text: str) -> str | None:
    """The BCP 47 code of the language whose function words are most frequent; None where none stands out.

    Languages that Incumbent does not read are in the table too, so that a Dutch text is not taken
    for German. The first 20,000 characters are looked at.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    han = len(_HAN.findall(sample))
    if han * 4 > len(sample.replace(" ", "")):
        return "ja" if len(_KANA.findall(sample)) * 5 > han else "zh"
    if not words:
        return None
    counts = dict.fromkeys(function_words(), 0)
    for told, count in Counter(map(languages_by_word().get, words)).items():
        for lang in told or ():
            counts[lang] += count
    # Of equals the first of the table, which begins with the languages that are read.
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] * 12 >= len(words) else None
