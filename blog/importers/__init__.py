"""Articles from files, in three parts.

`files`, `text`, `markdown` and `docx` turn bytes into a `document.Document`; `save` turns that into an article;
`manage.py import_article` is the thin command in front. What is recognised, and how, is told in docs/importing.md.
"""
