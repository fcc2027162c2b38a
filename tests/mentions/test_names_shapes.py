"""Organisations whose names are made of common words, numbers, titles or capitals throughout."""

from __future__ import annotations

import pytest

from incumbent.mentions import find_mentions
from incumbent.model import Document
from incumbent.text import analyse


def organisations(text: str, lang: str) -> list[str]:
    mentions = find_mentions(analyse(Document.of_text(text), lang, 1_000_000))
    return [e.name for e in mentions.entities if e.kind != "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wendle Tye Parish Council clerk Dora Finch is to retire.", "Wendle Tye Parish Council"),
        ("Dora Finch was publisher of the Wendle Lakes Reporter.", "Wendle Lakes Reporter"),
        ("Grey Anchor Fisheries has a new chair.", "Grey Anchor Fisheries"),
        ("Dora Finch has left Spoon of Honey after nine years.", "Spoon of Honey"),
        ("Dora Finch is leaving Wendle Police for Tarn Council.", "Wendle Police"),
        ("The think tank Policy Prism has a new director.", "Policy Prism"),
        ("She previously worked for Norwegian Lantern in Oslo.", "Norwegian Lantern"),
        ('The weekly "Water and slow boats" has a new editor.', "Water and slow boats"),
        ("Ovendia, based in Wick, has a new chair.", "Ovendia"),
        ("Ovendia has lost its chair.", "Ovendia"),
        ("OVENDIA NAMES DORA FINCH CFO, REPLACING OWEN HALE", "OVENDIA"),
        ("WENDLE BULLDOGS SACK HEAD COACH OWEN HALE", "WENDLE BULLDOGS"),
        ("OVENDIA'S FINANCE CHIEF LEAVES", "OVENDIA"),
        ("Mayor of Ovenholt Dora Finch has resigned.", "Ovenholt"),
        ("OVENDIA CENTRAL BANK GOVERNOR OWEN HALE TO STEP DOWN", "OVENDIA CENTRAL BANK"),
        ("EX-OVENDIA BOSS OWEN HALE NAMED CHAIR OF NORDIC RAIL", "OVENDIA"),
        ("OWEN HALE APPOINTED DEAN OF TARN SCHOOL OF LAW", "TARN SCHOOL OF LAW"),
        ("FERRY OPERATOR OVENDIA SAYS CEO OWEN HALE TO LEAVE", "OVENDIA"),
        ("Dora Finch Leaves Ovendia to Lead Nordic Rail", "Nordic Rail"),
        ("Former Ovendia Executive Dora Finch Joins Tarn Capital as Partner", "Tarn Capital"),
        ("Wendle City Council Leader Quits Over Bins", "Wendle City Council"),
        ("She is on the boards of Pellinor, Tuckable and the Tarn Trust.", "Tuckable"),
        ("Dora Finch, ex-Ovendia, is the new CFO.", "Ovendia"),
        ("Dora Finch chairs the Wendle Board of Finance.", "Wendle Board of Finance"),
        ("Banco de Ovenda has a new chair.", "Banco de Ovenda"),
        ("Owen Hale will leave VfB Ovenda for SC Tarnow in May.", "VfB Ovenda"),
        ("Owen Hale left the Wendle Weavers for the Tarn Dyers.", "Wendle Weavers"),
        ("Ovenda Marine was founded by Zeb Hale in 1971.", "Ovenda Marine"),
        ("Dora Finch, who ran Hale's until its sale, has retired.", "Hale's"),
        ("Dora Finch came to 4Wend from a rival.", "4Wend"),
    ],
)
def test_english_shapes(text: str, name: str) -> None:
    assert name in organisations(text, "en")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La revue « Rives lentes » a une nouvelle directrice.", "Rives lentes"),
        ("La banque bolivienne Ovenda Raya change de patron.", "Ovenda Raya"),
        ("Les parents des Petits Hérons ont écrit.", "Petits Hérons"),
        ("Elle arrive de la banque Lefèvre.", "banque Lefèvre"),
        ("Le syndicat Ovenda-Métal a un nouveau secrétaire.", "Ovenda-Métal"),
        ("Dora Finch quitte Judo Ovenda 90 pour un rival.", "Judo Ovenda 90"),
        ("Ovendia a une nouvelle présidente.", "Ovendia"),
        ("OVENDIA NOMME DORA FINCH DIRECTRICE FINANCIÈRE", "OVENDIA"),
        ("DORA FINCH NOMMÉE PRÉSIDENTE DU MUSÉE DES TROIS RIVES", "MUSÉE DES TROIS RIVES"),
        ("LE PATRON D'OVENDIA PIERRE HALE QUITTERA LE GROUPE", "OVENDIA"),
        ("Owen Hale quittera le VfB Ovenda pour le SC Tarnow.", "VfB Ovenda"),
        ("Elle préside l'Alliance réformatrice.", "Alliance réformatrice"),
        ("Dora Finch a quitté le bureau de Sauvons nos haies.", "Sauvons nos haies"),
        ("La Cour suprême d'Ovendie a un nouveau juge.", "Cour suprême d'Ovendie"),
    ],
)
def test_french_shapes(text: str, name: str) -> None:
    assert name in organisations(text, "fr")


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("Growth was slow. Everyone has complained.", "en", "Growth"),
        ("They beat Tarn Swifts 2-1 on Sunday.", "en", "Tarn Swifts 2"),
        ("She joined the Norwegian Kari Lund on stage.", "en", "Norwegian Kari Lund"),
        ("The Wendle Board of Trustees met.", "en", "Wendle Board of Trustees"),
        ("He met Dora Finch, CPA, in Wick.", "en", "CPA"),
        ("PERU COURT UPHOLDS SUSPENSION OF DORA FINCH", "en", "COURT"),
        ("L'EX-PATRONNE D'OVENDIA PRÉSIDERA TARN RAIL", "fr", "PATRONNE"),
        ("Celle-ci a accepté.", "fr", "Celle-ci"),
        ("Elle quitte l'Institut deux ans après.", "fr", "Institut deux"),
        ("Le nom du Tunisien Anouar Hale revient.", "fr", "Tunisien Anouar Hale"),
    ],
)
def test_no_names(text: str, lang: str, name: str) -> None:
    assert name not in organisations(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "short"),
    [
        ("Royal Mercian Opera has a new director. Mercian Opera tours in May.", "en", "Mercian Opera"),
        ("The Wendle Borough Council met. Wendle Council has a new leader.", "en", "Wendle Council"),
        ("Le Centre hospitalier du Haut-Val a un chef. Le CHHV est petit.", "fr", "CHHV"),
    ],
)
def test_short_forms(text: str, lang: str, short: str) -> None:
    mentions = find_mentions(analyse(Document.of_text(text), lang, 1_000_000))
    assert [short in e.forms for e in mentions.entities if e.kind == "org"] == [True]


@pytest.mark.parametrize("name", ["GREAT LAKES SHIPPING", "THOMAS MURRAY COUNCIL"])
def test_names_in_capitals_keep_their_adjectives_and_kinds(name: str) -> None:
    text = f"{name}\nDIRECTORATE CHANGE\n{name} (the \"Company\") announces that Mr Paul Tan has resigned as director."
    assert name in organisations(text, "en")


def test_nobody_is_called_by_a_name_behind_du() -> None:
    text = "Arrivée en janvier du Real Montevera, la directrice sportive Ana Prieto conduira les recherches."
    assert "Real Montevera" in organisations(text, "fr")
