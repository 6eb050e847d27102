"""Pictures are taken from the deck's folder and from nowhere else."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from quizapp.services import pictures
from quizapp.services.pictures import Pictures

PNG = b"\x89PNG\r\n\x1a\nrest"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    deck = tmp_path / "decks"
    (deck / "maps").mkdir(parents=True)
    (deck / "maps" / "a b.png").write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG)
    return deck


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBP", "image/webp"),
        (b"<?xml version='1.0'?>\n<svg xmlns='x'/>", "image/svg+xml"),
    ],
)
def test_a_picture_in_the_folder_is_taken_into_the_page(folder: Path, data: bytes, kind: str) -> None:
    (folder / "p").write_bytes(data)
    assert Pictures(folder).find("p") == f"data:{kind};base64,{base64.b64encode(data).decode()}"


def test_names_may_be_written_as_addresses_are(folder: Path) -> None:
    assert Pictures(folder).find("maps/a%20b.png") is not None


@pytest.mark.parametrize(
    "path",
    [
        "../secret.png",
        "maps/../../secret.png",
        "%2e%2e/secret.png",
        "/etc/passwd",
        "http://a.b/c.png",
        "//a.b/c.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "maps",
        "none.png",
        "a\0b",
        "x" * 5000,
    ],
)
def test_nothing_else_is_taken(folder: Path, path: str) -> None:
    found = Pictures(folder)
    assert found.find(path) is None
    assert len(found.missing) == 1


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    try:
        (folder / "link.png").symlink_to(folder.parent / "secret.png")
    except OSError:
        pytest.skip("this system makes no links")
    assert Pictures(folder).find("link.png") is None


def test_what_is_no_picture_or_too_big_is_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "t.png").write_bytes(b"root:x:0:0")
    monkeypatch.setattr(pictures, "LARGEST", 11)
    found = Pictures(folder)
    assert found.find("t.png") is None and found.find("maps/a b.png") is None
    assert "PNG" in found.missing["t.png"] and "MB" in found.missing["maps/a b.png"]
