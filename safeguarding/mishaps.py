"""What stops a command and is no mistake in the code: a disk, a machine, or more of something than
can be worked with. In one line for a person: what happened, and what to do.
"""

import errno
import os

# What each refusal of a system means, and what to do about it.
ADVICE = {
    errno.ENOSPC: "the disk is full; make room (df -h and df -i say where), and start again",
    errno.EDQUOT: "your part of the disk is full; make room, and start again",
    errno.EFBIG: "a file would be larger than this system lets you write (ulimit -f says how much)",
    errno.EROFS: "this disk can only be read; work in a folder that can be written",
    errno.EACCES: "this user may not do that; let its owner do it, or give you the right",
    errno.EPERM: "this user may not do that; let its owner do it, or give you the right",
    errno.ENOENT: "it is not there; put it back, or correct its name",
    errno.EEXIST: "it is there already; delete it or move it away",
    errno.EISDIR: "it is a folder, and a file has to stand there; move it away",
    errno.ENOTDIR: "a file stands where a folder has to be; move it away",
    errno.ENOTEMPTY: "the folder has something in it; look into it, and move that away",
    errno.ELOOP: "links lead in a circle; delete them, and put files or folders there",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.EMLINK: "the folder has too many others in it; divide it",
    errno.EMFILE: "too many files are open at once (ulimit -n says how many may be)",
    errno.ENFILE: "too many files are open on this machine; close other programs",
    errno.EAGAIN: "this machine has no room for another process; close other programs",
    errno.ENOMEM: "this machine has no memory left; close other programs",
    errno.EBUSY: "something else uses it; end that, and start again",
    errno.EXDEV: "it stands on another disk than its folder; have both on one",
    errno.EIO: "the disk does not answer as it should, and may be failing; ask who looks after it",
}
# Of these it says nothing which file met them.
OF_THE_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
# Of the others: the kind of error, and what is said of it. The first that fits counts.
OTHERS: tuple[tuple[type[BaseException], str], ...] = (
    (MemoryError, "there is not enough memory; close other programs, or shorten what is large"),
    (RecursionError, "something stands too deep within others of its kind; take it apart"),
    (UnicodeError, "a name or a text is no UTF-8; write it anew in plain letters"),
    (OverflowError, "a number or a day is larger than can be worked with; correct it"),
)


def words(error: BaseException) -> str:
    """What happened, and what to do; nothing for what may be a mistake in the code."""
    if isinstance(error, OSError) and error.errno is not None:
        said = error.strerror or "the system refuses"
        is_named = error.filename and error.errno not in OF_THE_MACHINE
        where = os.fsdecode(error.filename) if is_named else ""
        advice = ADVICE.get(error.errno, f"{said}; ask who looks after this machine")
        return f"{where}: {advice}" if where else advice
    return next((said for kind, said in OTHERS if isinstance(error, kind)), "")
