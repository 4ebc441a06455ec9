"""What `doctor` sees in a source tree."""

import json

import pytest

from trading_api.cli.checks import generated

MAPPERS = "names in mappers.ts"
TOPICS = "topics are built as contract/topics.json has them"


def finding(root, subject):
    [check] = [check for check in generated.checks(root) if check.subject == subject]
    return check.examine()


def plant_mappers(root, text, beside=""):
    folder = root / "frontend" / "src" / "plugins"
    (folder / "mappers").mkdir(parents=True)
    (folder / "mappers.ts").write_text(text)
    (folder / "mappers" / "requests.ts").write_text(beside)


def plant_vector(root, **changes):
    vector = {"name": "a bar", "route": "bars", "params": {"symbol": "A"}}
    (root / "contract").mkdir()
    text = json.dumps({"topics": [vector | changes]})
    (root / "contract" / "topics.json").write_text(text)


@pytest.mark.parametrize("subject", [MAPPERS, TOPICS])
def test_without_a_source_tree_nothing_is_wrong(subject):
    assert finding(None, subject).verdict == "not checked"


def test_backend_types_named_by_their_source_are_fine(tmp_path):
    plant_mappers(
        tmp_path,
        'import type { Bar as Bar_Ws_Backend } from "@clients/ws-types-generated";\n'
        'import type { Bar } from "@public/trading_terminal/charting_library";\n',
    )

    assert finding(tmp_path, MAPPERS).verdict == "ok"


def test_a_backend_type_without_its_source_is_named(tmp_path):
    plant_mappers(
        tmp_path,
        'import type {\n  Bar as Bar_Ws_Backend,\n  QuoteData,\n} from "@clients/ws";\n',
    )

    found = finding(tmp_path, MAPPERS)

    assert found.verdict == "failed"
    assert found.detail == "imported without a source in the name: QuoteData"


def test_the_folder_of_mappers_is_read_as_well(tmp_path):
    plant_mappers(tmp_path, "", 'import type { PreOrder } from "@clients/trader";\n')

    assert finding(tmp_path, MAPPERS).detail.endswith("in the name: PreOrder")


def test_topics_that_agree_are_counted(tmp_path):
    plant_vector(tmp_path, topic='bars:{"symbol":"A"}')

    found = finding(tmp_path, TOPICS)

    assert found.verdict == "ok"
    assert found.detail.startswith("1 vectors")


def test_T2_a_topic_built_otherwise_is_named(tmp_path):
    plant_vector(tmp_path, topic='bars:{"symbol": "A"}')

    found = finding(tmp_path, TOPICS)

    assert (found.verdict, found.detail) == ("failed", 'a bar: built bars:{"symbol":"A"}')
