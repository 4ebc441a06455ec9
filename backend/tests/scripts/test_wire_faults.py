"""What `make wire-faults` does with faults that nobody outside can see, and what it reports."""

import pytest
from mutants.table import Fault, TableError
from wire_faults.excuses import excuses
from wire_faults.judging import servers_of
from wire_faults.report import Finding, report
from wire_faults.run import wire_faults


def fault(file: str = "backend/src/trading_api/shared/ws/frames.py") -> Fault:
    return next(one for one in wire_faults() if str(one.file) == file)


def test_every_excuse_names_a_fault_and_gives_a_reason():
    excused = excuses(wire_faults())

    assert excused and all(excused.values())
    assert len(excused) < len(wire_faults()) / 5


def test_an_excuse_of_no_fault_is_refused(tmp_path):
    table = tmp_path / "excused.toml"
    table.write_text('[F1]\n"long mended" = "nobody sees it"\n')

    with pytest.raises(TableError, match="expected a fault of F1, got 'long mended'"):
        excuses(wire_faults(), table)


def test_what_sits_in_a_module_is_judged_in_the_product():
    of_the_broker = "backend/src/trading_api/modules/broker/wire.py"

    assert servers_of(fault(of_the_broker)) == ("product",)
    assert servers_of(fault()) == ("practice", "any")


def test_a_fault_that_nobody_sees_and_nobody_excuses_is_not_settled():
    hidden = Finding(fault(), "HIDDEN", "")
    excused = Finding(fault(), "excused", "the table is in the code")

    assert not hidden.is_settled and excused.is_settled
    assert f"HIDDEN    {fault().rule}  {fault().what}" in report([hidden, excused])
    assert report([hidden, excused]).endswith("in rules of the wire: 2: 1 HIDDEN, 1 excused")
