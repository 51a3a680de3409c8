"""Questions in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from knowledge.conversation import Conversation, Place
from knowledge.model import Language
from knowledge.questions import Question
from knowledge.store import Store, questions

PASTE = Place("T1", "C1", "1.0")
ASKED = Conversation(
    PASTE, thread_ts="1.0", asker="U1", asked=True, language=Language.EN, excerpt="599 what is this", candidates=()
)
SECOND = 1_000_000


def put(store: Store, conversation: Conversation, *, error: str = "e", now_us: int = SECOND) -> None:
    with store.writing() as session:
        questions.put(session, conversation, error=error, codes=("599",), now_us=now_us)


def top(store: Store, team: str = "T1", limit: int = 10, offset: int = 0) -> list[Question]:
    with store.reading() as session:
        return questions.top(session, team, limit, offset)


def at(ts: str, *, asked: bool = True, team: str = "T1") -> Conversation:
    return replace(ASKED, paste=Place(team, "C1", ts), asked=asked)


def moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def test_pastes_of_one_error_are_one_question(store: Store) -> None:
    put(store, at("1.0"))
    put(store, at("2.0", asked=False), now_us=2 * SECOND)
    put(store, at("3.0", asked=False), now_us=3 * SECOND)
    assert top(store) == [Question("599 what is this", ("599",), 1, 2, moment(1), moment(3), at("3.0").paste)]


def test_the_same_paste_again_counts_once_and_asking_makes_it_asked(store: Store) -> None:
    put(store, at("1.0", asked=False))
    put(store, at("1.0"), now_us=2 * SECOND)
    put(store, at("1.0", asked=False), now_us=3 * SECOND)
    assert top(store) == [Question("599 what is this", ("599",), 1, 0, moment(1), moment(1), PASTE)]


def test_what_was_asked_most_comes_first(store: Store) -> None:
    for number in range(5):
        put(store, at(f"1.{number}", asked=False), error="overheard")
    put(store, replace(at("2.0"), excerpt="asked"), error="asked")
    assert [(one.excerpt, one.asked, one.overheard) for one in top(store)] == [
        ("asked", 1, 0),
        ("599 what is this", 0, 5),
    ]
    assert len(top(store, limit=1)) == 1
    assert [one.excerpt for one in top(store, limit=1, offset=1)] == ["599 what is this"]


def test_a_teams_questions_are_its_own(store: Store) -> None:
    put(store, at("1.0", team="T2"))
    assert top(store) == []


def test_a_deleted_paste_takes_its_question_along_unless_another_paste_asks_it(store: Store) -> None:
    put(store, at("1.0"))
    put(store, at("2.0"))
    with store.writing() as session:
        questions.drop(session, PASTE)
    assert [one.asked for one in top(store)] == [1]
    with store.writing() as session:
        questions.drop(session, PASTE._replace(ts="2.0"))
        assert session.rows("SELECT * FROM questions") == []


def test_nothing_is_kept_of_what_a_paste_said_before_it_was_edited(store: Store) -> None:
    put(store, at("1.0"))
    put(store, replace(at("1.0"), excerpt="599 something else"), error="another")
    with store.reading() as session:
        assert session.rows("SELECT excerpt FROM questions") == [("599 something else",)]
