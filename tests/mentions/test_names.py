"""What is found in small texts: which names, of which kind, joined to which entities."""

from __future__ import annotations

from itertools import pairwise

import pytest

from incumbent.mentions.names import find_names
from incumbent.model import Analysis, Document, Entity, NameMention, PostMention
from incumbent.text import analyse


def analysis_of(text: str, lang: str = "en") -> Analysis:
    return analyse(Document.of_text(text), lang, 1_000_000)


def read(text: str, lang: str = "en") -> tuple[Analysis, tuple[NameMention, ...], tuple[Entity, ...]]:
    analysis = analysis_of(text, lang)
    return (analysis, *find_names(analysis, (), ()))


def names(text: str, kind: str, lang: str = "en") -> list[str]:
    return [entity.name for entity in read(text, lang)[2] if entity.kind == kind]


def surfaces(text: str, kind: str, lang: str = "en") -> list[str]:
    analysis, mentions, _ = read(text, lang)
    return [analysis.text[m.start : m.end] for m in mentions if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The board chose Ludwika van der Zande on Friday.", "Ludwika van der Zande"),
        ('Stuart "Stu" Appleyard left the club.', 'Stuart "Stu" Appleyard'),
        ("Robert (Bob) Tansley, 61, has retired.", "Robert (Bob) Tansley"),
        ("The firm hired Wilbur K. Oduya, Jr., as treasurer.", "Wilbur K. Oduya, Jr."),
        ("It named T. S. Vellacott to the panel.", "T. S. Vellacott"),
        ("The manager, Seán O'Driscoll-Patel, resigned.", "Seán O'Driscoll-Patel"),
        ("Ezra ibn Daoud al-Sabbagh takes over.", "Ezra ibn Daoud al-Sabbagh"),
        ("Mr. Kwok Wai Lun, Terence has resigned.", "Kwok Wai Lun, Terence"),
        ("Zhou Minghao was elected on Monday.", "Zhou Minghao"),
        ("Kipruto arap Cheboi joined in May.", "Kipruto arap Cheboi"),
        ("Judge Havlik dissented.", "Havlik"),
        ("The case went to Lord Penhallow of Marsh.", "Penhallow of Marsh"),
        ("The patron is the Earl of Dunmere.", "Earl of Dunmere"),
    ],
)
def test_english_persons(text: str, person: str) -> None:
    assert names(text, "person") == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("M. Rémi FONTANEL-BRUNE quitte le groupe.", "Rémi FONTANEL-BRUNE"),
        ("Il cède la place à Mme Solène de Kervadec, élue lundi.", "Solène de Kervadec"),
        ("Le conseil a nommé Paul d'Estrées trésorier.", "Paul d'Estrées"),
        ("Hugo N'Diambour a quitté le club.", "Hugo N'Diambour"),
        ("Le maire, Yann Le Goff'ic, s'en va.", "Yann Le Goff'ic"),
        ("Maître Bastien Ferrandou plaide la nullité.", "Bastien Ferrandou"),
    ],
)
def test_french_persons(text: str, person: str) -> None:
    assert names(text, "person", "fr") == [person]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("She runs the Ministry of Ports and Fisheries.", "Ministry of Ports and Fisheries"),
        ("He advised Marrow & Pell Bank.", "Marrow & Pell Bank"),
        ("The loan came from Teasel Brewing plc.", "Teasel Brewing plc"),
        ("The claim against Orbwell Systems, Inc. was dropped.", "Orbwell Systems, Inc."),
        ("He sits on the Food and Textiles Agency.", "Food and Textiles Agency"),
        ("She taught at King's College.", "King's College"),
        ("He trained at Larkin's in Leeds.", "Larkin's"),
        ("The drugmaker Zelvion said so.", "Zelvion"),
        ("Profits at NorthQuay fell.", "NorthQuay"),
        ("He joined Stackly+ in June.", "Stackly+"),
        ("It was a week for Rowanbank, whose shares fell.", "Rowanbank"),
    ],
)
def test_english_organisations(text: str, org: str) -> None:
    assert org in names(text, "org")


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Elle dirige l'Agence nationale des forêts humides depuis 2019.", "Agence nationale des forêts humides"),
        ("Il prend la tête du théâtre de l'Estuaire.", "théâtre de l'Estuaire"),
        ("Elle préside l'Hôpital du Val et de la Combe.", "Hôpital du Val et de la Combe"),
        ("Il a été nommé au Conseil d'État.", "Conseil d'État"),
        ("Elle travaillait chez Bruyère & Fils.", "Bruyère & Fils"),
        ("Le CHU de Nantes recrute.", "CHU de Nantes"),
        ("L'affaire est jugée par le tribunal de Quimper.", "tribunal de Quimper"),
        ("Sorvinel inc. annonce un bénéfice.", "Sorvinel inc."),
    ],
)
def test_french_organisations(text: str, org: str) -> None:
    assert org in names(text, "org", "fr")


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("DAKAR, 3 mars (Agence) - Le ministre est parti.", "fr", "DAKAR"),
        ("She was born in New Zealand.", "en", "New Zealand"),
        ("Il vit à Marseille depuis dix ans.", "fr", "Marseille"),
        ("The court of Sri Lanka ruled.", "en", "Sri Lanka"),
    ],
)
def test_places(text: str, lang: str, place: str) -> None:
    assert place in names(text, "place", lang)


@pytest.mark.parametrize(
    "text",
    [
        "Shareholders voted on Monday. However, nobody objected in March.",
        "The Belgian drew a long breath. Christmas came early.",
        "Read more. Sign up. Share. About us.",
        "Former managers met the Finance Director.",
    ],
)
def test_common_words_with_a_capital_are_no_names(text: str) -> None:
    assert read(text)[2] == ()


