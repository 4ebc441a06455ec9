"""What an operator does about each log event, close code and error code.

The lists of events and codes are the code's; a test says when one is missing here.
"""

EVENTS: dict[str, str] = {
    "account_failed": "an account's machine raised on an input, traceback beside it; "
    "`account_suspended` follows. Keep the ledger's file and report it",
    "account_suspended": "the account takes nothing until a restart, the others trade. "
    "Start the server again to try once more",
    "accounts_put_aside": "`--replay-from-start` began anew; the old accounts are in the named "
    "file. Restore it to have them back",
    "authorize_failed": "a module's `authorize` raised; the subscription was refused. "
    "Its traceback names the fault",
    "command_failed": "a command raised inside the engine: it was refused `internal_error`, "
    "nothing was done. Report it with the traceback",
    "commit_failed": "nothing of the batch was written, all of it was refused; `step` is the "
    "account's last. Look at free space, rights and the disk",
    "commit_listener_failed": "a commit is durable, but its streams were not told; clients "
    "recover by history. Report it with the traceback",
    "commands_unanswered": "the server was asked to end while commands were at work for too long; "
    "what they did is durable or did not happen: send them again under their keys",
    "connection_closed": "how a connection ended and after how long. A warning names a client "
    "that was thrown out: see its close code",
    "create_topic_failed": "a module could not start a stream; its subscribers were refused "
    "`topic_failed`. Its traceback names the fault",
    "data_refused": "a source sent what cannot be; it was dropped, nobody saw it. Logged at 1, 2, "
    "4, 8 … of a symbol and reason: `total` counts. `reason` and `detail` go to whoever runs the "
    "source",
    "drain_failed": "the leave of the server raised, traceback beside it; it closed its streams "
    "and ended all the same. What was committed is durable. Report it",
    "engine_room_failed": "the thread that trades has ended: nothing trades until a restart. "
    "Run `trading-pro doctor` first",
    "feed_failed": "the price feed raised after a commit; the accounts are read again. "
    "Look at the feed's own messages",
    "first_account_refused": "the first account could not be opened and is tried again each "
    "second; the reason is beside it",
    "history_faulty": "a record has a hole at `step`: the subscription ended with "
    "`topic_failed`. Run `trading-pro doctor`",
    "history_unreadable": "reading a record raised; the subscription ended with `topic_failed` "
    "and clients ask again. Look at the disk",
    "ledger_alarm": "the books contradict themselves. Stop the server, keep the file, run "
    "`trading-pro doctor`, restore a backup",
    "ledger_restored": "a backup took the ledger's place; the old file is kept under the "
    "named name",
    "ledger_unusable": "nothing trades: `locked` by another server, or `corrupt` at the named "
    "place. `reason` says what to do; `/api/v1/health` has it too",
    "peer_gone": "a client left while it was written to; nothing to do",
    "producer_died": "a source raised and is started again after a growing delay; its "
    "subscribers were told `producer_failed`. The traceback names the fault",
    "received_not_kept": "what was received lately could not be written and counts as not heard; "
    "the streams go on. Look at free space and rights of the file",
    "received_not_read": "charts do without what was received earlier. Move the named file away "
    "if it is damaged",
    "refused": "a Host or Origin that is not the server's. Behind a proxy: TP_ALLOWED_HOSTS, "
    "`proxy_set_header Host`; else somebody knocks who should not",
    "remove_topic_failed": "a module raised while a stream was stopped; something of it may "
    "still run. Report it with the traceback",
    "request_failed": "a REST request raised and was answered `internal_error`; the traceback "
    "is beside it",
    "send_failed": "writing to one connection raised; it was ended, the others go on. Report it",
    "shutdown_cut_short": "something did not stop in time and was left. What was committed is "
    "durable",
    "snapshot_failed": "a module could not say a topic's state; the subscription was refused "
    "`topic_failed`",
    "turn_failed": "the feed or the engine raised; the whole batch was refused and nothing of it "
    "was done. The traceback names the fault",
    "update_refused": "a module published what does not fit its model or is too large; it was "
    "not sent. A fault of that module",
    "workspace_restored": "a backup took the place of layouts, watchlists and settings; the old "
    "ones are kept under the named name",
    "websocket_failed": "a connection's code raised; that connection ended. Report it with the "
    "traceback",
}

CLOSES: dict[int, str] = {
    1002: "a client broke the protocol; another client library, or a proxy that meddles",
    1007: "a client sent bytes that are no UTF-8",
    1008: "foreign Host or Origin: see `refused` in the log",
    1009: "a client sent a frame above TP_FRAME_BYTES",
    4000: "the server ends; clients come back by themselves",
    4008: "a client took nothing for TP_SEND_STALL_S; it comes back and recovers. "
    "Many at once: the network between, or a proxy that does not pass on",
    4401: "none: clients sign in again and come back",
    4500: "the client's rights were taken; it does not come back",
    4508: "a client sent TP_BAD_FRAMES bad frames: a faulty client; it does not come back",
}
