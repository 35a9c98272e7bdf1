"""A build in the place of site/: all of it or nothing, whatever ends the build halfway.

The site is built aside, in a folder of its own, and the two folders are then exchanged in one step
where the system can do that. Of MkDocs this knows no more than how to start it.
"""

import contextlib
import ctypes
import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType

from safeguarding import mishaps

try:
    import fcntl
except ImportError:  # no Unix: nobody keeps two builds apart there
    fcntl = None  # type: ignore[assignment]

BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
NEW, OLD = ".site-new-", ".site-old-"
LEFT = (".site-new*", ".site-old*")  # what a build leaves that was ended halfway
HERE, EXCHANGE, PARENT_DIES = -100, 2, 1  # AT_FDCWD, RENAME_EXCHANGE, PR_SET_PDEATHSIG of Linux
CANNOT_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
OURS = ("data/", "docs/", "site/", "::error ", "::warning ")
STAYS = "site/ stays as it was"


class NotPublished(Exception):
    """Why site/ stays as it was, in lines for a person."""


def publish(root: Path, more: Mapping[str, str] | None = None) -> list[str]:
    """Build the site of the board at `root`, and put it in the place of its site/. `more` are
    variables that tell the build what else is wanted.

    Returns lines for a person: what the build warns of, and each leftover that could not be
    removed; both harm nothing. Raises NotPublished, and leaves site/ as it was, where another build
    is under way, a page is wrong, or the system refuses.
    """
    with _told_in_one_line(), _alone(root), ended_in_order():
        site_folder = root / "site"
        _put_back(root, site_folder)
        _require_folder(site_folder)
        left = [line for path in _leftovers(root) for line in _removed(path)]
        fresh = Path(tempfile.mkdtemp(prefix=NEW, dir=root))
        try:
            told = _build(root, fresh, more or {})
            _open_to_readers(fresh)
            old = _exchange(fresh, site_folder)
        except BaseException:
            _removed(fresh)
            raise
        return told + left + _removed(old)


@contextlib.contextmanager
def _told_in_one_line() -> Iterator[None]:
    """What the system refuses is no mistake in the code: a full disk, a folder of someone else."""
    try:
        yield
    except OSError as error:
        raise NotPublished(f"{STAYS}: {mishaps.words(error)}") from None


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the folder of the board, as only one build can at a time. The system lets go of it when
    the build ends, however that comes about."""
    folder = os.open(root, os.O_RDONLY)
    try:
        _hold(folder)
        yield
    finally:
        os.close(folder)


def _hold(folder: int) -> None:
    try:
        if fcntl:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise NotPublished(
            "another build is under way here; wait until it has ended, and start again"
        ) from None
    except OSError:
        return  # a disk that knows no locks, as some of other machines: builds go on without


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """Let a signal that ends what is done within clear away first, as Ctrl-C does."""
    before = {one: signal.signal(one, _leave) for one in ENDS}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


def _put_back(root: Path, site_folder: Path) -> None:
    """The old site, where a build was ended between taking it away and putting the new one in."""
    kept = sorted(root.glob(".site-old*"), key=lambda path: path.lstat().st_mtime)
    if kept and not os.path.lexists(site_folder):
        kept[-1].rename(site_folder)


def _require_folder(site_folder: Path) -> None:
    if site_folder.is_symlink():
        what = "is a link: delete it, and let what reads the link read this folder"
    elif site_folder.exists() and not site_folder.is_dir():
        what = "is no folder: delete it"
    elif site_folder.is_mount():
        what = (
            "is a volume of its own, which cannot be exchanged for another: let the volume begin at"
            " the folder above it"
        )
    else:
        return
    raise NotPublished(f"{STAYS}: site {what}")


def _leftovers(root: Path) -> list[Path]:
    return sorted(path for pattern in LEFT for path in root.glob(pattern))


def _removed(path: Path) -> list[str]:
    """Remove a folder, a link or a file; returns a line that says why it is still there, if so."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        return [f"{path.name} cannot be removed ({error.strerror}); remove it yourself"]
    return []


def _build(root: Path, fresh: Path, more: Mapping[str, str]) -> list[str]:
    """Build into `fresh`; returns what the build warns of. It reads and checks the facts itself."""
    done = subprocess.run(
        [*BUILD, fresh],
        env=os.environ
        | {"NO_MKDOCS_2_WARNING": "1", "BOARD_DOCS": str(root / "docs")}
        | dict(more),
        capture_output=True,
        text=True,
        preexec_fn=_dies_with_parent(),
    )
    if done.returncode:
        raise NotPublished("\n".join(_problems(done.stderr + done.stdout)))
    return _ours(done.stderr + done.stdout)


def _dies_with_parent() -> Callable[[], None] | None:
    """For the child to call: it ends when this process does, even if that is killed. Nothing, where
    the system knows no such wish."""
    if not sys.platform.startswith("linux"):
        return None
    system, parent = ctypes.CDLL(None), os.getpid()

    def wish() -> None:
        system.prctl(PARENT_DIES, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the wish was heard
            os._exit(1)

    return wish


def _problems(log: str) -> list[str]:
    """The lines of a build's log that a person must act on. Our own lines name a place, so they
    stand alone if there are any."""
    lines = [line for line in log.splitlines() if line.strip()]
    return _ours(log) or [line for line in lines if not line.startswith(("INFO", "DEBUG"))]


def _ours(log: str) -> list[str]:
    """The lines of a log that name a place, or that tell a host of one."""
    return [line for line in log.splitlines() if line.startswith(OURS)]


def _open_to_readers(fresh: Path) -> None:
    """Whatever this person's files are like, a server runs as someone else."""
    fresh.chmod(0o755)
    for path in fresh.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _exchange(fresh: Path, site_folder: Path) -> Path:
    """Put `fresh` in the place of `site`; returns where the old site is now, if there was one."""
    if not site_folder.exists():
        fresh.rename(site_folder)
        return fresh
    if exchanged(fresh, site_folder):
        return fresh
    old = fresh.with_name(fresh.name.replace(NEW, OLD, 1))
    site_folder.rename(old)
    try:
        fresh.rename(site_folder)
    except OSError:
        old.rename(site_folder)
        raise
    return old


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change their names in one step, so that there is no moment without either.
    False where the system, or this kind of disk, cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))
