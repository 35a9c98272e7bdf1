"""A guest with manners: one request a second, a name and an address, patience with a busy host, and
an end."""

import queue
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

LARGEST = 8_000_000  # bytes of one answer, unless told; a whole Act has about five million
PIECE = 65_536  # bytes that are read at once
FARTHEST = 8  # addresses, of which each leads on to the next
OK = 200
GONE = (404, 410)
TOO_OFTEN = 429
BUSY = (500, 502, 503, 504)
SILENCES = 3  # one after the other: whoever gave no answer so many times is left in peace


class Unknown(Exception):
    """Why nobody can tell whether something changed, in words for a person."""


class Unanswered(Unknown):
    """Why no answer came."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the address that it came from in the end, its headers (names in
    small letters) and its bytes."""

    status: int
    url: str
    headers: dict[str, str]
    content: bytes


@dataclass
class Client:
    """Asks for addresses. With `base`, like http://127.0.0.1:8000, that host is asked for
    everything, under the name of the host that was meant."""

    agent: str
    base: str = ""
    pause: float = 1.0  # seconds from one request to the next
    patience: float = 20.0  # seconds for one answer
    limit: float = 1200.0  # seconds for all of them
    largest: int = LARGEST  # bytes of one answer
    # By address: what many authorities share is asked for once.
    _answers: dict[str, Answer | Unanswered] = field(default_factory=dict)
    # By host: how many requests in a row got no answer.
    _silences: Counter[str] = field(default_factory=Counter)
    _next: float = 0.0

    def __post_init__(self) -> None:
        self._ends = time.monotonic() + self.limit
        self._session = requests.Session()
        self._session.headers["User-Agent"] = self.agent.encode("ascii", "ignore").decode()
        retry = Retry(
            total=2,
            backoff_factor=self.pause,
            status_forcelist=BUSY,
            allowed_methods=["GET"],
            raise_on_status=False,
            respect_retry_after_header=False,  # it may say an hour
        )
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def get(self, url: str) -> Answer:
        """The answer to a request for `url`: a page, or that it is gone. Raises Unanswered when
        there is none."""
        if url not in self._answers:
            self._answers[url] = self._get(url)
        answer = self._answers[url]
        if isinstance(answer, Unanswered):
            raise answer
        return answer

    def _get(self, url: str) -> Answer | Unanswered:
        host = urlsplit(url).netloc
        if time.monotonic() > self._ends:
            return Unanswered(
                f"was not asked: the {self.limit:.0f} seconds for all requests were over"
            )
        if self._silences[host] >= SILENCES:
            return Unanswered(f"was not asked: {host} gave no answer before")
        time.sleep(max(0.0, self._next - time.monotonic()))
        self._next = time.monotonic() + self.pause
        answer = self._in_time(url)
        self._silences[host] = self._silences[host] + 1 if isinstance(answer, Unanswered) else 0
        return answer

    def _in_time(self, url: str) -> Answer | Unanswered:
        """What comes back within the time for one answer. A host can make one last for ever, drop
        by drop: it is then left alone, and ends with the program."""
        answers: queue.Queue[Answer | Unanswered] = queue.Queue(1)
        threading.Thread(target=lambda: answers.put(self._ask(url)), daemon=True).start()
        try:
            return answers.get(timeout=self.patience)
        except queue.Empty:
            return self._too_late()

    def _too_late(self) -> Unanswered:
        return Unanswered(f"did not answer within {self.patience:g} seconds")

    def _ask(self, url: str) -> Answer | Unanswered:
        try:
            for _ in range(FARTHEST):
                with self._session.get(
                    self._asked(url), timeout=self.patience, stream=True, allow_redirects=False
                ) as answer:
                    onwards = self._session.get_redirect_target(answer)
                    if onwards is None:
                        return self._read(url, answer)
                url = urljoin(url, onwards)
        except requests.Timeout:
            return self._too_late()
        # A ValueError: it leads on to what is no address.
        except (requests.RequestException, ValueError) as error:
            return Unanswered(f"could not be reached ({type(error).__name__})")
        return Unanswered(f"leads on to another address more than {FARTHEST} times")

    def _asked(self, url: str) -> str:
        """The address that is asked in the place of `url`: itself, unless there is a `base`."""
        if not self.base:
            return url
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.base.rstrip('/')}/{parts.netloc}{parts.path}{query}"

    def _read(self, url: str, answer: requests.Response) -> Answer | Unanswered:
        if answer.status_code == TOO_OFTEN:
            self._silences[urlsplit(url).netloc] = SILENCES
        if answer.status_code != OK and answer.status_code not in GONE:
            return Unanswered(f"would not answer (status {answer.status_code})")
        content = b""
        for piece in answer.iter_content(PIECE):
            content += piece
            if len(content) > self.largest:
                return Unanswered("answered with more than can be read")
        if answer.status_code == OK and not content.strip():
            return Unanswered("answered with nothing")
        headers = {name.casefold(): value for name, value in answer.headers.items()}
        return Answer(answer.status_code, url, headers, content)
