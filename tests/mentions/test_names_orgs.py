"""Organisations in sentences: taken whole, told from persons and places, and nothing else taken for one."""

from __future__ import annotations

import pytest

from incumbent.mentions import find_mentions
from incumbent.model import Document
from incumbent.text import analyse


def found(text: str, lang: str) -> dict[str, list[str]]:
    mentions = find_mentions(analyse(Document.of_text(text), lang, 1_000_000))
    return {kind: [e.name for e in mentions.entities if e.kind == kind] for kind in ("org", "person", "place")}


@pytest.mark.parametrize(
    "text",
    [
        "She joined Carter Quince in 2014 from a rival.",
        "He left Carter Quince last year.",
        "He quit Carter Quince after a row.",
        "He moved to Carter Quince in May.",
        "The lender has poached its risk chief from Carter Quince.",
        "She was hired from Carter Quince, where she ran the tax team.",
        "Before that he spent six years at Carter Quince.",
        "She previously worked for Carter Quince in Leeds.",
        "He is a partner with Carter Quince in Leeds.",
        "The chief executive of Carter Quince said that sales rose.",
        "The board of Carter Quince met on Friday.",
        "Shares in Carter Quince fell 4%.",
        "Carter Quince's shareholders met on Friday.",
        "The law firm Carter Quince has won the case.",
        "Lighting firm Carter Quince is closing a plant.",
        "Carter Quince, a maker of garden gates, is closing a plant.",
        "Carter Quince, the insurer, will close a plant.",
        "Carter Quince appoints a new finance director.",
        "Carter Quince has appointed a new finance director.",
        "The plant was bought by the insurer Carter Quince.",
        "She returned to Carter Quince as chief operating officer.",
        "Before joining Carter Quince she taught.",
        "Carter Quince, a London-based design practice, has promoted her.",
        "The new head, previously of Carter Quince, starts in May.",
        "Her predecessor left for Carter Quince in May.",
        "Carter Quince said its chairman would retire.",
        "Carter Quince shares fell on Friday.",
        "At Carter Quince, the finance director has left.",
    ],
)
def test_english_firms_that_look_like_persons(text: str) -> None:
    assert found(text, "en")["org"] == ["Carter Quince"]


@pytest.mark.parametrize(
    "text",
    [
        "Carter Quince, 54, joined in 2014.",
        "Carter Quince joined the lender. Quince had led its rival.",
        "The lender has appointed Carter Quince as chair.",
        "He was succeeded by Carter Quince, who had run the unit.",
        "They worked with Carter Quince on the film. Mr Quince died in May.",
        "The board chose to replace her with Carter Quince.",
        "Carter Quince has been appointed finance director.",
        "Carter Quince appointed finance director",
        "Carter Quince, finance director, will retire.",
        "Carter Quince said he would stay.",
        "The letter was sent to Carter Quince on Friday.",
        "The company Carter Quince founded is closing a plant.",
        "She spoke to the developer Carter Quince.",
        "Carter Quince, a union official, will speak.",
        "The general secretary, Carter Quince, accused the brand of bad faith.",
        "Carter Quince shares the prize.",
        "The successor of Carter Quince is not known.",
        "Carter Quince's deputy will speak.",
        "The chairman, Carter Quince, has appointed a new finance director.",
        "Carter Quince is leaving. Mr Quince joined in May.",
    ],
)
def test_english_persons_who_might_be_firms(text: str) -> None:
    assert found(text, "en")["person"] == ["Carter Quince"]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("She was a trustee of Mothers Who Sail.", "Mothers Who Sail"),
        ("She leads Feed the Valley, a charity.", "Feed the Valley"),
        ("He chairs Friends of the Marsh.", "Friends of the Marsh"),
        ("She runs Water for Zinder.", "Water for Zinder"),
        ("She founded Women in Dairy in 2015.", "Women in Dairy"),
        ("He left Hands Across the Border.", "Hands Across the Border"),
        ("She was hired by Doctors Without Walls.", "Doctors Without Walls"),
        ("She is the new head of the Hartlepool hospice.", "Hartlepool hospice"),
        ("He ran the Isle of Wight registry until May.", "Isle of Wight registry"),
        ("She directs the National Museum of Glass, Sunderland.", "National Museum of Glass, Sunderland"),
        ("She joined Article 12 Nairobi in May.", "Article 12 Nairobi"),
        ("He is the controller of Radio 6.", "Radio 6"),
        ("He was bursar of St Swithun's in Leeds.", "St Swithun's"),
        ("She left Pellow & Thrace in May.", "Pellow & Thrace"),
        ("He is senior partner of Bulstrode and Pym LLP.", "Bulstrode and Pym LLP"),
        ("She chairs the Royal Society of Weavers and Dyers.", "Royal Society of Weavers and Dyers"),
        ("He heads the Department for Roads.", "Department for Roads"),
        ("She is the chair of the Tin Miners' Union.", "Tin Miners' Union"),
        ("He worked for Papyrine SA.", "Papyrine SA"),
        ("He worked for Orbwell Inc. until May.", "Orbwell Inc."),
        ("She is the director of the University of Brill's Institute of Soils.", "Institute of Soils"),
        ("The charity Bread and Salt has a new chair.", "Bread and Salt"),
        ("She chairs the Coalition Against Damp Homes.", "Coalition Against Damp Homes"),
        ("The secretary of Homes Not Hostels has left.", "Homes Not Hostels"),
        ("He advised the Council on Weights.", "Council on Weights"),
        ("Gareth Pugh (Loxley Stone) is the new president.", "Loxley Stone"),
        ("Trustees at the charity Feed Our Elders voted.", "Feed Our Elders"),
        ("Insurance group Rutland Mutual has a new chair.", "Rutland Mutual"),
    ],
)
def test_english_organisations_whole(text: str, org: str) -> None:
    assert org in found(text, "en")["org"]


