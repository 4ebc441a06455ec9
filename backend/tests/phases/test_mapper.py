import pytest

from trading_api.phases.mapper import imported_as, mapper_of

FIELDS = ["a", "b", "c"]
HELPERS = """
function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value)) as T;
}
function first(x: X_Ws_Backend): number {
  return x.a;
}
"""
# A mapper's text, and the fields of which it makes nothing.
MAPPERS = [
    ("(x: X_Ws_Backend): X {\n  return { a: x.a, b: x.b, c: x.c };", []),
    ("(x: X_Ws_Backend): X {\n  return { ...x };", []),
    ("(x: X_Ws_Backend): X {\n  return { a: x.a, b: x.b };", ["c"]),
    ("({ a, b, c }: X_Ws_Backend): X {\n  return { a, b, c };", []),
    ("({ a, ...rest }: X_Ws_Backend): X {\n  return { ...rest, at: a };", []),
    ("({ a, ...rest }: X_Ws_Backend): X {\n  return { at: a };", ["b", "c"]),
    ("(\n  x: X_Ws_Backend,\n): X {\n  const { a, ...rest } = x;\n  return w(rest, a);", []),
    ("(x: X_Ws_Backend): X {\n  const { a, ...rest } = x;\n  return { a };", ["b", "c"]),
    ("(x: X_Ws_Backend): X {\n  const { a, ...rest } = x;\n  return { ...without(rest), a };", []),
    ("(x: X_Ws_Backend): X {\n  return { one: first(x), b: x.b };", ["c"]),
    ("(x: X_Ws_Backend): X {\n  // ...x\n  return { a: x.a };", ["b", "c"]),
    ("(x: X_Ws_Backend): X {\n  return { a: x.a, inner: [...x.b] };", ["c"]),
]


@pytest.mark.parametrize(("text", "omitted"), MAPPERS)
def test_a_field_that_a_mapper_omits_is_found(text, omitted):
    mapper = mapper_of(f"{HELPERS}export function mapX{text}\n}}\n", "mapX")

    assert mapper is not None and mapper.takes == "X_Ws_Backend"
    assert mapper.omitted(FIELDS) == omitted


def test_a_function_of_two_values_is_no_mapper():
    assert mapper_of("function mapX(x: X, y: Y): Z {\n  return x;\n}\n", "mapX") is None


def test_the_type_behind_a_name_of_the_convention():
    text = 'import type { Bar as Bar_Ws_Backend } from "@clients/ws-types-generated";'

    assert imported_as(text, "Bar_Ws_Backend") == "Bar"
    assert imported_as(text, "Ba") is None
