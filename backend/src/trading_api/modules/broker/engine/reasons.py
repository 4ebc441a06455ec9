"""Why an order waits or has ended: codes that orders carry, apart from those of refusals."""

REASONS: dict[str, str] = {
    "MARKET_CLOSED": "waits: the market is closed",
    "MARKET_STALE": "waits: the newest price is too old",
    "MARKET_PRICE_UNKNOWN": "waits: the market has no price yet",
    "MARKET_THIN": "waits: the displayed size is used up until the level changes",
    "ORDER_CANCELED": "canceled as asked",
    "ORDER_EXPIRED": "canceled: its time in force has ended",
    "ORDER_IOC_REST": "canceled: the rest of an immediate-or-cancel order",
    "ORDER_FOK_UNFILLED": "canceled: not all of a fill-or-kill order could be filled at once",
    "ORDER_NOT_REDUCING": "canceled: reduce-only, and there is no position left to reduce",
    "OCO_FILLED": "canceled: another order of its one-cancels-other group was filled",
    "BRACKET_FILLED": "canceled: the other child of its pair closed what it protected",
    "BRACKET_ENDED": "canceled: the entry that it belongs to ended without a fill",
    "BRACKET_REPLACED": "canceled: the position's protection was replaced",
    "BRACKET_EXCESS": "canceled: the position became smaller than what protected it",
    "POSITION_CLOSED": "canceled: the position that it protected is closed",
    "POSITION_REVERSED": "canceled: the position that it protected changed its side",
    "ACCOUNT_KILLED": "canceled by the kill switch",
    "ACCOUNT_RESET": "canceled: the account was reset",
    "MARGIN_INSUFFICIENT": "rejected at the fill: the account lacks buying power",
}
