"""What a command line may ask for, and why the rest is refused."""

import keyword
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import create_model

from trading_api.models.wire import WireModel
from trading_api.scaffold.module import new_module
from trading_api.scaffold.naming import check_member, check_route, pascal, snake
from trading_api.scaffold.stream import Member, asked_for
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.request_models import check_request_model


def asked(**changed: Any) -> Any:
    line = {"route": "news", "module": "datafeed", "params": ["symbol:str"], "fields": ["n:int"]}
    return asked_for(**(line | changed))


def test_a_stream_has_one_name_in_every_language():
    stream = asked(route="big-moves", fields=["bid_size:decimal"], key="bid_size")

    assert (stream.model, stream.request) == ("BigMoves", "BigMovesSubscriptionRequest")
    assert (stream.folder, stream.member) == ("big_moves", "bigMoves")
    assert stream.fields == (Member("bid_size", "decimal"),)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"route": "News"}, "expected lower case words joined by '-'"),
        ({"route": "big_moves"}, "expected lower case words joined by '-'"),
        ({"route": "2nd"}, "expected lower case words joined by '-'"),
        ({"route": "a--b"}, "expected lower case words joined by '-'"),
        ({"route": "../news"}, "expected lower case words joined by '-'"),
        ({"route": "n" * 25}, "at most 24 characters"),
        ({"route": "x"}, "expected a longer name; of one letter"),
        ({"route": "ping"}, "that one is reserved"),
        ({"route": "class"}, "that one is reserved"),
        ({"route": "import"}, "that one is reserved"),
        ({"route": "export"}, "that one is reserved"),
        ({"route": "symbol"}, "its model Symbol would hide a type of that name"),
        ({"module": "Data"}, "expected one lower case word"),
        ({"module": "data-feed"}, "expected one lower case word"),
        ({"module": "async"}, "that one is reserved"),
        ({"params": ["symbol"]}, "--param: expected name:type, got 'symbol'"),
        ({"params": ["price:float"]}, "--param price: expected a type of str, int, bool"),
        ({"params": ["price:decimal"]}, "got 'decimal'"),
        ({"params": ["listener:str"]}, "that one is reserved"),
        ({"fields": []}, "--field: expected at least one"),
        ({"fields": ["n:number"]}, "expected a type of str, int, float, decimal, bool"),
        ({"fields": ["n:"]}, "got ''"),
        ({"fields": ["n :int"]}, "expected a name such as price or bid_size"),
        ({"fields": ["_n:int"]}, "expected a name such as price or bid_size"),
        ({"fields": ["class:int"]}, "that one is reserved"),
        ({"fields": ["copy:int"]}, "that one is reserved"),
        ({"fields": ["model_x:int"]}, "models own `model_`"),
        ({"fields": ["self:int"]}, "that one is reserved"),
        ({"fields": ["str:str"]}, "that one is reserved"),
        ({"fields": ["constructor:int"]}, "that one is reserved"),
        ({"fields": ["n:int", "n:str"]}, "expected each name once"),
        ({"fields": ["bid_size:int", "bidSize:int"]}, "expected each name once"),
        ({"delivery": "fast"}, "expected one of latest, recent, lossless, got 'fast'"),
        ({"key": "m"}, "--key: expected one of the fields n, got 'm'"),
        ({"key": "n", "delivery": "lossless"}, "--key: expected --delivery latest beside it"),
        ({"key": "n", "delivery": "recent"}, "a recent stream keeps each"),
    ],
)
def test_what_cannot_be_written_is_refused_with_the_reason(changed, said):
    with pytest.raises(ConfigurationError) as refused:
        asked(**changed)

    assert said in str(refused.value)


@given(st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True) | st.sampled_from(keyword.kwlist))
def test_every_accepted_field_makes_a_model(name):
    try:
        check_member(name, "--field")
    except ConfigurationError:
        return

    members: Any = {name: (int, ...)}
    model = create_model("Told", __base__=WireModel, **members)

    assert model(**{name: 1}).model_dump() == {name: 1}
    check_request_model(model)


@given(st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True) | st.sampled_from(keyword.kwlist))
def test_every_accepted_route_is_a_name_in_both_languages(route):
    try:
        check_route(route)
    except ConfigurationError:
        return

    assert snake(route).isidentifier() and pascal(route).isidentifier()
    assert not keyword.iskeyword(snake(route))


def test_a_modules_name_is_judged_before_anything_is_read(tmp_path):
    with pytest.raises(ConfigurationError, match="expected one lower case word"):
        new_module(tmp_path, "../weather")
