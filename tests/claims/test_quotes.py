from __future__ import annotations

import pytest

from incumbent.claims.letters import first_person_spans
from incumbent.claims.quotes import find_quotes
from markedtext import marked


def quotes(text: str, lang: str, title: str | None = None) -> list[tuple[str, str]]:
    analysis, mentions = marked(text, lang, title=title)
    return [(quote.speaker, quote.span.of(analysis.text)) for quote in find_quotes(analysis, mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will open in June," said [Ada Brook/f].', [("Ada Brook", "We will open in June,")]),
        ('"We will open in June," [Ada Brook/f] said on Monday.', [("Ada Brook", "We will open in June,")]),
        ('“We will open in June,” [Ada Brook/f] told reporters.', [("Ada Brook", "We will open in June,")]),
        ('[Tom Reed/m] said: "The shop was never for sale."', [("Tom Reed", "The shop was never for sale.")]),
        ('[Tom Reed/m], who runs it with [Ada Brook/f], said: "It was never for sale."',
         [("Tom Reed", "It was never for sale.")]),
        ('In a letter to [Ada Brook/f], [Tom Reed/m] wrote: "You have my support."',
         [("Tom Reed", "You have my support.")]),
        ('"We had nine lives," says Mr. [Reed>Tom Reed]. "One of them is left."',
         [("Tom Reed", "We had nine lives,"), ("Tom Reed", "One of them is left.")]),
        ('[Ada Brook/f] met [Tom Reed/m]. "I liked his plan at once," she recalled.',
         [("Ada Brook", "I liked his plan at once,")]),
        ('"I think the plan is sound," [Ada Brook/f] said, "but the bill is too high."',
         [("Ada Brook", "I think the plan is sound,"), ("Ada Brook", "but the bill is too high.")]),
        ('The {chair/chair}, [Ada Brook/f], met [Tom Reed/m]. "Nobody asked me to go," the {chair/chair} told us.',
         [("Ada Brook", "Nobody asked me to go,")]),
        ("'We will open in June,' said [Ada Brook/f].", [("Ada Brook", "We will open in June,")]),
        ('"Why would I ever leave?" asked [Tom Reed/m].', [("Tom Reed", "Why would I ever leave?")]),
        ('[Tom Reed/m] tells the story against himself. "I was late for my own party."',
         [("Tom Reed", "I was late for my own party.")]),
        ('[Ada Brook/f] said:\n"The lights stay on this winter."', [("Ada Brook", "The lights stay on this winter.")]),
        ('"We begin with the roof," said [Ada Brook/f].\n"And then we look at the cellar."',
         [("Ada Brook", "We begin with the roof,"), ("Ada Brook", "And then we look at the cellar.")]),
    ],
)  # fmt: skip
def test_english_quotes_have_their_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert quotes(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous ouvrirons en juin », a déclaré Mme [Ada Brook/f].", [("Ada Brook", "Nous ouvrirons en juin")]),
        ("« Nous ouvrirons en juin », soupire [Luc Morel/m], voisin du chantier.",
         [("Luc Morel", "Nous ouvrirons en juin")]),
        ("[Luc Morel/m] a refusé. « Je ne signe pas un papier vide », explique-t-il.",
         [("Luc Morel", "Je ne signe pas un papier vide")]),
        ("[Luc Morel/m] a quitté la salle. « Je reviendrai demain », a-t-il lancé.",
         [("Luc Morel", "Je reviendrai demain")]),
        ("[Ada Brook/f] reste. « Il faut finir le travail », dit-elle. « Le toit fuit encore. »",
         [("Ada Brook", "Il faut finir le travail"), ("Ada Brook", "Le toit fuit encore.")]),
        ("« Tout était prêt depuis mars », résume l'ancien voisin, le libraire [Luc Morel/m].",
         [("Luc Morel", "Tout était prêt depuis mars")]),
        ("[Luc Morel/m] est parti en mai. « On m'a demandé de partir », soutient l'intéressé.",
         [("Luc Morel", "On m'a demandé de partir")]),
        ("[Luc Morel/m] a déclaré : « Je reste à mon poste. »", [("Luc Morel", "Je reste à mon poste.")]),
        ("Pour [Luc Morel/m], président du port, « Ada connaît tous les quais ».",
         [("Luc Morel", "Ada connaît tous les quais")]),
        ("Selon [Luc Morel/m], tout va bien. « Le port est sûr », assure le {directeur/head}.",
         [("Luc Morel", "Le port est sûr")]),
    ],
)  # fmt: skip
def test_french_quotes_have_their_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert quotes(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('[Ada Brook/f] called it "a loss of confidence" and left.', "en"),
        ('[Ada Brook/f] said she would "go back to the garden for good".', "en"),
        ('[Acme Ltd/org] (the "Company" or the "Group") thanked [Ada Brook/f].', "en"),
        ('"That was the right one for us," says a guard.', "en"),
        ('"No comment at this time," a spokesman for the firm said.', "en"),
        ("« C'était la bonne personne », regrette un gardien.", "fr"),
        ("[Luc Morel/m] a publié « Les Marées du port ».", "fr"),
        ('An extract from the novel by [Ada Brook/f].\n"Where are you going?" asked [Tom Reed/m].', "en"),
        ('[Ada Brook/f] retires. His new book, "A Long Way to the Sea", is out.', "en"),
    ],
)
def test_words_lifted_out_of_a_sentence_or_said_by_nobody_are_no_quotes(text: str, lang: str) -> None:
    assert quotes(text, lang) == []


def test_pronouns_tell_the_gender_that_a_name_does_not() -> None:
    text = "[Kim Lo] and [Ada Brook/f] ran it.\n[Kim>Kim Lo] left. He had said so.\n"
    assert quotes(text + '[Kim>Kim Lo] met [Ada Brook/f]. "It was my own choice," he said.', "en") == [
        ("Kim Lo", "It was my own choice,")
    ]


def test_an_open_mark_at_each_paragraph_goes_on_with_the_speech() -> None:
    text = '[Ada Brook/f] said: "The first year was hard.\n"The second was harder still.\n"Now we are done."'
    assert [quote for _, quote in quotes(text, "en")] == [
        "The first year was hard.", "The second was harder still.", "Now we are done."
    ]  # fmt: skip


def test_an_interview_is_answered_by_the_person_it_is_about() -> None:
    text = (
        "[Luc Morel/m] dirige le port. [Luc Morel/m] a succédé à [Ada Brook/f].\n"
        "Que pensez-vous de Mme [Brook>Ada Brook] ?\n« Elle a laissé une maison en ordre. »"
    )
    assert quotes(text, "fr") == [("Luc Morel", "Elle a laissé une maison en ordre.")]


def test_a_letter_between_quotation_marks_is_its_signatory_s() -> None:
    text = 'Annex 2 - "Dear Chair, I resign from the board today. Yours sincerely, [Tom Reed/m]"'
    assert [speaker for speaker, _ in quotes(text, "en")] == ["Tom Reed"]


def test_spans_lie_in_the_analysed_text_behind_a_title() -> None:
    analysis, mentions = marked('"We open in June," said [Ada Brook/f].', "en", title="A title of its own")
    (quote,) = find_quotes(analysis, mentions)
    assert quote.span.of(analysis.text) == "We open in June,"
    assert first_person_spans(analysis, mentions) == ((quote.span.start, quote.span.end, 0),)
