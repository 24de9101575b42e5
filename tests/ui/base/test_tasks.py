"""Work off the UI thread, as panes use it."""

import threading
from collections.abc import Generator, Iterator

import pytest

from relationship_journal.domain.problems import Problem
from relationship_journal.i18n import Message
from relationship_journal.ui.tasks import Cancelled, Generation, Job, Tasks
from tests.ui.conftest import Wait


@pytest.fixture
def tasks(application: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_a_gesture_runs_beside_the_window_and_answers_in_it(tasks: Tasks, wait: Wait) -> None:
    """Writing happens on one thread of its own; the result arrives on the thread of the window."""
    seen: list[tuple[str, str]] = []
    for _ in range(2):
        tasks.run(
            lambda: threading.current_thread().name,
            lambda writer: seen.append((writer, threading.current_thread().name)),
        )
    wait(lambda: not tasks.pending)
    assert seen == [("writing", "MainThread")] * 2


def test_a_problem_reaches_whoever_asked_or_the_window(tasks: Tasks, wait: Wait) -> None:
    """A read-only file refuses: the caller hears it, and if the caller does not listen, the window does."""
    told: list[str] = []
    tasks.failed.connect(lambda problem: told.append("window: " + problem.message.text))

    def refuse() -> None:
        raise Problem(Message("This file can only be read."))

    tasks.run(refuse, failed=lambda problem: told.append("caller: " + problem.message.text))
    tasks.run(refuse)
    wait(lambda: not tasks.pending)
    assert told == ["caller: This file can only be read.", "window: This file can only be read."]


def test_a_late_search_result_is_dropped(tasks: Tasks, wait: Wait) -> None:
    """Typing on makes the earlier result stale: only the last is shown, even if it was there first."""
    shown: list[str] = []
    first_may_end = threading.Event()
    generation = Generation()

    def slow() -> str:
        first_may_end.wait(5)
        return "w"

    tasks.read(slow, shown.append, generation)
    tasks.read(lambda: "wjg", shown.append, generation)
    wait(lambda: shown)
    first_may_end.set()
    wait(lambda: not tasks.pending)
    assert shown == ["wjg"]


def test_the_users_gestures_go_between_the_parts_of_long_work(tasks: Tasks, wait: Wait) -> None:
    """While thirty files come in, an entry typed meanwhile is kept after the part in hand, not after all thirty."""
    order: list[str] = []
    first_part_runs, gesture_waits = threading.Event(), threading.Event()

    def bring_in(job: Job) -> Generator[tuple[int, int], None, int]:
        for number in range(30):
            if number == 0:
                first_part_runs.set()
                gesture_waits.wait(5)
            order.append(f"file {number}")
            yield number + 1, 30
        return 30

    ended: list[int] = []
    heard: list[tuple[int, int]] = []
    tasks.run_long(bring_in, ended.append, progress=lambda at, total: heard.append((at, total)))
    first_part_runs.wait(5)
    tasks.run(lambda: order.append("typed"))
    gesture_waits.set()
    wait(lambda: ended)
    assert order[:3] == ["file 0", "typed", "file 1"]
    assert ended == [30]
    assert heard[0] == (1, 30)


def test_long_work_can_be_cancelled_half_way(tasks: Tasks, wait: Wait) -> None:
    """Cancelling is heard at the next part: the work may keep what is done and say how much that is."""

    def bring_in(job: Job) -> Generator[tuple[int, int], None, int]:
        kept = 0
        try:
            while True:
                kept += 1
                yield kept, 1000
        except Cancelled:
            return kept

    ended: list[int] = []
    job = tasks.run_long(bring_in, ended.append, progress=lambda at, total: job.cancel())
    wait(lambda: ended)
    assert ended[0] >= 1
    assert not tasks.pending
