"""A stream is written into a checkout, or taken back, as a whole or not at all."""

import re
from collections.abc import Iterable
from pathlib import Path

from .change import Change, refuse_uncommitted, unlike
from .places import BACKEND, FRONTEND, MODELS, created, edits, module_folder
from .reading import modules_of, owner, read_stream
from .refusal import Refused
from .stream import Stream
from .workshop import GENERATED, Workshop, opened, text_of

Texts = dict[str, str | None]


def new_stream(root: Path, stream: Stream) -> Change:
    """Return the change that writes a stream; the checkout at `root` is only read.

    The change was made, generated and taken back in a copy: what it says can be undone.

    Raises:
        Refused: a name is taken, a file is not as expected, or work is not committed.
    """
    _refuse_taken(root, stream)
    others = [edit.path for edit in edits(root, stream)]
    generated = [*GENERATED, f"{module_folder(stream.module)}/ws_generated"]
    refuse_uncommitted(root, [*others, *generated])
    with opened(root) as shop:
        before = shop.generated_before()
        written = add_sources(shop, stream)
        shop.generate()
        change = _change(shop, written, before)
        remove_sources(shop, stream)
        shop.generate()
        lost = unlike({path: text_of(root / path) for path in others}, _texts(shop, others))
        lost += unlike(dict(before), dict(shop.generated()))
    if lost:
        raise Refused(
            f"{lost[0]} could not be restored byte for byte if the stream were removed: run"
            " `make generate` and `make fix`, commit, and try again"
        )
    return change


def remove_stream(root: Path, route: str, *, force: bool = False) -> Change:
    """Return the change that takes a stream back; the checkout at `root` is only read.

    What `new stream` would write now, without it, is compared with what is there.

    Raises:
        Refused: there is no such stream, or (without `force`) something was written by hand since.
    """
    stream = read_stream(root, route)
    with opened(root) as shop:
        before = shop.generated_before()
        own = [*created(root, stream)]
        there = [*own, *(edit.path for edit in edits(root, stream))]
        remove_sources(shop, stream)
        without = _texts(shop, there)
        add_sources(shop, stream)
        by_hand = [path for path in there if not _is_as_written(shop, path, is_own=path in own)]
        if by_hand and not force:
            raise Refused(
                f"written by hand since: {', '.join(by_hand)}; nothing was removed. `--force`"
                " removes the stream with what was written"
            )
        for path, text in without.items():
            if text is None:
                shop.remove(path)
            else:
                shop.write(path, text)
        shop.generate()
        return _change(shop, there, before)


def add_sources(shop: Workshop, stream: Stream) -> list[str]:
    """Write what is not generated, and return the paths."""
    own, others = created(shop.folder, stream), edits(shop.folder, stream)
    for edit in others:
        shop.write(edit.path, edit.add(_present(shop, edit.path)))
    for path, text in own.items():
        shop.write(path, text)
    paths = [*own, *(edit.path for edit in others)]
    shop.format(paths)
    return paths


def remove_sources(shop: Workshop, stream: Stream) -> None:
    """Undo `add_sources`."""
    own, others = created(shop.folder, stream), edits(shop.folder, stream)
    for edit in others:
        shop.write(edit.path, edit.remove(_present(shop, edit.path)))
    for path in own:
        shop.remove(path)
    shop.format([edit.path for edit in others])


def _change(shop: Workshop, written: Iterable[str], before: dict[str, str]) -> Change:
    change = Change()
    for path in written:
        change.add(path, text_of(shop.root / path), shop.text(path))
    after = shop.generated()
    for path in sorted({*before, *after}):
        change.add(path, before.get(path), after.get(path))
    return change


def _is_as_written(shop: Workshop, path: str, *, is_own: bool) -> bool:
    """Compare a file with what was written anew; another stream may stand behind this one."""
    there, anew = text_of(shop.root / path), shop.text(path)
    return there == anew if is_own else _words(there) == _words(anew)


def _words(text: str | None) -> list[str]:
    """Return the words and signs of a file in any order, without the commas of its layout."""
    return sorted(re.findall(r"\w+|[^\w\s,]", text or ""))


def _texts(shop: Workshop, paths: Iterable[str]) -> Texts:
    return {path: shop.text(path) for path in paths}


def _present(shop: Workshop, path: str) -> str:
    text = shop.text(path)
    if text is None:
        raise Refused(f"expected the file {path}, found none")
    return text


def _refuse_taken(root: Path, stream: Stream) -> None:
    modules = modules_of(root)
    if stream.module not in modules:
        raise Refused(_no_module(root, stream.module, modules))
    taken = owner(root, stream.route)
    if taken is not None:
        raise Refused(f"the stream {stream.route!r} is served by {taken!r} already")
    there = [path for path in created(root, stream) if (root / path).exists()]
    folder = f"{module_folder(stream.module)}/{stream.folder}"
    for path in (folder, f"{folder}.py"):
        there += [path] if (root / path).exists() else []
    if there:
        raise Refused(f"{there[0]} is there already: choose another name, or remove it")
    _refuse_models(root, stream)
    _refuse_plugins(root, stream)


def _no_module(root: Path, name: str, modules: list[str]) -> str:
    expected = f"expected one of {', '.join(modules)}"
    if (root / module_folder(name)).exists():
        return f"the module {name!r} has no ws.py, so no streams: {expected}"
    return f"no module {name!r}: {expected}; `trading-pro new module {name}` makes one"


def _refuse_models(root: Path, stream: Stream) -> None:
    """Refuse names of models that others have: the contract knows each by its name alone."""
    named = re.compile(rf"^class ({stream.model}|{stream.request})\b", re.MULTILINE)
    for path in sorted((root / BACKEND / MODELS.rpartition(".")[2]).rglob("*.py")):
        found = named.search(path.read_text(encoding="utf-8"))
        if found:
            where = path.relative_to(root)
            raise Refused(f"{where} has a model {found[1]} already: choose another name")


def _refuse_plugins(root: Path, stream: Stream) -> None:
    """Refuse names that the front end's plugins have for something else."""
    named = re.compile(rf"\b({stream.model}|{stream.request}|map{stream.model})\b")
    for path in (f"{FRONTEND}/plugins/mappers.ts", f"{FRONTEND}/plugins/wsAdapter.ts"):
        found = named.search(text_of(root / path) or "")
        if found:
            raise Refused(f"{path} names {found[1]} already: choose another name")
