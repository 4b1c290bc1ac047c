"""What Mozilla's HTTP Observatory gives for an answer: the tests and points of its algorithm, version 6.

Only what this site can come by is told apart; whatever is worse counts as the worst of its test. The list of domains
that browsers know by heart (five points more) is not asked. https://github.com/mdn/mdn-http-observatory
"""

import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

ENOUGH_FOR_EXTRA = 90
SIX_MONTHS = 15_768_000
BROAD = {"*", "http:", "https:", "ftp:", "data:", "'unsafe-inline'", "'unsafe-eval'"}
SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[^>]*>")


@dataclass
class Answer:
    """An answer over https; `redirect` is where the same address leads over http. Names of headers in lower case."""

    url: str
    status: int
    headers: dict[str, str]
    cookies: list[str] = field(default_factory=list)
    html: str = ""
    redirect: str = ""


def score(answer: Answer) -> int:
    """The whole: 100, less what is missing; what is more than needed counts only for those who miss little."""
    given = points(answer).values()
    losses = 100 + sum(value for value in given if value < 0)
    return 100 + sum(given) if losses >= ENOUGH_FOR_EXTRA else losses


def points(answer: Answer) -> dict[str, int]:
    """Points by test."""
    headers = answer.headers
    return {
        "content-security-policy": _policy(directives(answer)),
        "cookies": _cookies(answer.cookies),
        "cross-origin-resource-sharing": -50 if "access-control-allow-credentials" in headers else 0,
        "redirection": 0 if answer.redirect.startswith(answer.url) else -20,
        "referrer-policy": _token(
            headers,
            "referrer-policy",
            {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"},
            5,
        ),
        "strict-transport-security": _hsts(headers.get("strict-transport-security", "")),
        "subresource-integrity": _integrity(answer.html),
        "x-content-type-options": 0 if headers.get("x-content-type-options") == "nosniff" else -5,
        "x-frame-options": _framing(answer),
        "cross-origin-resource-policy": _token(
            headers, "cross-origin-resource-policy", {"same-origin", "same-site"}, 10, {"cross-origin"}
        ),
        "cross-origin-embedder-policy": _token(
            headers, "cross-origin-embedder-policy", {"require-corp", "credentialless"}, 10, {"unsafe-none"}
        ),
        "cross-origin-opener-policy": _token(
            headers, "cross-origin-opener-policy", {"same-origin", "same-origin-allow-popups"}, 10, {"unsafe-none"}
        ),
    }  # fmt: skip


def directives(answer: Answer) -> dict[str, set[str]]:
    """The content security policy, by directive."""
    parts = answer.headers.get("content-security-policy", "").split(";")
    return {name: set(sources) for name, *sources in (part.split() for part in parts if part.strip())}


def _token(headers, name, good, best, harmless=()):
    if name not in headers:
        return 0
    return best if headers[name] in good else 0 if headers[name] in harmless else -5


def _policy(policy):
    if not policy:
        return -25
    fallback = policy.get("default-src", {"*"})
    script, styles, objects = (policy.get(name, fallback) for name in ("script-src", "style-src", "object-src"))
    if (script | objects) & BROAD:
        return -20
    if any(source.startswith(("http:", "ftp:")) for sources in policy.values() for source in sources):
        return -20
    if styles & BROAD:
        return 0
    return 10 if policy.get("default-src") == {"'none'"} else 5


def _cookies(cookies):
    morsels = [morsel for cookie in cookies for morsel in SimpleCookie(cookie).values()]
    if any("sess" in morsel.key and not (morsel["secure"] and morsel["httponly"]) for morsel in morsels):
        return -40
    if not all(morsel["secure"] and morsel["samesite"] in ("Lax", "Strict") for morsel in morsels):
        return -20
    return 5 if morsels else 0


def _hsts(value):
    age = re.search(r"max-age=(\d+)", value)
    return 0 if age and int(age[1]) >= SIX_MONTHS else -10 if age else -20


def _integrity(html):
    """Every script with a file of its own; the Observatory is content with one."""
    scripts = SCRIPT.findall(html)
    if any(re.search(r'src="(https?:)?//', script) for script in scripts):
        return -50
    return 5 if scripts and all('integrity="sha384-' in script for script in scripts) else 0


def _framing(answer):
    if "frame-ancestors" in directives(answer):
        return 5 if directives(answer)["frame-ancestors"] <= {"'none'", "'self'"} else 0
    return 5 if answer.headers.get("x-frame-options") in ("DENY", "SAMEORIGIN") else -20
