"""What the README says is what happens."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize("readme", READMES)
def test_both_readmes_give_the_two_commands(readme: str) -> None:
    """Each of the two commands stands on a line of its own, to be copied."""
    lines = (ROOT / readme).read_text("utf-8").splitlines()
    assert "python3 dev.py run" in lines
    assert "python3 dev.py test" in lines


@pytest.mark.parametrize("readme", READMES)
def test_what_the_readme_links_to_is_there(readme: str) -> None:
    """Links and pictures lead somewhere."""
    text = (ROOT / readme).read_text("utf-8")
    targets = [part.split(")")[0] for part in text.split("](")[1:]]
    assert targets
    assert [target for target in targets if "://" not in target and not (ROOT / target).exists()] == []


def test_ci_runs_the_readme_command(tmp_path: Path) -> None:
    """`.ci/run` takes its command out of README.md: with a stand-in dev.py it runs exactly that."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci/run").write_bytes((ROOT / ".ci/run").read_bytes())
    (tmp_path / "README.md").write_bytes((ROOT / "README.md").read_bytes())
    (tmp_path / "dev.py").write_text("import sys; print('asked for', sys.argv[1:])", "utf-8")
    done = subprocess.run(["bash", tmp_path / ".ci/run"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["+ python3 dev.py test", "asked for ['test']"]
