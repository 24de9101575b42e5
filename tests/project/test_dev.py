"""dev.py sets up what is missing, once, and says one line where it may not."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[2]


def test_it_needs_nothing_but_python() -> None:
    """It starts in a Python without any library installed, and tells its commands; wrong usage ends with 2."""
    bare = [sys.executable, "-I", "-S", str(ROOT / "dev.py")]
    helped = subprocess.run([*bare, "--help"], capture_output=True, text=True, check=False)
    assert helped.returncode == 0
    for command in ("run", "test", "check", "bench", "build", "shots"):
        assert f"\n{command} " in helped.stderr
    assert subprocess.run([*bare, "dance"], capture_output=True, check=False).returncode == 2


def test_a_step_is_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock is installed once, again when it changed, and again when the installation did not end well."""
    monkeypatch.setattr(dev, "VENV", tmp_path)
    done: list[str] = []
    dev.once("lock", "a", lambda: done.append("a"))
    dev.once("lock", "a", lambda: done.append("a again"))
    dev.once("lock", "b", lambda: done.append("b"))
    assert done == ["a", "b"]

    def fails() -> None:
        raise dev.SetupError("no network")

    with pytest.raises(dev.SetupError):
        dev.once("lock", "c", fails)
    dev.once("lock", "c", lambda: done.append("c"))
    assert done == ["a", "b", "c"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader's names are Linux's")
def test_a_missing_library_is_found_by_the_loader() -> None:
    """What the loader has counts, however it was installed; what it lacks is named by Debian's package."""
    assert dev.has_library("libc.so.6")
    assert not dev.has_library("libnowhere.so.7")


def test_a_font_with_chinese_is_recognised(tmp_path: Path) -> None:
    """A CJK font in one of fontconfig's folders is enough; a Latin one is not."""
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype/DejaVuSans.ttf").touch()
    assert not dev.has_chinese_font([tmp_path])
    (tmp_path / "truetype/NotoSansCJK-Regular.ttc").touch()
    assert dev.has_chinese_font([tmp_path])


def test_who_may_not_install_gets_the_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user without root and without sudo, on Debian: nothing is run, the line is printed, missing libraries stop."""
    apt = tmp_path / "apt-get"
    apt.write_text('#!/bin/sh\ntouch "$(dirname "$0")/was-run"\n', "utf-8")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setitem(dev.SYSTEM_LIBRARIES, "libnowhere.so.7", "libnowhere7")
    with pytest.raises(dev.SetupError):
        dev.set_up_system()
    said = capsys.readouterr().err
    assert "\n  sudo apt-get install -y --no-install-recommends " in said
    assert "libnowhere7" in said
    assert not (tmp_path / "was-run").exists()


def test_what_stands_after_the_dashes_is_for_the_program() -> None:
    """`run -- --example` passes `--example` on."""
    assert dev.passed_on(["--", "--example"]) == ["--example"]
    assert dev.passed_on(["info", "--json"]) == ["info", "--json"]
