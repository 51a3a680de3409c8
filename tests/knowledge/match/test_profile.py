"""The profile of an entry: made once, kept as JSON, the same afterwards."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge import files
from knowledge.heading import Heading, heading
from knowledge.match import Matcher, pack, profile, unpack
from knowledge.match.profile import Profile, Wording
from knowledge.smtp import read

words = st.lists(st.text(max_size=20), max_size=5).map(tuple)
profiles = st.builds(
    Profile,
    heading=st.builds(Heading, fix_rate=st.floats(0, 1), also_codes=words),
    wordings=st.lists(st.builds(Wording), max_size=3).map(tuple),
)


@given(profiles)
def test_what_was_packed_is_unpacked_unchanged(known: Profile) -> None:
    assert unpack(pack(known)) == known


def test_a_signature_is_read_as_an_error_would_be(few: Path) -> None:
    (entry,) = files.read_all(files.paths(few))
    wording = next(one for one in profile(entry).wordings if one.codes == "5.7.8 535")
    assert wording.text in entry.signatures
    assert not {"535", "5.7.8"} & set(wording.phrase.split())


def test_matching_needs_no_entry_but_those_it_finds(few: Path) -> None:
    (entry,) = files.read_all(files.paths(few))
    asked: list[str] = []
    other = Profile(
        heading(entry)._replace(id="communication/other", code="452", enhanced_code=None, also_codes=()), ()
    )
    matcher = Matcher.over([profile(entry), other], lambda entry_id: asked.append(entry_id) or entry)
    assert matcher.rank(read("535 5.7.8 Error: authentication failed")).matches[0].entry is entry
    assert set(asked) == {entry.id}
