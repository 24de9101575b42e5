"""The wheel carries what the program needs, where it looks for it."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_wheel_carries_its_resources(tmp_path: Path) -> None:
    """Unpacked anywhere, the package finds its own resources: the built words, no sources of them, no build steps."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "anywhere")
    inside = "relationship_journal/resources/"
    assert f"{inside}locale/zh_CN/messages.mo" in names
    assert any(name.startswith(f"{inside}example/zh/") for name in names)
    assert [name for name in names if name.startswith(inside) and name.endswith((".po", ".py"))] == []
    assert any(name.endswith("entry_points.txt") for name in names)
    tell = "from relationship_journal import paths; print(paths.resources())"
    told = subprocess.run(
        [sys.executable, "-c", tell], cwd=tmp_path / "anywhere", check=True, capture_output=True, text=True
    )
    assert Path(told.stdout.strip()) == tmp_path / "anywhere" / inside