@pytest.mark.parametrize(
    "text",
    [
        "Appointed: May 2021.",
        "Dropping the plan was wise.",
        "Directorate: the following changes take effect today.",
        "Right away the plan was dropped.",
        "Nominations close on Friday.",
        "Finances: the year ended well.",
        "The Nordic arm was sold.",
        "It was a Mancunian affair.",
        "Press – the plan was dropped.",
        "Women in Leeds were asked.",
        "Insurance companies were asked.",
        "PORT-LACOSTE, Aug 27 (Agency) - The minister left.",
    ],
)
def test_english_words_that_are_no_organisation(text: str) -> None:
    assert found(text, "en")["org"] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Prime Minister of Ostravia has resigned.", "Ostravia"),
        ("Ostravia's parliament met on Friday.", "Ostravia"),
        ("Ostravia's prime minister has resigned.", "Ostravia"),
        ("The government of Ostravia fell on Friday.", "Ostravia"),
        ("The king of Ostravia is ill.", "Ostravia"),
    ],
)
def test_english_countries_that_no_list_has(text: str, place: str) -> None:
    assert place in found(text, "en")["place"]


@pytest.mark.parametrize(
    "text",
    [
        "Elle a rejoint Martin Corbel en 2014.",
        "Il quitte Martin Corbel après dix ans.",
        "Elle travaillait chez Martin Corbel depuis 2014.",
        "Le directeur financier vient de Martin Corbel.",
        "Venu de Martin Corbel, il dirigera la filiale.",
        "Passé par Martin Corbel, il dirigera la filiale.",
        "Le groupe Martin Corbel ferme une usine.",
        "Le cabinet Martin Corbel a gagné le procès.",
        "Elle a été débauchée de Martin Corbel.",
        "Martin Corbel, fabricant de portails, ferme une usine.",
        "Le conseil d'administration de Martin Corbel se réunit vendredi.",
        "Les actionnaires de Martin Corbel se réunissent vendredi.",
        "L'action Martin Corbel perd 4 %.",
        "Le directeur général de Martin Corbel a démissionné.",
        "Martin Corbel nomme une directrice financière.",
        "Martin Corbel a nommé une directrice financière.",
        "Elle est entrée chez Martin Corbel comme stagiaire.",
        "Il a fait carrière au sein de Martin Corbel.",
        "Chez Martin Corbel, la directrice a démissionné.",
    ],
)
def test_french_firms_that_look_like_persons(text: str) -> None:
    assert found(text, "fr")["org"] == ["Martin Corbel"]


