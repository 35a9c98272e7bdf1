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

LARGEST = 8_000_000  # bytes of one answer; a whole Act has about five million
FARTHEST = 8  # addresses, of which each leads on to the next
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
    _answers: dict = field(
        default_factory=dict
    )  # by address: what many authorities share is asked for once
    _silences: Counter = field(
        default_factory=Counter
    )  # by host: how many requests in a row got no answer
    _next: float = 0.0

    def __post_init__(self):
        self._ends = time.monotonic() + self.limit
        self._session = requests.Session()
        self._session.headers["User-Agent"] = self.agent.encode("ascii", "ignore").decode()
        retry = Retry(
            total=2,
            backoff_factor=self.pause,
            status_forcelist=BUSY,
            allowed_methods=["GET"],
            raise_on_status=False,
            respect_retry_after_header=False,
        )  # it may say an hour
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def get(self, url: str) -> Answer:
        """The answer to a request for `url`: a page, or that it is gone. Raises Unanswered when
        there is none."""
        if url not in self._answers:
            self._answers[url] = self._get(url)
        if isinstance(self._answers[url], Unanswered):
            raise self._answers[url]
        return self._answers[url]

    def _get(self, url):
        host = urlsplit(url).netloc
        if time.monotonic() > self._ends:
            return Unanswered(
                f"was not asked: the {self.limit:.0f} seconds for all requests were over"
            )
        if self._silences[host] >= SILENCES:
            return Unanswered(f"was not asked: {host} gave no answer before")
        time.sleep(max(0.0, self._next - time.monotonic()))
        self._next = time.monotonic() + self.pause
        found = self._in_time(url)
        self._silences[host] = self._silences[host] + 1 if isinstance(found, Unanswered) else 0
        return found

    def _in_time(self, url):
        """What comes back within the time for one answer. A host can make one last for ever, drop
        by drop: it is then left alone, and ends with the program."""
        found = queue.Queue(1)
        threading.Thread(target=lambda: found.put(self._ask(url)), daemon=True).start()
        try:
            return found.get(timeout=self.patience)
        except queue.Empty:
            return Unanswered(f"did not answer within {self.patience:g} seconds")

    def _ask(self, url):
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
            return Unanswered(f"did not answer within {self.patience:g} seconds")
        except (
            requests.RequestException,
            ValueError,
        ) as error:  # a ValueError: it leads on to what is no address
            return Unanswered(f"could not be reached ({type(error).__name__})")
        return Unanswered(f"leads on to another address more than {FARTHEST} times")

    def _asked(self, url):
        parts = urlsplit(url)
        return (
            f"{self.base.rstrip('/')}/{parts.netloc}{parts.path}{'?' + parts.query if parts.query else ''}"
            if self.base
            else url
        )

    def _read(self, url, answer):
        if answer.status_code == TOO_OFTEN:
            self._silences[urlsplit(url).netloc] = SILENCES
        if answer.status_code != 200 and answer.status_code not in GONE:
            return Unanswered(f"would not answer (status {answer.status_code})")
        content = b""
        for piece in answer.iter_content(65536):
            content += piece
            if len(content) > LARGEST:
                return Unanswered("answered with more than can be read")
        if answer.status_code == 200 and not content.strip():
            return Unanswered("answered with nothing")
        return Answer(
            answer.status_code,
            url,
            {name.casefold(): value for name, value in answer.headers.items()},
            content,
        )
