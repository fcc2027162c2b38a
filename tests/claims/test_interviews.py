from __future__ import annotations

from incumbent.claims.quotes import find_quotes
from markedtext import marked


def quotes(text: str, lang: str) -> list[tuple[str, str]]:
    analysis, mentions = marked(text, lang)
    return [(quote.speaker, quote.span.of(analysis.text)) for quote in find_quotes(analysis, mentions)]


ANSWERS = ["Selling ferns at a market.", "I got bored of ferns and my back hurt.", "No, I keep the shed."]


def test_answers_below_questions_are_said_by_the_guest() -> None:
    text = (
        "[Ada Brook/f] started this week as head of the gardens.\n\nFirst job?\nSelling ferns at a market.\n\n"
        "Why did you leave?\nI got bored of ferns and my back hurt.\n\nDo you sell the shed now?\nNo, I keep the shed."
    )
    assert quotes(text, "en") == [("Ada Brook", answer) for answer in ANSWERS]


def test_a_remark_above_an_answer_is_the_interviewer_s() -> None:
    text = (
        "Ten minutes with [Ada Brook/f]\n\nFirst job?\nSelling ferns at a market.\n\n"
        "You left rather suddenly.\nI got bored of ferns and my back hurt.\n\nAnd the shed?\nNo, I keep the shed.\n\n"
        "Any regrets?\nMy back.\n\n[Ada Brook/f] lives in Leeds."
    )
    assert quotes(text, "en") == [("Ada Brook", answer) for answer in [*ANSWERS, "My back."]]


def test_a_french_interview_has_blank_lines_between_all() -> None:
    text = (
        "[Luc Morel/m] dirige le port depuis lundi.\n\nPourquoi revenir ?\n\nJe n'avais jamais quitté la ville.\n\n"
        "Que changez-vous ?\n\nRien avant l'été, je l'ai promis.\n\nEt le bateau ?\n\nJe le garde."
    )
    assert [quote for _, quote in quotes(text, "fr")] == [
        "Je n'avais jamais quitté la ville.", "Rien avant l'été, je l'ai promis.", "Je le garde."
    ]  # fmt: skip


def test_questions_and_answers_about_a_thing_are_nobody_s() -> None:
    text = (
        "[Ada Brook/f] wrote this guide.\n\nWhat is a fern?\nA plant without flowers.\n\nWhere does it grow?\n"
        "In the shade of a wall.\n\nHow is it watered?\nWith rain."
    )
    assert quotes(text, "en") == []


def test_a_memorandum_is_by_the_one_it_is_from() -> None:
    text = (
        "To: all staff\nFrom: [Ada Brook/f], Secretary\nDate: 3 May\n\nThe port closes on Friday, I regret to say.\n"
        "Please return the keys to me.\n\nA.B."
    )
    assert quotes(text, "en") == [
        ("Ada Brook", "The port closes on Friday, I regret to say."), ("Ada Brook", "Please return the keys to me.")
    ]  # fmt: skip