@pytest.mark.parametrize(
    "text",
    [
        "Martin Corbel, 54 ans, a rejoint la filiale.",
        "Martin Corbel a rejoint la filiale. Corbel dirigeait une banque.",
        "La banque a nommé Martin Corbel à la présidence.",
        "Martin Corbel a été nommé directeur financier.",
        "Martin Corbel nommé directeur financier",
        "Elle succède à Martin Corbel, qui prend sa retraite.",
        "Le président, Martin Corbel, a nommé une directrice financière.",
        "La société que Martin Corbel a fondée ferme une usine.",
        "Le successeur de Martin Corbel n'est pas connu.",
        "Le départ de Martin Corbel a surpris.",
        "La nomination de Martin Corbel a surpris.",
        "M. Corbel est parti. Martin Corbel avait rejoint la filiale en mai.",
    ],
)
def test_french_persons_who_might_be_firms(text: str) -> None:
    assert found(text, "fr")["person"] == ["Martin Corbel"]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Il préside la Confédération paysanne du Centre.", "Confédération paysanne du Centre"),
        ("Elle dirige l'Association des potiers du Souss.", "Association des potiers du Souss"),
        ("Elle dirige l'Établissement public foncier de la Vonne.", "Établissement public foncier de la Vonne"),
        ("Il quitte la direction départementale de l'Équipement.", "direction départementale de l'Équipement"),
        ("Elle préside la Réunion des théâtres nationaux.", "Réunion des théâtres nationaux"),
        ("Il préside le Syndicat des brocanteurs indépendants.", "Syndicat des brocanteurs indépendants"),
        ("Elle préside la Fédération française de boules.", "Fédération française de boules"),
        ("Il dirige la Caisse régionale de crédit artisanal.", "Caisse régionale de crédit artisanal"),
        (
            "Elle préside la chambre de commerce et d'industrie de Vesoul.",
            "chambre de commerce et d'industrie de Vesoul",
        ),
        ("Il siège à la cour administrative d'appel de Nancy.", "cour administrative d'appel de Nancy"),
        ("Il enseigne au grand séminaire Saint-Luc.", "grand séminaire Saint-Luc"),
        ("Elle dirige le centre hospitalier de Vierzon.", "centre hospitalier de Vierzon"),
        ("Il dirige l'Office national des haras et des courses.", "Office national des haras et des courses"),
        ("Elle préside l'Union des métiers de la pierre.", "Union des métiers de la pierre"),
        ("Il est élu à la Chambre des notaires du Jura.", "Chambre des notaires du Jura"),
        ("Elle préside le conseil départemental de la Creuse.", "conseil départemental de la Creuse"),
        ("Il dirige l'agence régionale de santé de Bretagne.", "agence régionale de santé de Bretagne"),
        ("Elle rejoint l'Institut de recherche sur les sols.", "Institut de recherche sur les sols"),
        ("Il préside l'Ordre des géomètres-experts.", "Ordre des géomètres-experts"),
        ("Il dirige le Centre d'études des climats polaires.", "Centre d'études des climats polaires"),
        ("Elle dirige le parc naturel régional du Perche.", "parc naturel régional du Perche"),
        ("Il préside le tribunal judiciaire de Tulle.", "tribunal judiciaire de Tulle"),
        ("Elle préside la Ligue bretonne de pétanque.", "Ligue bretonne de pétanque"),
        ("Il dirige la Maison de la poésie de Tours.", "Maison de la poésie de Tours"),
        ("Il a travaillé pour Papyrine SA.", "Papyrine SA"),
        ("Elle préside la Fédération des parents d'élèves.", "Fédération des parents d'élèves"),
        (
            "L'Association pour la sauvegarde des moulins de l'Orne proteste.",
            "Association pour la sauvegarde des moulins de l'Orne",
        ),
        ("La Caisse primaire d'assurance maladie du Gers recrute.", "Caisse primaire d'assurance maladie du Gers"),
        ("Elle préside la Fondation pour le lac.", "Fondation pour le lac"),
        ("Le Syndicat mixte des eaux de la Vonne recrute.", "Syndicat mixte des eaux de la Vonne"),
        ("Elle quitte L'Atelier bleu en mai.", "L'Atelier bleu"),
        ("Il vient du Courrier de Brenne.", "Courrier de Brenne"),
        ("Elle dirige le Centre d'études sur le climat et les océans.", "Centre d'études sur le climat et les océans"),
        ("L'École nationale supérieure des mines de Brive recrute.", "École nationale supérieure des mines de Brive"),
        ("Elle dirige le Comité régional du tourisme de Corse.", "Comité régional du tourisme de Corse"),
        ("Il passe chez Voiles bleues en mai.", "Voiles bleues"),
        ("Elle quitte les Huiles du Gers en mai.", "Huiles du Gers"),
        ("Il rejoint la fromagerie de Morlac.", "fromagerie de Morlac"),
        ("Elle dirige le centre d'art de Lussac.", "centre d'art de Lussac"),
        ("Il préside la fédération de la chaussure.", "fédération de la chaussure"),
        ("Elle préside l'association des drapiers gascons.", "association des drapiers gascons"),
        ("Il quitte le Fonds d'appui aux quais (FAQ).", "Fonds d'appui aux quais"),
        ("Elle rejoint Médecins sans remparts.", "Médecins sans remparts"),
        ("Il préside le Haut Conseil à la lecture.", "Haut Conseil à la lecture"),
        ("Elle dirige le Bureau de recherches minières et marines.", "Bureau de recherches minières et marines"),
        ("Il reprend Roland et Fils en avril.", "Roland et Fils"),
        ("SCIERIE DES TROIS LUNES, SARL. Le gérant a démissionné.", "SCIERIE DES TROIS LUNES, SARL"),
    ],
)
def test_french_organisations_whole(text: str, org: str) -> None:
    assert found(text, "fr")["org"] == [org]


