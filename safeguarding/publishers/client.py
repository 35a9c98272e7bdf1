"""A guest with manners: one request a second, a name and an address, patience with a busy host, and an end."""

import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

LARGEST = 8_000_000  # bytes of one answer; a whole Act has about five million
BUSY = (429, 500, 502, 503, 504)


class Unanswered(Exception):
    """Why a publisher's answer tells nothing: what went wrong, in words for a person."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the address it came from, its headers (names in small letters) and its bytes."""

    status: int
    url: str
    headers: dict[str, str]
    content: bytes


@dataclass
class Client:
    """Asks for addresses. With `base`, like http://127.0.0.1:8000, that host is asked for everything, under the name of the host that was meant."""

    agent: str
    base: str = ""
    pause: float = 1.0  # seconds from one request to the next
    patience: float = 20.0  # seconds for one answer
    limit: float = 1200.0  # seconds for all of them
    _answers: dict = field(default_factory=dict)  # by address: what many authorities share is asked for once
    _next: float = 0.0

    def __post_init__(self):
        self._ends = time.monotonic() + self.limit
        self._session = requests.Session()
        self._session.headers["User-Agent"] = self.agent.encode("ascii", "ignore").decode()
        retry = Retry(total=2, read=False, backoff_factor=self.pause, status_forcelist=BUSY, allowed_methods=["GET"], raise_on_status=False, backoff_max=30)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def get(self, url: str) -> Answer:
        """The answer to a request for `url`. Raises Unanswered when there is none, or none that can be used."""
        if url not in self._answers:
            self._answers[url] = self._get(url)
        if isinstance(self._answers[url], Unanswered):
            raise self._answers[url]
        return self._answers[url]

    def _get(self, url):
        if time.monotonic() > self._ends:
            return Unanswered(f"was not asked: the {self.limit:.0f} seconds for all requests were over")
        time.sleep(max(0.0, self._next - time.monotonic()))
        self._next = time.monotonic() + self.pause
        try:
            with self._session.get(self._asked(url), timeout=self.patience, stream=True) as answer:
                content = self._content(answer)
        except requests.Timeout:
            return Unanswered(f"did not answer within {self.patience:g} seconds")
        except requests.RequestException as error:
            return Unanswered(f"could not be reached ({type(error).__name__})")
        if content is None:
            return Unanswered("answered with more than can be read, or too slowly")
        if answer.status_code in BUSY or answer.status_code in (401, 403):
            return Unanswered(f"would not answer (status {answer.status_code})")
        return Answer(answer.status_code, answer.url, {name.casefold(): value for name, value in answer.headers.items()}, content)

    def _asked(self, url):
        parts = urlsplit(url)
        return f"{self.base.rstrip('/')}/{parts.netloc}{parts.path}{'?' + parts.query if parts.query else ''}" if self.base else url

    def _content(self, answer):
        """The bytes of the answer, or None when they are too many or drip in for too long."""
        found, ends = b"", time.monotonic() + self.patience
        for piece in answer.iter_content(65536):
            found += piece
            if len(found) > LARGEST or time.monotonic() > ends:
                return None
        return found
