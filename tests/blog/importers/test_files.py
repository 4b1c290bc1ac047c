import os

import pytest

from blog.importers import files
from blog.importers.document import ImportProblem

from .wordfiles import docx, paragraph


def problem(path):
    with pytest.raises(ImportProblem) as caught:
        files.read(path)
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a", "a.text", "a.md", "a.markdown"])
def test_text_formats(tmp_path, name):
    path = tmp_path / name
    path.write_text("# Title\n\nA paragraph.\n\nMore.")
    assert files.read(path).title.removeprefix("# ") == "Title"


def test_word_format(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("Title", "Title"), paragraph("Text."), styles=("Title",)))
    assert files.read(path).title == "Title"


def test_a_file_without_a_title_is_named_after_itself(tmp_path):
    path = tmp_path / "on_slow-breathing.md"
    path.write_text("Only text.")
    document = files.read(path)
    assert document.title == "On slow breathing"
    assert document.remarks == ("No title was recognised; it is named after its file.",)


def test_no_file(tmp_path):
    assert problem(tmp_path / "none.txt") == "there is no such file"


def test_a_folder(tmp_path):
    assert problem(tmp_path) == "this is a folder, not a file"


def test_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert problem(tmp_path / "pipe.txt") == "this is not a regular file"


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Title")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read everything

        def refuse(*args):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
    assert problem(path) == "this file may not be read by you"


def test_a_disk_that_fails(tmp_path, monkeypatch):
    def fail(*args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert problem(tmp_path / "a.txt") == "the file cannot be read (Input/output error)"


def test_an_empty_file(tmp_path):
    for name in ("a.txt", "a.md", "a.docx"):
        (tmp_path / name).touch()
        assert problem(tmp_path / name) == "the file is empty"


def test_another_format(tmp_path):
    path = tmp_path / "a.odt"
    path.write_text("words")
    assert problem(path) == "only .txt, .md, .markdown and .docx files can be imported, not .odt"


def test_a_file_nested_without_end(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("<div>" * 20_000 + "word")
    assert problem(path) == "its parts are nested too deeply to be an article's"


@pytest.mark.parametrize(("name", "limit"), [("a.txt", 5), ("a.docx", 20)])
def test_a_file_too_large(tmp_path, name, limit):
    with (tmp_path / name).open("wb") as file:
        file.truncate(limit * 1024**2 + 1)
    assert problem(tmp_path / name) == f"the file is larger than {limit} MB, the most that is read of such a file"
