from __future__ import annotations

import pytest

from incumbent.claims.facts import find_facts
from incumbent.lexicon.facts import fact_lexicon
from markedtext import marked


def facts(text: str, lang: str, published: str | None = "2024-09-26") -> list[tuple[str, str, str]]:
    analysis, mentions = marked(text, lang, published)
    return [(fact.person, fact.property, fact.value) for fact in find_facts(analysis, mentions)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("[Ada Brook/f] was born in Leeds in 1979.", "en", [("born", "1979"), ("birthplace", "Leeds")]),
        ("Born in Leeds and raised in [Pau/place], [Ada Brook/f] moved in 1999.", "en", [("birthplace", "Leeds")]),
        ("[Ada Brook/f], painter, born May 3 1931, died July 2 2023", "en",
         [("born", "1931-05-03"), ("died", "2023-07-02")]),
        ("[Ada Brook/f] (1931-2023) painted the hall.", "en", [("born", "1931"), ("died", "2023")]),
        ("[Ada Brook/f] (b. 1979) paints halls.", "en", [("born", "1979")]),
        ("[Ada Brook/f] is a native of New Haven.", "en", [("birthplace", "New Haven")]),
        ("[Ada Brook/f], who died on 8 March, was 58.", "en", [("died", "2024-03-08")]),
        ("[Ada Brook/f], who has died aged 81, was born in Leeds on 4 May 1943.", "en",
         [("born", "1943-05-04"), ("birthplace", "Leeds")]),
        ("[Ada Brook/f] passed away on October 3, 2022.", "en", [("died", "2022-10-03")]),
        ("[Tom Reed/m] quit the club, which has had no head since [Ada Brook/f] died in May 2022.", "en",
         [("died", "2022-05")]),
        ("[Ada Brook/f], the Leeds-born designer, runs the port.", "en", [("birthplace", "Leeds")]),
        ("The club mourns the sudden death in May of its founder, [Ada Brook/f].", "en", [("died", "2024-05")]),
        ("Née à Lille le 3 mai 1970, [Ada Brook/f] peint.", "fr", [("born", "1970-05-03"), ("birthplace", "Lille")]),
        ("[Ada Brook/f] est née en octobre 1983 à Aix-en-Provence.", "fr",
         [("born", "1983-10"), ("birthplace", "Aix-en-Provence")]),
        ("[Ada Brook/f] s'est éteinte le 2 juin 2024.", "fr", [("died", "2024-06-02")]),
        ("[Ada Brook/f] succède à [Tom Reed/m]. La {directrice/head}, née à Turin et partie en 2010, sourit.", "fr",
         [("birthplace", "Turin")]),
        ("[Ada Brook/f] est originaire de Toulon.", "fr", [("birthplace", "Toulon")]),
    ],
)  # fmt: skip
def test_births_and_deaths(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    assert facts(text, lang) == [("Ada Brook", prop, value) for prop, value in expected]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("[Ada Brook/f] left the club. Fans had loved the Dane.", "en", "Dane"),
        ("The board chose Danish [Ada Brook/f] as its head.", "en", "Danish"),
        ("[Ada Brook/f], of Danish origin, runs it.", "en", "Danish"),
        ("The council elected the Danish hydrologist [Ada Brook/f].", "en", "Danish"),
        ("The council thanked its envoy, Ms [Ada Brook/f] (Norway), for her work.", "en", "Norway"),
        ("The forum chose Dr [Ada Brook/f] of Ghana to lead it.", "en", "Ghana"),
        ("[Ada Brook/f], de nationalité danoise, dirige le port.", "fr", "danoise"),
        ("[Ada Brook/f] est d'origine danoise.", "fr", "danoise"),
        ("La Danoise [Ada Brook/f] dirige le port.", "fr", "Danoise"),
        ("[Ada Brook/f] a gagné. La Danoise est rentrée hier.", "fr", "Danoise"),
    ],
)
def test_nationality_is_given_as_the_text_words_it(text: str, lang: str, value: str) -> None:
    assert facts(text, lang) == [("Ada Brook", "nationality", value)]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("[Ada Brook/f] has a doctorate in physics from the University of Oslo.", "en",
         "doctorate in physics, University of Oslo"),
        ("[Ada Brook/f] earned her MBA at [Insead/org] in 2004.", "en", "MBA, Insead"),
        ("[Ada Brook/f] holds a chemistry degree from [Keele/org].", "en", "chemistry degree, Keele"),
        ("[Ada Brook/f] has a degree in plant science and earned a prize.", "en", "degree in plant science"),
        ("[Ada Brook/f] read law at [Keele/org].", "en", "law, Keele"),
        ("[Ada Brook/f] is a graduate of the [Keele/org] (MA, 2006).", "en", "MA, Keele"),
        ("[Ada Brook/f] graduated from [Keele/org] in 1999.", "en", "Keele"),
        ("Trained as a botanist at [Keele/org], [Ada Brook/f] runs the park.", "en", "botanist, Keele"),
        ("[Ada Brook/f] holds a Bachelor of Science in Biology from Bates College.", "en",
         "Bachelor of Science in Biology, Bates College"),
        ("[Ada Brook/f] est titulaire d'un master en droit de l'université de Lille.", "fr",
         "master en droit de l'université de Lille"),
        ("[Ada Brook/f] est diplômée de l'École des mines de Paris.", "fr", "diplômée de l'École des mines de Paris"),
        ("Docteure en chimie de l'université de Pau, [Ada Brook/f] dirige le port.", "fr",
         "Docteure en chimie de l'université de Pau"),
        ("[Ada Brook/f] a obtenu un doctorat en génie civil avant de rejoindre le port.", "fr",
         "doctorat en génie civil"),
    ],
)  # fmt: skip
def test_degrees_come_with_their_institution(text: str, lang: str, value: str) -> None:
    assert facts(text, lang) == [("Ada Brook", "degree", value)]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("[Ada Brook/f] was knighted in 2014.", "en", "knighted"),
        ("[Ada Brook/f] won the Lovelace Medal in 2019.", "en", "Lovelace Medal"),
        ("[Ada Brook/f] paints. Her portraits won the Lovelace Medal in 2019.", "en", "Lovelace Medal"),
        ("[Ada Brook/f] was awarded an OBE in 2018.", "en", "OBE"),
        ("[Ada Brook/f] won the cup in 2019 and the Lovelace Award.", "en", "Lovelace Award"),
        ("[Ada Brook/f] was named Baker of the Year.", "en", "Baker of the Year"),
        ("[Ada Brook/f] was named Baker of the Year at the Crumb Awards.", "en", "Baker of the Year"),
        ("[Ada Brook/f] a reçu le prix Lovelace en 2019.", "fr", "prix Lovelace"),
        ("Chevalier de la Légion d'honneur, [Ada Brook/f] dirige le port.", "fr", "Chevalier de la Légion d'honneur"),
    ],
)
def test_awards(text: str, lang: str, value: str) -> None:
    assert facts(text, lang) == [("Ada Brook", "award", value)]


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("[Ada Brook/f] wrote the open-source package CORAL.", "en", ["CORAL"]),
        ("[Ada Brook/f] led the development of products such as Coral, Reef and Kelp Pro.", "en",
         ["Coral", "Reef", "Kelp Pro"]),
        ('[Ada Brook/f] is the author of the novel "The Salt Road".', "en", ["The Salt Road"]),
        ("At Acme [Ada Brook/f] created the Coral Express app.", "en", ["Coral Express"]),
        ('[Ada Brook/f] retires. Her book "The Quiet Sea" sold well.', "en", ["The Quiet Sea"]),
        ("[Ada Brook/f] enseigne à Pau. Son livre sur Léonard de Vinci fait autorité.", "fr",
         ["livre sur Léonard de Vinci"]),
        ("[Ada Brook/f] a mené le lancement de la console « Corail ».", "fr", ["Corail"]),
        ("[Ada Brook/f] a dirigé le développement de produits tels que Corail, Récif et Kelp Pro.", "fr",
         ["Corail", "Récif", "Kelp Pro"]),
        ("Le salon attendait la sortie du nouveau modèle Corail-2 d'[Ada Brook/f].", "fr", ["Corail-2"]),
    ],
)  # fmt: skip
def test_works(text: str, lang: str, values: list[str]) -> None:
    assert facts(text, lang) == [("Ada Brook", "worked_on", value) for value in values]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("[Acme/org] was born in 2010. It makes rope.", "en"),
        ("[Ada Brook/f] came. The club, which was born in a pub in 1992, chose [Ada Brook/f].", "en"),
        ("[Ada Brook/f] hires. Good applicants must hold an MSc from a sound university.", "en"),
        ("The candidate holds an MBA from a good school.", "en"),
        ("[Ada Brook/f] said the microphone had died on Monday.", "en"),
        ("[Ada Brook/f] spoke after the death of his wife in May.", "en"),
        ("[Ada Brook/f] agrees to a degree with the plan.", "en"),
        ("[Ada Brook/f] read the letter at [Keele/org].", "en"),
        ("[Ada Brook/f] chaired the club (1994-2013).", "en"),
        ("{President/head_of_state} [Ada Brook/f] of Ghana spoke.", "en"),
        ("The Belgian brewer hired [Ada Brook/f].", "en"),
        ("Le projet né en 2019 plaît à [Ada Brook/f].", "fr"),
        ("Le profil : un master en droit est exigé.", "fr"),
        ("La mort du projet en mai a surpris [Ada Brook/f].", "fr"),
    ],
)
def test_what_is_said_of_no_person_is_no_fact(text: str, lang: str) -> None:
    assert facts(text, lang) == []


def test_the_person_may_be_named_in_the_sentence_before() -> None:
    text = "[Ada Brook/f] runs the port. She was born in Leeds. An MBA from [Insead/org] followed."
    assert facts(text, "en") == [("Ada Brook", "birthplace", "Leeds"), ("Ada Brook", "degree", "MBA, Insead")]


def test_the_fuller_of_two_wordings_is_kept_and_told_once() -> None:
    text = "[Ada Brook/f] has a doctorate in law. [Ada Brook/f] took a doctorate in law from [Keele/org]."
    assert facts(text, "en") == [("Ada Brook", "degree", "doctorate in law, Keele")]


def test_a_phrase_with_capitals_in_the_lexicon_matches_only_so() -> None:
    degrees = fact_lexicon("en").cues["degrees"]
    assert degrees.search("an MBA from") and not degrees.search("an mba from")
    assert degrees.search("A Doctorate in") and not degrees.search("doctorates")


def test_evidence_is_the_sentence() -> None:
    analysis, mentions = marked("The port is old. [Ada Brook/f] was born in 1979.", "en")
    (fact,) = find_facts(analysis, mentions)
    assert fact.evidence.of(analysis.text) == "Ada Brook was born in 1979."
