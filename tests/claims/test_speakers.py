from __future__ import annotations

from incumbent.claims.quotes import find_quotes
from markedtext import marked


def quotes(text: str, lang: str) -> list[tuple[str, str]]:
    analysis, mentions = marked(text, lang)
    return [(quote.speaker, quote.span.of(analysis.text)) for quote in find_quotes(analysis, mentions)]


def test_what_follows_a_new_post_at_the_head_of_a_paragraph_is_said_by_the_one_whom_the_text_is_about() -> None:
    text = (
        "[Ada Brook/f] prendra le musée en mai. [Brook>Ada Brook] arrive de Lorval.\n"
        "Le {régisseur/head}, [Tom Reed/m], retrouvera son poste à plein temps.\n"
        "« Nous ouvrirons toutes les fenêtres », déclare la nouvelle {directrice/head}."
    )
    assert quotes(text, "fr") == [("Ada Brook", "Nous ouvrirons toutes les fenêtres")]


def test_a_pronoun_behind_speech_is_the_subject_of_the_sentence_before() -> None:
    text = "[Tom Reed/m] quitte le bureau que partageait [Sam Holt/m]. « Je garde la clé », plaisante-t-il."
    assert quotes(text, "fr") == [("Tom Reed", "Je garde la clé")]
