"""What every engine promises."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from knowledge.errors import StoreError
from knowledge.store import Session, Store

ADD = "INSERT INTO counters (name, value) VALUES (?, ?)"


def names(store: Store) -> set[str]:
    with store.reading() as session:
        return {name for (name,) in session.rows("SELECT name FROM counters")}


def half_done(session: Session) -> None:
    session.change(ADD, "half", 1)
    session.change("INSERT INTO nowhere (name) VALUES ('other half')")


def test_a_transaction_that_fails_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(StoreError, match="lacks"), store.writing() as session:
        half_done(session)
    assert names(store) == {"knowledge", "maker"}


def test_after_a_failed_transaction_the_next_one_works(store: Store) -> None:
    with pytest.raises(StoreError, match="lacks"), store.writing() as session:
        half_done(session)
    with store.writing() as session:
        session.change(ADD, "whole", 1)
    assert names(store) == {"knowledge", "maker", "whole"}


def test_change_says_how_many_rows_it_changed(store: Store) -> None:
    with store.writing() as session:
        assert session.change(ADD, "a", 1) == 1
        assert session.change("UPDATE counters SET value = 7") == 3
        assert session.change("DELETE FROM counters WHERE name = ?", "b") == 0


def test_read_modify_write_from_many_threads_loses_nothing(store: Store) -> None:
    def add_one(_: int) -> None:
        with store.writing() as session:
            ((value,),) = session.rows("SELECT value FROM counters WHERE name = 'knowledge'")
            session.change("UPDATE counters SET value = ? WHERE name = 'knowledge'", value + 1)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add_one, range(200)))
    with store.reading() as session:
        assert session.rows("SELECT value FROM counters WHERE name = 'knowledge'") == [(200,)]


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="is closed"), store.reading():
        pass


@pytest.mark.parametrize("text", ["", "a'b\"c", "收件人", "😀", "a\nb", "%_"])
def test_any_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    with store.writing() as session:
        session.change(ADD, text, 2**62)
    with store.reading() as session:
        assert session.rows("SELECT name, value FROM counters WHERE name = ?", text) == [(text, 2**62)]
