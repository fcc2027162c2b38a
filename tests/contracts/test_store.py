"""What every store does, whatever keeps it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incumbent.errors import NotTextError, UsageError
from incumbent.model import Document, Fact, Judgement, Quote, Reading, Span
from incumbent.store import Store, document_id
from recordkit import RECORDED, claim, day, reading, sourced

HOUR = dt.timedelta(hours=1)
TEXT = "Ada Quill, née à Łódź, führt 北风公司 🌬 seit 2019. «Ich bleibe», sagte Quill."


def _full() -> Reading:
    """A reading with something in every slot, of a text in several scripts."""
    document = Document.of_text(
        TEXT,
        published=day("2024-05"),
        publisher="Die Zeile",
        url="https://example.org/1",
        lang="de",
        title="Quill bleibt",
        data=b"other bytes",
    )
    org = TEXT.index("北")
    one = claim(
        "hold",
        org="北风公司",
        post="Chefin",
        interim=True,
        status="planned",
        manner="elected",
        date="2019~",
        end_date="2026-03",
        other_org="Südwind",
        counterpart="Bo Marsh",
        source="Ada Quill",
        evidence=Span(0, TEXT.index(".") + 1),
        spans=(("person", Span(0, 9)), ("org", Span(org, org + 4)), ("person", Span(3, 9))),
        confidence=0.625,
    )
    quote = TEXT.index("Ich")
    return Reading(
        document,
        (one,),
        (Fact("Ada Quill", "birthplace", "Łódź", Span(11, 21)),),
        (Quote("Ada Quill", Span(quote, quote + 10)),),
        (("Ada Quill", ("Quill", "A. Quill")), ("北风公司", ("北风",))),
    )


def test_a_document_comes_back_as_it_went_in(store: Store) -> None:
    one = _full()
    assert store.add(one, RECORDED) is True
    assert store.document(document_id(one.document)) == one.document
    assert store.document("nothing") is None
    (stored,) = store.documents()
    assert (stored.id, stored.published, stored.recorded) == (document_id(one.document), day("2024-05"), RECORDED)
    assert (stored.chars, stored.claims, stored.sha256) == (len(TEXT), 1, one.document.sha256)


def test_claims_come_back_as_they_went_in(store: Store) -> None:
    one = _full()
    store.add(one, RECORDED)
    expected = [replace(found, claim=replace(found.claim, spans=())) for found in sourced([one])]
    assert store.view().claims_of("person", ["ada quill"]) == expected
    assert store.view().claims_of("org", ["北风"]) == expected, "the legal form is no part of the key"
    assert store.view().claims_of("org", ["北"]) == []
    assert store.view().claims([expected[0].id, "nothing"]) == expected
    (naming,) = store.view().namings("person", forms=["a quill"])
    assert (naming.name, naming.key, naming.forms) == ("Ada Quill", "ada quill", ("a quill", "quill"))


def test_adding_twice_changes_nothing(store: Store) -> None:
    one = _full()
    store.add(one, RECORDED)
    before = (store.documents(), store.view().claims_of("person", ["ada quill"]))
    assert store.add(one, RECORDED + HOUR) is False
    assert store.add(replace(one, claims=()), RECORDED + HOUR) is False
    assert (store.documents(), store.view().claims_of("person", ["ada quill"])) == before
    assert store.has(one.document)


def test_one_text_of_two_publishers_is_two_documents(store: Store) -> None:
    one = reading("2024-01-01", claim("hold"), publisher="A")
    two = reading("2024-01-01", claim("hold"), publisher="B")
    assert store.add(one, RECORDED) and store.add(two, RECORDED)
    assert len(store.documents()) == 2
    assert len({found.id for found in store.view().claims_of("org", ["northwind"])}) == 2


def test_a_claim_made_twice_in_one_reading_is_one(store: Store) -> None:
    one = _full()
    assert store.add(replace(one, claims=one.claims * 2), RECORDED)
    assert len(store.view().claims_of("person", ["ada quill"])) == 1


def test_a_document_without_claims_is_kept(store: Store) -> None:
    assert store.add(reading("2024-01-01", text="Rain in the north."), RECORDED)
    assert [stored.claims for stored in store.documents()] == [0]


def test_reading_again_replaces_for_queries_from_then_on(store: Store) -> None:
    one = _full()
    store.add(one, RECORDED)
    better = replace(one, claims=(replace(one.claims[0], person="Ada M. Quill"),), aliases=())
    assert store.reread(one, RECORDED + HOUR) is False
    assert store.reread(better, RECORDED + HOUR) is True
    assert store.reread(better, RECORDED + 2 * HOUR) is False
    assert store.reread(reading("2020", text="Not here."), RECORDED) is False
    then, now = store.view(recorded_by=RECORDED), store.view()
    assert [c.claim.person for c in then.changes(since=None, status=None, orgs=None)] == []
    assert [c.claim.person for c in then.claims_of("person", ["ada quill"])] == ["Ada Quill"]
    assert now.claims_of("person", ["ada quill"]) == []
    assert [c.claim.person for c in now.claims_of("person", ["ada m quill"])] == ["Ada M. Quill"]
    assert list(store.verify()) == []


def test_two_clocks(store: Store) -> None:
    for number, published in enumerate(["2024-01-10", "2024-02", None]):
        store.add(reading(published, claim("hold"), publisher=str(number)), RECORDED + number * HOUR)

    def seen(known_on: dt.date | None, recorded_by: dt.datetime | None = None) -> int:
        return len(store.view(known_on=known_on, recorded_by=recorded_by).claims_of("org", ["northwind"]))

    assert [seen(dt.date(2024, 1, 9)), seen(dt.date(2024, 1, 10)), seen(dt.date(2024, 2, 28))] == [0, 1, 1]
    assert [seen(dt.date(2024, 2, 29)), seen(dt.date(2025, 5, 31)), seen(dt.date(2025, 6, 1))] == [2, 2, 3]
    assert [seen(None, RECORDED - HOUR), seen(None, RECORDED), seen(None, RECORDED + HOUR)] == [0, 1, 2]
    assert seen(dt.date(2024, 1, 31), RECORDED + HOUR) == 1


def test_changes_by_day_status_and_organisation(store: Store) -> None:
    store.add(
        reading(
            "2024-03-01",
            claim("start", date="2010"),
            claim("end", date="2024-03-15", status="planned", org="Southwind"),
            claim("end"),
            claim("hold"),
        ),
        RECORDED,
    )
    view = store.view()

    def kinds(since: dt.date | None, status: str | None = None, orgs: list[str] | None = None) -> list[str]:
        return sorted(f"{c.claim.kind} {c.claim.date}" for c in view.changes(since=since, status=status, orgs=orgs))

    assert kinds(None) == ["end 2024-03-15", "end None", "start 2010"]
    assert kinds(dt.date(2024, 3, 1)) == ["end 2024-03-15", "end None"]
    assert kinds(dt.date(2024, 3, 2)) == ["end 2024-03-15"]
    assert kinds(None, "planned") == ["end 2024-03-15"]
    assert kinds(None, None, ["northwind"]) == ["end None", "start 2010"]
    assert kinds(None, None, []) == []


def test_names_by_part(store: Store) -> None:
    store.add(reading("2024", claim("hold", org="100% Wind_mill"), claim("hold", org="Wind Mill & Sons")), RECORDED)
    view = store.view()
    assert {n.name for n in view.names_like("org", "mill", limit=9)} == {"100% Wind_mill", "Wind Mill & Sons"}
    assert len(view.names_like("org", "wind", limit=1)) == 1
    assert view.names_like("org", "%", limit=9) == []


def _judgement(id_: str, kind: str, target: str, hours: int, undoes: str | None = None) -> Judgement:
    return Judgement(id_, kind, target, None, "Eve", RECORDED + hours * HOUR, "seen the paper", undoes)


def test_a_claim_judged_wrong_counts_no_more_until_that_is_taken_back(store: Store) -> None:
    store.add(_full(), RECORDED)
    (found,) = store.view().claims_of("person", ["ada quill"])
    wrong = _judgement("j1", "wrong", found.id, 1)
    right = _judgement("j2", "right", found.id, 3, undoes="j1")
    store.judge(wrong)
    assert store.view().claims_of("person", ["ada quill"]) == []
    assert store.view(recorded_by=RECORDED).claims_of("person", ["ada quill"]) == [found]
    store.judge(right)
    assert store.view().claims_of("person", ["ada quill"]) == [found]
    assert store.view(recorded_by=RECORDED + 2 * HOUR).claims_of("person", ["ada quill"]) == []
    assert store.judgements() == [wrong, right]


def test_bad_judgements(store: Store) -> None:
    store.add(_full(), RECORDED)
    (found,) = store.view().claims_of("person", ["ada quill"])
    store.judge(_judgement("j1", "wrong", found.id, 1))
    with pytest.raises(UsageError, match="already"):
        store.judge(_judgement("j1", "right", found.id, 2))
    with pytest.raises(UsageError, match="no claim"):
        store.judge(_judgement("j2", "wrong", "nothing", 2))
    with pytest.raises(UsageError, match="wrong or right"):
        store.judge(_judgement("j3", "maybe", found.id, 2))


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_no_database_keeps_is_refused(store: Store, text: str) -> None:
    with pytest.raises(NotTextError, match="clean it"):
        store.add(reading("2024", text=text), RECORDED)
    assert store.documents() == []


def test_a_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="zone"):
        store.add(_full(), dt.datetime(2024, 1, 1))


def test_a_reading_that_fails_half_way_leaves_nothing(store: Store) -> None:
    broken = replace(_full(), facts=(Fact("Ada Quill", None, "x", Span(0, 3)),))  # type: ignore[arg-type]
    with pytest.raises(Exception, match=r"(?i)null"):
        store.add(broken, RECORDED)
    assert store.documents() == []
    assert store.add(_full(), RECORDED)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_keeps_its_offsets(store: Store, text: str) -> None:
    whole = Span(0, len(text))
    one = reading("2024", claim("hold", evidence=whole, person=text, post=text), text=text)
    store.add(one, RECORDED)
    assert list(store.verify()) == []
    found = store.document(document_id(one.document))
    assert found is not None and found.text == text
