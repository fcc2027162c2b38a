from __future__ import annotations

from incumbent.claims.letters import first_person_spans
from incumbent.claims.quotes import find_quotes
from markedtext import marked


def quotes(text: str, lang: str, title: str | None = None) -> list[tuple[str, str]]:
    analysis, mentions = marked(text, lang, title=title)
    return [(quote.speaker, quote.span.of(analysis.text)) for quote in find_quotes(analysis, mentions)]


def test_a_letter_is_one_quote_a_paragraph_without_salutation_and_signature() -> None:
    text = (
        "The following letter went to all staff on Monday.\nDear friends,\n"
        "I have loved every hour in this house.\nPlease look after the cat.\nYours,\n[Ada>Ada Brook]\n"
        "[Ada Brook/f]\nHead of Collections\nPhoto: the house in May."
    )
    assert quotes(text, "en") == [
        ("Ada Brook", "I have loved every hour in this house."),
        ("Ada Brook", "Please look after the cat."),
    ]


def test_a_french_letter_is_by_the_one_who_sent_it() -> None:
    text = (
        "Voici le texte intégral du message envoyé hier par [Luc Morel/m] aux salariés.\n\nChers amis,\n\n"
        "Je pars vendredi, après vingt ans de maison.\n\n[Ada Brook/f] prendra ma suite. Vous la connaissez bien.\n\n"
        "Merci pour tout, et prenez soin de vous.\n\n[Luc>Luc Morel]"
    )
    assert quotes(text, "fr") == [
        ("Luc Morel", "Je pars vendredi, après vingt ans de maison."),
        ("Luc Morel", "Ada Brook prendra ma suite. Vous la connaissez bien."),
        ("Luc Morel", "Merci pour tout, et prenez soin de vous."),
    ]


def test_a_post_ends_where_the_text_speaks_of_its_author_again() -> None:
    text = (
        "[Luc Morel/m] a remercié [Ada Brook/f] sur LinkedIn :\nAda, merci pour ces années.\n"
        "Je n'oublierai jamais ce que nous avons bâti.\n"
        "Le départ laisse [Luc Morel/m] seul à la tête du groupe.\nLes ventes ont baissé."
    )
    assert quotes(text, "fr") == [
        ("Luc Morel", "Ada, merci pour ces années."),
        ("Luc Morel", "Je n'oublierai jamais ce que nous avons bâti."),
    ]


def test_a_blog_post_is_by_the_one_in_its_byline() -> None:
    text = (
        "Posted by [Ada>Ada Brook] on May 3\nTen years ago I rented a shed.\nToday I hand over the keys of it.\n"
        "Thank you,\n[Ada Brook/f]\nP.S. I still want my mug back."
    )
    assert [quote for _, quote in quotes(text, "en")] == [
        "Ten years ago I rented a shed.", "Today I hand over the keys of it.", "P.S. I still want my mug back."
    ]  # fmt: skip


def test_a_post_and_the_comment_below_it_have_an_author_each() -> None:
    text = (
        "[Ada Brook/f]\nCFO @ Acme | sailor\n2h · Edited\nFriday was my last day at Acme after nine years.\n"
        "I start at Borealis on Monday, and I am glad of it.\n#newjob\n12 comments\n"
        "[Tom Reed/m] · 1st · Founder\nCongratulations, see you on Monday!"
    )
    assert quotes(text, "en") == [
        ("Ada Brook", "Friday was my last day at Acme after nine years."),
        ("Ada Brook", "I start at Borealis on Monday, and I am glad of it."),
        ("Tom Reed", "Congratulations, see you on Monday!"),
    ]


def test_a_filing_that_begins_like_a_letter_is_none() -> None:
    text = (
        "Dear Sir/Madam,\nWe wish to inform you that the board met today.\n"
        "It accepted the resignation of [Tom Reed/m].\nYours faithfully,\n[Ada Brook/f]\nCompany Secretary"
    )
    assert quotes(text, "en") == []


def test_a_column_with_a_byline_in_the_third_person_is_none() -> None:
    text = "By [Ada Brook/f]\nThe council met on Monday.\nIt sat for nine hours and chose nobody."
    assert quotes(text, "en") == []


def test_a_letter_of_nobody_known_is_left_out() -> None:
    text = "Dear friends,\nI have loved every hour here.\nI will miss you.\nYours,\nThe head"
    assert quotes(text, "en") == []


def test_first_person_spans_cover_letters_and_quotes() -> None:
    text = '"I stay where I am," said [Tom Reed/m].\nPosted by [Ada Brook/f]\nI have left the firm today for good.'
    analysis, mentions = marked(text, "en")
    found = [
        (analysis.text[start:end], mentions.entities[who].name)
        for start, end, who in first_person_spans(analysis, mentions)
    ]
    assert found == [("I stay where I am,", "Tom Reed"), ("I have left the firm today for good.", "Ada Brook")]
