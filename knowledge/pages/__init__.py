"""Every entry as a page: an entry and a language in, HTML, Markdown or JSON out. Knows no server.

    site.py          where pages are: their addresses, and how they link to each other
    entry_page.py    an entry as HTML;  markdown.py: as Markdown;  json_text.py: as JSON, and the schema of that
    index_page.py    all entries by category
    search_page.py   what a lookup found, and the entries that have the words (finding.py)
    missing_page.py  there is no such entry; these are the nearest
    template.py      templates/ and static/page.css put together;  markdown_text.py: what Markdown would obey, escaped
    words.py         what only pages say; the rest stands in knowledge/vocabulary.py

Pages show curated rates: votes belong to a workspace and never leave it.
"""