@pytest.mark.parametrize(
    "text",
    [
        "Presse – le projet est abandonné.",
        "Radio – le projet est abandonné.",
        "Finances : l'année a été bonne.",
        "L'Anversois a été élu lundi.",
        "La Brestoise prendra sa retraite en mai.",
        "Le Parisien de 54 ans prendra sa retraite.",
        "Nominations : les candidats ont jusqu'à vendredi.",
        "L'assemblée a été ajournée.",
        "PORT-LACOSTE, 27 août (Agence) – Le ministre est parti.",
        "L'assemblée générale se tient vendredi.",
        "La direction de la société se tait.",
        "Droit dans ses bottes, il refuse.",
    ],
)
def test_french_words_that_are_no_organisation(text: str) -> None:
    assert found(text, "fr")["org"] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le gouvernement du Marzouk est tombé vendredi.", "Marzouk"),
        ("La Première ministre de Kalombie a démissionné.", "Kalombie"),
        ("Le parlement de Kalombie se réunit vendredi.", "Kalombie"),
        ("Le roi du Marzouk est malade.", "Marzouk"),
    ],
)
def test_french_countries_that_no_list_has(text: str, place: str) -> None:
    assert place in found(text, "fr")["place"]


def test_a_holder_behind_a_portfolio_is_no_part_of_it() -> None:
    assert found("Minister for Fisheries Tom Okello has resigned.", "en")["person"] == ["Tom Okello"]


def test_where_a_person_comes_from_is_no_part_of_the_name() -> None:
    assert found("La Lilloise Agnès Debaecke dirigera la filiale.", "fr")["person"] == ["Agnès Debaecke"]


@pytest.mark.parametrize(
    "text",
    [
        "Rumeur. Le directeur reste en place.",
        "NOTE CIRCULAIRE N° 14. Il est mis fin à ses fonctions.",
        "Conseil municipal : le maire démissionne.",
        "Surprise à la mairie : le maire démissionne.",
    ],
)
def test_labels_and_councils_are_no_french_organisations(text: str) -> None:
    mentions = find_mentions(analyse(Document.of_text(text), "fr", 1000))
    assert [e.name for e in mentions.entities if e.kind == "org"] == []


def test_a_body_is_parted_from_its_holder() -> None:
    document = Document.of_text("Non, le président du CRBX Bruno Ferrand ne s'en va pas.")
    mentions = find_mentions(analyse(document, "fr", 1000))
    assert [(e.kind, e.name) for e in mentions.entities] == [("org", "CRBX"), ("person", "Bruno Ferrand")]