def test_short_forms_join_the_full_name() -> None:
    text = (
        "Ottilie Brandvold resigned on Monday. Ms Brandvold, 52, had led Pellmark Foods since 2011. "
        "Pellmark said Ottilie would stay until June."
    )
    analysis, mentions, entities = read(text)
    assert [(e.kind, e.name) for e in entities] == [("person", "Ottilie Brandvold"), ("org", "Pellmark Foods")]
    assert set(entities[0].forms) == {"Ottilie Brandvold", "Brandvold", "Ottilie"}
    assert set(entities[1].forms) == {"Pellmark Foods", "Pellmark"}
    assert [analysis.text[m.start : m.end] for m in mentions if m.entity == 0] == [
        "Ottilie Brandvold",
        "Brandvold",
        "Ottilie",
    ]


def test_a_shared_surname_means_the_nearest_full_name_before_it() -> None:
    text = "Peter Askelund left. Askelund wept. Maria Askelund came. Askelund smiled. Mr Askelund waved."
    _, mentions, entities = read(text)
    who = [entities[m.entity].name for m in mentions]
    assert who == ["Peter Askelund", "Peter Askelund", "Maria Askelund", "Maria Askelund", "Peter Askelund"]


def test_acronyms_in_brackets_and_by_initials_join() -> None:
    text = "La Fédération des bergers de Savoie (FBS) proteste. Selon la FBS, le loup revient."
    (entity,) = [e for e in read(text, "fr")[2] if e.kind == "org"]
    assert entity.name == "Fédération des bergers de Savoie"
    assert "FBS" in entity.forms


def test_capitals_and_title_case_are_one_entity_written_as_usual() -> None:
    text = 'HARBEL TIN HOLDINGS LIMITED\nThe board of Harbel Tin Holdings Limited (the "Company") met on Friday.'
    (entity,) = [e for e in read(text)[2] if e.kind == "org"]
    assert entity.name == "Harbel Tin Holdings Limited"
    assert "HARBEL TIN HOLDINGS LIMITED" in entity.forms
    assert "Company" in entity.forms


def test_diminutives_and_nicknames_join() -> None:
    text = 'Anthony Wexcombe and Hye-jin "Holly" Moon spoke. Tony thanked the staff. Holly agreed.'
    people = [e for e in read(text)[2] if e.kind == "person"]
    assert [set(p.forms) for p in people] == [{"Anthony Wexcombe", "Tony"}, {'Hye-jin "Holly" Moon', "Holly"}]


@pytest.mark.parametrize(
    ("text", "lang", "gender"),
    [
        ("Mr Tolvanen left.", "en", "m"),
        ("Mme Corbelin part.", "fr", "f"),
        ("Ingrid Tolvanen left.", "en", "f"),
        ("Jean-Marc Corbelin part.", "fr", "m"),
        ("Dr Tolvanen left.", "en", ""),
    ],
)
def test_gender(text: str, lang: str, gender: str) -> None:
    (person,) = [e for e in read(text, lang)[2] if e.kind == "person"]
    assert person.gender == gender


def test_mentions_leave_out_honorifics_posts_and_possessives() -> None:
    text = "Board chairman Ebba Rundqvist met Sir Colin Maddock. Maddock's deputy left."
    assert surfaces(text, "person") == ["Ebba Rundqvist", "Colin Maddock", "Maddock"]


def test_an_adjective_made_of_a_name_is_no_name() -> None:
    text = "The Leeds-based ex-Tarnow engineer praised Oslo-listed Brinewell."
    assert surfaces(text, "org") == ["Tarnow", "Brinewell"]


def test_headlines_know_the_names_of_the_text() -> None:
    text = "Brinewell Ousts Rundqvist After Heated Meeting In Spring\nBrinewell said that Ebba Rundqvist had left."
    analysis, mentions, entities = read(text)
    assert {entities[m.entity].name for m in mentions if m.start < analysis.text.index("\n")} == {
        "Brinewell",
        "Ebba Rundqvist",
    }


def test_a_shouted_wire_snap_is_read_by_its_posts() -> None:
    people = names("OSMELT SACKS FINANCE CHIEF TORVALD MIKKONEN OVER LOSSES", "person")
    assert people == ["TORVALD MIKKONEN"]


def test_posts_and_dates_are_no_names_and_tell_the_kind() -> None:
    analysis = analysis_of("Brell Quorn, Grand Vizier, left Almo Trank.")
    start = analysis.text.index("Grand")
    post = PostMention(start, start + len("Grand Vizier"), "other", False, False, False, False)
    mentions, entities = find_names(analysis, (post,), ())
    assert (entities[0].kind, entities[0].name) == ("person", "Brell Quorn")
    assert not any(m.start <= start < m.end for m in mentions)


def test_mentions_are_sorted_without_overlaps_and_index_their_entities() -> None:
    text = "The University of Marlow and Vine Ltd hired Pia Lund.\n\n" * 3 + "PIA LUND LEAVES VINE LTD\n"
    analysis, mentions, entities = read(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert [e.id for e in entities] == list(range(len(entities)))
    for mention in mentions:
        assert mention.kind == entities[mention.entity].kind
        assert analysis.text[mention.start : mention.end] in entities[mention.entity].forms


@pytest.mark.parametrize("text", ["", " \n ", "...", '"', "A", "Ⓐ Ⓑ", "& Co", "Mr", "L'", "O'", "St. ", "« »", "X's"])
def test_scraps_do_no_harm(text: str) -> None:
    for lang in ("en", "fr"):
        analysis = analysis_of(text, lang)
        mentions, entities = find_names(analysis, (), ())
        assert all(m.end <= len(analysis.text) for m in mentions)
        assert len(entities) <= len(mentions)
