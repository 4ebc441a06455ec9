"""What a fill is charged: what its order owes more after it than before."""

from trading_api.modules.broker.engine.profile import NO_FEES, RATE_SCALE, FeeSchedule


def owed(schedule: FeeSchedule, qty: int, qty_scale: int, notional: int) -> int:
    """Return what an order owes in all once `qty` for `notional` (money) of it is filled."""
    if qty == 0:
        return 0
    fee = (
        schedule.fixed
        + schedule.per_share * qty // qty_scale
        + schedule.rate * notional // RATE_SCALE
    )
    return max(fee, schedule.minimum)


def fee_of(
    schedule: FeeSchedule, before: tuple[int, int], fill: tuple[int, int], qty_scale: int
) -> int:
    """Return the fee of a fill; `before` and `fill` are quantity and notional, both unsigned."""
    if schedule is NO_FEES:
        return 0
    qty, notional = before
    after = owed(schedule, qty + fill[0], qty_scale, notional + fill[1])
    return after - owed(schedule, qty, qty_scale, notional)
