"""Edits at places of a syntax tree or at anchors: found once, or refused with the reason."""

import pytest

from trading_api.scaffold import adapter_edits, model_exports, router_edits
from trading_api.scaffold.python_edits import PythonSource
from trading_api.scaffold.refusal import Refused
from trading_api.scaffold.script_edits import ScriptSource
from trading_api.scaffold.stream import asked_for

NEWS = asked_for("news", "weather", fields=["n:int"])
MODELS = "trading_api.models.news"
ROUTES = """from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    OldWsRouter: TypeAlias = WsRouter[OldSubscriptionRequest, Old]
else:
    from .ws_generated import OldWsRouter


class WeatherWsRouters(list[WsRouteInterface]):
    def __init__(self, service: Any) -> None:
        old = OldWsRouter(route="old", service=service)  # the first of all
        super().__init__([old])
"""
ADAPTER = """
export interface WsAdapterType {
  old: WsStream<never, Old>;
}
"""


def routed(text: str) -> str:
    return router_edits.add_router(PythonSource("ws.py", text), NEWS, MODELS).text


def test_a_router_stands_where_the_others_do():
    text = routed(ROUTES)

    assert "\n    NewsWsRouter: TypeAlias = WsRouter[NewsSubscriptionRequest, News]\nelse" in text
    assert '        news = NewsWsRouter(route="news", tags=["weather"], service=' in text
    assert "super().__init__([old, news])" in text
    assert "# the first of all" in text


def test_a_module_that_lists_constructions_gets_one_more():
    text = routed(ROUTES.replace("[old]", '[OldWsRouter(route="older", service=service)]'))

    assert 'service=service), NewsWsRouter(route="news"' in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("list[WsRouteInterface]", "tuple", "derives from list[WsRouteInterface] once, found it 0"),
        ("super().__init__([old])", "super().__init__(found)", "with the routes in it once"),
        ("else:\n    from .ws_generated import OldWsRouter\n", "", "expected an `else:`"),
        ("if TYPE_CHECKING:", "if TYPE_CHECKING:\n    pass\nif TYPE_CHECKING:", "found it 2 times"),
        ("def __init__", "def init", "expected an __init__ of the routes once"),
        ("class ", "class class ", "ws.py:9: invalid syntax; mend it first"),
    ],
)
def test_a_ws_file_of_another_shape_is_refused(old, new, said):
    with pytest.raises(Refused) as refused:
        routed(ROUTES.replace(old, new))

    assert said in str(refused.value)


@pytest.mark.parametrize("kept", ["pass", "self._settings = settings or Settings()"])
def test_any_module_hands_its_routes_the_data_directory_and_is_restored(kept):
    text = f"""class Module:
    def __init__(self, settings: Settings | None = None) -> None:
        {kept}

    def routes(self):
        return Routes(self.service)
"""
    added = router_edits.add_argument(PythonSource("__init__.py", text), "Routes")

    assert "data_dir)" in added.text
    assert added.text.count("(settings or Settings()).data_dir") == (kept == "pass")
    assert router_edits.remove_argument(added, "Routes").text == text


def test_a_lossless_stream_needs_a_module_that_is_given_its_settings():
    source = PythonSource("__init__.py", "def routes(self):\n    return Routes(self.service)\n")

    with pytest.raises(Refused, match=r"an __init__ with `settings: Settings \| None = None`"):
        router_edits.add_argument(source, "Routes")


def test_names_are_exported_once():
    source = PythonSource(
        "__init__.py", '"""M."""\n\nfrom .old import News\n\n__all__ = ["News"]\n'
    )

    with pytest.raises(Refused, match="News is exported already"):
        model_exports.add(source, "news", ["News"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "expected lines such as"),
        ('import type { A } from "./a";\n' * 2, "expected one import of names from '@clients/"),
        ('import type { A } from "./a";\n' + ADAPTER, "one import of names from '@clients/"),
    ],
)
def test_an_adapter_of_another_shape_is_refused(text, said):
    with pytest.raises(Refused) as refused:
        adapter_edits.add_client(ScriptSource("wsAdapter.ts", text), NEWS)

    assert said in str(refused.value)


@pytest.mark.parametrize("times", [0, 2])
def test_what_is_to_be_removed_stands_there_once(times):
    source = ScriptSource("wsAdapter.ts", "  news: WsStream<Request, News>;\n" * times)

    with pytest.raises(Refused, match=f"once, found it {times} times"):
        source.without_statement("news: WsStream<")


def test_a_statement_ends_where_its_block_does():
    lines = ["if (a) {", "  b();", "}", "c(", "  d,", ");", "e();"]
    source = ScriptSource("x.ts", "".join(f"  {line}\n" for line in lines))

    left = source.without_statement("if (a)").without_statement("c(")

    assert left.text == "  e();\n"
