"""Kinds of change of the requests over HTTP, and of whole documents."""

from .kind import ACCEPT, ADD, Kind, breaking, compatible

REST = (
    breaking("request-removed", "a request is gone", "who makes it is answered 404 or 405", ADD),
    compatible("request-added", "a new request", "nobody is made to make it"),
    breaking(
        "body-required", "a request needs a body", "who sends none is refused", "keep it optional"
    ),
    compatible("body-optional", "a request's body may be left out", "who sends it is served"),
    breaking(
        "body-removed", "a request's body is no longer read", "who says something by it", ACCEPT
    ),
    breaking("media-removed", "a content type is gone", "who sends it, or reads it alone", ADD),
    compatible("media-added", "another content type", "the old one still works"),
    breaking(
        "success-added",
        "success has a new status",
        "who waits for the old one alone",
        "keep the status",
    ),
    breaking(
        "success-removed", "success has another status", "who waits for it", "keep the status"
    ),
    compatible("refusal-added", "a request may be refused with a status", "the code says why (E1)"),
    compatible("refusal-removed", "a status of refusal is gone", "less can go wrong"),
    compatible(
        "refusal-code-added", "a request may be refused with a code", "the code is in the table"
    ),
    breaking(
        "refusal-code-removed",
        "a request is no longer refused with a code",
        "who knows it does not know what comes instead",
        "refuse with the old code",
    ),
    compatible("deprecated", "marked as going, or no longer", "it works as before"),
)

DOCUMENTS = (
    Kind(
        "version-raised",
        "documentation",
        "a new contract version",
        "pages are asked to reload (F8)",
    ),
    breaking(
        "version-lowered",
        "the contract version went back",
        "clients of the newer one think that they are current",
        "raise it",
    ),
    Kind("described-otherwise", "documentation", "other words or examples", "the wire is the same"),
    Kind(
        "renamed",
        "documentation",
        "another name that never crosses the wire",
        "only new code has it",
    ),
    breaking(
        "document-missing",
        "a document of the contract is gone",
        "who builds on it",
        "`trading-pro spec export` writes it",
    ),
    Kind("document-added", "documentation", "a document that was not there", "nothing to compare"),
    breaking(
        "unknown",
        "the court does not know what this does",
        "perhaps everybody: what it does not know it takes for breaking",
        "teach the court this kind of change, with its seeded changes",
    ),
)
