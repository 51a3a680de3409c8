"""The page's own files are served as what they are, and nothing else of the disk is."""

from __future__ import annotations

import pytest

from bot.playground.testing import Served


@pytest.mark.parametrize(("path", "kind"), [("js/main.js", "javascript"), ("css/base.css", "css"), ("icon.svg", "svg")])
def test_a_file_of_the_page_is_served_as_what_it_is(served: Served, path: str, kind: str) -> None:
    response = served.http.get(f"/playground/static/{path}")
    assert response.status_code == 200
    assert kind in response.headers["content-type"]
    assert response.text


@pytest.mark.parametrize("path", ["js/none.js", "", "js", "..%2fpages.py", "%2e%2e/pages.py", "js/../../pages.py"])
def test_nothing_else_is(served: Served, path: str) -> None:
    assert served.http.get(f"/playground/static/{path}").status_code == 404
