// Generated from the contract; never edited by hand.

export interface paths {
    "/api/v1/broker/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account Info
         * @description Describe an account; the headers are the place of its `account` stream.
         */
        get: operations["getAccountInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/account/equity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Equity History
         * @description List what the account was worth, by its steps: the last one of each part of the time.
         *
         *     Before them stands what the time began with: the last step before `from`, or the first one
         *     of the account. Between steps prices move: the stream
         *     `equity` tells of that, and nothing keeps it.
         */
        get: operations["getEquityHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Accounts
         * @description List the accounts, in the order in which they were opened.
         */
        get: operations["getAccounts"];
        put?: never;
        /**
         * Open Account
         * @description Open a paper account.
         *
         *     With an idempotency key, asking again for the account as it was opened is answered again.
         */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/accounts/{account_id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Account
         * @description Start an account anew: orders canceled, positions taken away, cash as at first.
         *
         *     What happened stays in its record, and its streams go on.
         */
        post: operations["resetAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get All Executions
         * @description List the executions in all instruments, ascending; without `limit` all of them.
         *
         *     Executions of the account are numbered from 1, which their ids end with.
         */
        get: operations["getAllExecutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/executions/{execution_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain Execution
         * @description Return everything that an execution was computed from, and the same numbers again.
         *
         *     Prices and quantities in it are integers in the instrument's units (`scales`), money in
         *     10^-12 of the account's currency.
         */
        get: operations["explainExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/executions/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Executions
         * @description List the executions in one instrument, ascending; without `limit` all of them.
         *
         *     Executions of the account are numbered from 1, which their ids end with.
         */
        get: operations["getExecutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/kill-switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kill Switch
         * @description Cancel every entry and stop trading, in one step; `flatten` closes the positions too.
         *
         *     What protects positions stays, unless they are closed. `resume` is a separate act.
         */
        post: operations["killSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/leverage/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leverage Info
         * @description Return the leverage of an instrument, and its bounds.
         */
        get: operations["leverageInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/leverage/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Leverage
         * @description Say what a leverage would mean; nothing changes.
         */
        post: operations["previewLeverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/leverage/set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Leverage
         * @description Set the leverage of an instrument; margin of what is open follows at once.
         */
        put: operations["setLeverage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Orders
         * @description List the orders that are open or ended on their instrument's current trading day.
         */
        get: operations["getOrders"];
        put?: never;
        /**
         * Place Order
         * @description Place an order; committed, and on its way to the streams, when this answers.
         *
         *     `clientOrderId` serves as the idempotency key.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Modify Order
         * @description Replace quantity, prices and brackets of an open order, whose id stays.
         *
         *     Symbol, type, side and duration cannot change; brackets that are left out are removed.
         */
        put: operations["modifyOrder"];
        post?: never;
        /**
         * Cancel Order
         * @description Cancel an open order; an entry takes the children that wait for it along.
         */
        delete: operations["cancelOrder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/orders/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Orders
         * @description Cancel all of these orders in one step, or none; `symbol` and `side` narrow them.
         */
        post: operations["cancelOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/orders/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Orders History
         * @description List every order that has ended, ascending by the step that ended it.
         *
         *     With `limit` the newest so many, and all that ended in the same step as the oldest of them.
         */
        get: operations["getOrdersHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/orders/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Order
         * @description Say what an order would cost, and what stands against it; nothing changes.
         */
        post: operations["previewOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Positions
         * @description List the open positions.
         */
        get: operations["getPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/positions/{position_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Close Position
         * @description Close a position, or a part of it, at the market; `orderId` is the order that does it.
         */
        delete: operations["closePosition"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/positions/{position_id}/brackets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Edit Position Brackets
         * @description Replace the position's own take-profit and stop-loss; what is left out is removed.
         *
         *     Other orders of the instrument stay.
         */
        put: operations["editPositionBrackets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/positions/{position_id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse Position
         * @description Turn a position into one of the other side and the same size, at the market.
         */
        post: operations["reversePosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume
         * @description Let a stopped account trade again.
         */
        post: operations["resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broker/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Risk
         * @description Return the limits that orders are checked against, and how the account stands.
         */
        get: operations["getRisk"];
        /**
         * Set Risk
         * @description Replace all limits; what is left out has its default. Open orders stay.
         */
        put: operations["setRisk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datafeed/bars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Bars
         * @description Return bars from `from_time` up to but not including `to_time`, ascending.
         *
         *     `count_back` wins over `from_time`: the newest so many bars before `to_time`. Without it a
         *     range of more than 10,000 bars is answered with its newest 10,000. Equal times ask for the
         *     bar of that time.
         */
        get: operations["getBars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datafeed/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Config
         * @description Say what the datafeed can do.
         */
        get: operations["getConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datafeed/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get Quotes
         * @description Quote symbols, in the order asked; unknown ones get an error entry.
         */
        post: operations["getQuotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datafeed/resolve/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resolve Symbol
         * @description Describe one instrument, named `AAPL`, `NASDAQ:AAPL` or `BTC/USD`.
         */
        get: operations["resolveSymbol"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datafeed/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Symbols
         * @description Find instruments by symbol or description; nothing asked lists all.
         */
        get: operations["searchSymbols"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datafeed/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Time
         * @description Return the feed's time in Unix seconds, as TradingView's getServerTime wants it.
         */
        get: operations["getTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Health
         * @description Say that the server answers, and what streams.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Config
         * @description Say what the datafeed can do.
         */
        get: operations["getUdfConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf History
         * @description Return the bars from `from` up to and not including `to`, ascending.
         *
         *     `countback` wins over `from`: so many bars before `to`, fewer only when none are older.
         *     Equal times ask for the bar of that time. A range of more than 10,000 bars is answered
         *     with its newest 10,000.
         */
        get: operations["getUdfHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Marks
         * @description Mark executions on the bars from `from` up to and including `to`: one mark a side.
         */
        get: operations["getUdfMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Quotes
         * @description Quote symbols, separated by commas, in the order asked.
         */
        get: operations["getUdfQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search Udf
         * @description Find instruments by symbol or description; nothing asked lists all.
         */
        get: operations["searchUdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/symbol_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Table
         * @description Describe all instruments of an exchange, as columns.
         */
        get: operations["getUdfTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/symbols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Symbol
         * @description Describe one instrument, named `AAPL`, `NASDAQ:AAPL` or `BTC/USD`.
         */
        get: operations["getUdfSymbol"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Time
         * @description Return the time of the data in Unix seconds, as text.
         */
        get: operations["getUdfTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/udf/timescale_marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Udf Timescale Marks
         * @description Mark executions on the axis, likewise: one mark a bar.
         */
        get: operations["getUdfTimescaleMarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Version
         * @description Describe the current version of the API.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Versions
         * @description List the versions of the API.
         */
        get: operations["getVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Documents
         * @description List the documents, by kind and name.
         */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/documents/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Document
         * @description Return a document; its content has the numbers and the order that were saved.
         */
        get: operations["readDocument"];
        /**
         * Save Document
         * @description Save a document in the place of `revision`, which is 0 for a new one.
         *
         *     It is refused when another has been saved since; what is stored already is answered again.
         */
        put: operations["saveDocument"];
        post?: never;
        /**
         * Delete Document
         * @description Delete a document, unless another has been saved since; returns what it was.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountMetainfo
         * @description An account in a list of accounts.
         */
        AccountMetainfo: {
            /** Currency */
            currency: string;
            /** Currencysign */
            currencySign: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Type
             * @constant
             */
            type: "demo";
        };
        /**
         * AccountOpened
         * @description The account is there, and `step` is its first.
         */
        AccountOpened: {
            /** Id */
            id: string;
            /** Step */
            step: number;
        };
        /**
         * ApiMetadata
         * @description All versions of the API.
         */
        ApiMetadata: {
            /** Available Versions */
            available_versions: components["schemas"]["VersionInfo"][];
            /** Current Version */
            current_version: string;
            /** Documentation Url */
            documentation_url: string;
        };
        /**
         * Bar
         * @description OHLCV of one interval; `time` is its start, for daily bars 00:00 UTC of the trading day.
         *
         *     `correction` is true on a stream where a bar that was closed has changed, else absent.
         */
        Bar: {
            /** Close */
            close: number;
            /**
             * Correction
             * @constant
             */
            correction?: true;
            /** High */
            high: number;
            /** Low */
            low: number;
            /** Open */
            open: number;
            /**
             * Time
             * Format: int64
             */
            time: number;
            /** Volume */
            volume: number;
        };
        /**
         * Brackets
         * @description Protection of a position; what is absent is removed.
         */
        Brackets: {
            /** Guaranteedstop */
            guaranteedStop?: number | string | null;
            /** Stoploss */
            stopLoss?: number | string | null;
            /** Takeprofit */
            takeProfit?: number | string | null;
            /** Trailingstoppips */
            trailingStopPips?: number | string | null;
        };
        /**
         * BrokerHealth
         * @description `condition` is the ledger's, `reason` a sentence where one is needed.
         *
         *     `alarm` says what the last reconciliation found wrong, `suspended` why an account trades no
         *     more; both are empty when all is well.
         */
        BrokerHealth: {
            /** Accounts */
            accounts: number;
            /** Alarm */
            alarm: string;
            /**
             * Condition
             * @enum {string}
             */
            condition: "no_market" | "starting" | "trading" | "unavailable" | "locked" | "corrupt" | "stopped";
            /** Lastreconciled */
            lastReconciled: number | null;
            /** Ledger */
            ledger: string | null;
            /** Reason */
            reason: string;
            /** Sqliteversion */
            sqliteVersion: string;
            /** Suspended */
            suspended: {
                [key: string]: string;
            };
        };
        /**
         * CancelOrders
         * @description Orders to cancel together; `symbol` and `side` narrow, as TradingView sends them.
         */
        CancelOrders: {
            /** Orderids */
            orderIds: string[];
            side?: components["schemas"]["Side"] | null;
            /** Symbol */
            symbol?: string | null;
        };
        /**
         * DatafeedConfiguration
         * @description TradingView's datafeed configuration, the feeds behind it, and what any of them offers.
         *
         *     What a symbol's own feed offers says its `SymbolInfo`.
         */
        DatafeedConfiguration: {
            /** Exchanges */
            exchanges: components["schemas"]["Exchange"][];
            /** Feed */
            feed: string;
            /** Supported Resolutions */
            supported_resolutions: string[];
            /** Supports Depth */
            supports_depth: boolean;
            /** Supports Marks */
            supports_marks: boolean;
            /** Supports Quotes */
            supports_quotes: boolean;
            /** Supports Time */
            supports_time: boolean;
            /** Supports Timescale Marks */
            supports_timescale_marks: boolean;
            /** Supports Trades */
            supports_trades: boolean;
            /** Symbols Types */
            symbols_types: components["schemas"]["DatafeedSymbolType"][];
        };
        /**
         * DatafeedSymbolType
         * @description An entry of the type filter; an empty `value` means all.
         */
        DatafeedSymbolType: {
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * DataStatus
         * @description How fresh a symbol's data can be.
         * @enum {string}
         */
        DataStatus: "streaming" | "endofday" | "delayed_streaming";
        /**
         * Done
         * @description A command was carried out and is committed as `step`; `orderId` names what it placed.
         */
        Done: {
            /** Message */
            message: string;
            /** Orderid */
            orderId: string | null;
            /** Step */
            step: number;
            /**
             * Success
             * @constant
             */
            success: true;
        };
        /**
         * Duration
         * @description Time in force; `datetime` (Unix ms) with GTD and only there.
         */
        Duration: {
            /** Datetime */
            datetime?: number | null;
            /**
             * Type
             * @enum {string}
             */
            type: "DAY" | "GTC" | "GTD" | "IOC" | "FOK";
        };
        /**
         * EditBrackets
         * @description A position's protection as it shall be.
         */
        EditBrackets: {
            brackets: components["schemas"]["Brackets"];
            /** Customfields */
            customFields?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * EquityPoint
         * @description What the account was worth after a step, in decimal strings of its currency.
         */
        EquityPoint: {
            /** Available */
            available: string;
            /** Balance */
            balance: string;
            /** Equity */
            equity: string;
            /** Marginused */
            marginUsed: string;
            /** Realized */
            realized: string;
            /** Step */
            step: number;
            /**
             * Ts
             * Format: int64
             */
            ts: number;
            /** Unrealized */
            unrealized: string;
        };
        /**
         * ErrorReply
         * @description A stable `code` of the error table, and a sentence naming what was expected and what came.
         */
        ErrorReply: {
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * Exchange
         * @description An entry of the exchange filter; an empty `value` means all.
         */
        Exchange: {
            /** Desc */
            desc: string;
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * Execution
         * @description One fill; `commission` in the account's currency.
         */
        Execution: {
            /** Commission */
            commission: number;
            /** Id */
            id: string;
            /** Orderid */
            orderId: string;
            /** Price */
            price: number;
            /** Qty */
            qty: number;
            side: components["schemas"]["Side"];
            /** Symbol */
            symbol: string;
            /**
             * Time
             * Format: int64
             */
            time: number;
        };
        /**
         * ExecutionExplanation
         * @description Everything that an execution was computed from, and the same numbers from that again.
         */
        ExecutionExplanation: {
            /** Executionid */
            executionId: string;
            /** Explanation */
            explanation: {
                [key: string]: unknown;
            };
            recomputed: components["schemas"]["Recomputed"];
        };
        /**
         * FeedHealth
         * @description One feed; `refused` counts by reason what it sent that cannot be, since the start.
         */
        FeedHealth: {
            /** Name */
            name: string;
            /** Refused */
            refused: {
                [key: string]: number;
            };
        };
        /**
         * FeeTerms
         * @description What an order costs: each part may be 0; `percent` of the notional.
         */
        FeeTerms: {
            /**
             * Fixed
             * @default 0
             */
            fixed: number | string;
            /**
             * Minimum
             * @default 0
             */
            minimum: number | string;
            /**
             * Percent
             * @default 0
             */
            percent: number | string;
            /**
             * Pershare
             * @default 0
             */
            perShare: number | string;
        };
        /**
         * GetBarsResponse
         * @description Bars ascending by `time`; the last one may still be open.
         *
         *     `no_data` says that the range held nothing; `next_time` is then the newest bar before it, in
         *     Unix ms, or null when nothing older exists.
         */
        GetBarsResponse: {
            /** Bars */
            bars: components["schemas"]["Bar"][];
            /** Next Time */
            next_time: number | null;
            /** No Data */
            no_data: boolean;
        };
        /**
         * GetQuotesRequest
         * @description Symbols to quote, answered in this order.
         */
        GetQuotesRequest: {
            /** Symbols */
            symbols: string[];
        };
        /**
         * HealthResponse
         * @description The server answers, with these modules and this much streaming.
         *
         *     `broker` is None where no module keeps accounts; whatever it says, market data is served.
         *     `feeds` says of each source of it what was refused; the others are served all the same.
         */
        HealthResponse: {
            /** Api Version */
            api_version: string;
            broker: components["schemas"]["BrokerHealth"] | null;
            /** Feeds */
            feeds: components["schemas"]["FeedHealth"][];
            /** Message */
            message: string;
            /** Modules */
            modules: string[];
            /**
             * Status
             * @constant
             */
            status: "ok";
            /**
             * Timestamp
             * Format: int64
             */
            timestamp: number;
            version_info: components["schemas"]["VersionInfo"];
            ws: components["schemas"]["WsCounts"];
        };
        /**
         * KillReport
         * @description What the kill switch did, and what it could not.
         */
        KillReport: {
            /** Canceled */
            canceled: string[];
            /** Flattened */
            flattened: string[];
            /** Notflattened */
            notFlattened: components["schemas"]["NotFlattened"][];
            /**
             * State
             * @enum {string}
             */
            state: "REDUCING" | "HALTED";
            /** Step */
            step: number;
        };
        /**
         * KillSwitchRequest
         * @description Stop trading; `flatten` also closes every position.
         */
        KillSwitchRequest: {
            /**
             * Flatten
             * @default false
             */
            flatten: boolean;
        };
        /**
         * LeverageInfo
         * @description The leverage of a symbol and its bounds.
         */
        LeverageInfo: {
            /** Leverage */
            leverage: number;
            /** Max */
            max: number;
            /** Min */
            min: number;
            /** Step */
            step: number;
            /** Title */
            title: string;
        };
        /**
         * LeveragePreviewResult
         * @description What a leverage would mean.
         */
        LeveragePreviewResult: {
            /** Errors */
            errors: string[];
            /** Infos */
            infos: string[];
            /** Warnings */
            warnings: string[];
        };
        /**
         * LeverageSetParams
         * @description The leverage that a symbol shall have.
         * @example {
         *       "leverage": 2,
         *       "orderType": 1,
         *       "side": 1,
         *       "symbol": "AAPL"
         *     }
         */
        LeverageSetParams: {
            /** Customfields */
            customFields?: {
                [key: string]: unknown;
            } | null;
            /** Leverage */
            leverage: number | string;
            orderType: components["schemas"]["OrderType"];
            side: components["schemas"]["Side"];
            /** Symbol */
            symbol: string;
        };
        /**
         * LeverageSetResult
         * @description The leverage that holds from `step` on.
         */
        LeverageSetResult: {
            /** Leverage */
            leverage: number;
            /** Step */
            step: number;
        };
        /**
         * NewAccount
         * @description A paper account to open.
         */
        NewAccount: {
            /**
             * Currency
             * @default USD
             */
            currency: string;
            /**
             * @default {
             *       "fixed": "0",
             *       "perShare": "0",
             *       "percent": "0",
             *       "minimum": "0"
             *     }
             */
            fees: components["schemas"]["FeeTerms"];
            /** Id */
            id: string;
            /**
             * Initialbalance
             * @default 100000
             */
            initialBalance: number | string;
            /** Name */
            name: string;
        };
        /**
         * NotFlattened
         * @description A position that the kill switch left: `qty` is what is still held, signed.
         */
        NotFlattened: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Qty */
            qty: string;
            /** Symbol */
            symbol: string;
        };
        /**
         * OrderDuration
         * @description Time in force; `datetime` (Unix ms) only with GTD.
         */
        OrderDuration: {
            /** Datetime */
            datetime: number | null;
            /**
             * Type
             * @enum {string}
             */
            type: "DAY" | "GTC" | "GTD" | "IOC" | "FOK";
        };
        /**
         * OrderMessage
         * @description What the broker says of an order, in words.
         */
        OrderMessage: {
            /** Text */
            text: string;
            /**
             * Type
             * @enum {string}
             */
            type: "information" | "warning" | "error";
        };
        /**
         * OrderPreviewResult
         * @description What an order would do; `confirmId` confirms just this order, once, for 60 s.
         */
        OrderPreviewResult: {
            /** Confirmid */
            confirmId: string | null;
            /** Errors */
            errors: string[];
            /** Sections */
            sections: components["schemas"]["PreviewSection"][];
            /** Warnings */
            warnings: string[];
        };
        /**
         * OrderStatus
         * @description Canceled, filled and rejected are final; a venue that decides at once has no placing.
         * @enum {integer}
         */
        OrderStatus: 1 | 2 | 3 | 4 | 5 | 6;
        /**
         * OrderType
         * @description How an order is priced.
         * @enum {integer}
         */
        OrderType: 1 | 2 | 3 | 4;
        /**
         * ParentType
         * @description What a protective order hangs on.
         * @enum {integer}
         */
        ParentType: 1 | 2;
        /**
         * PlacedOrder
         * @description An order as the broker holds it; prices in the instrument's currency.
         *
         *     `reason` is the code of why it waits or has ended. A child that protects a position has the
         *     position's id as its `parentId`. `pending` is what is under way at a venue that takes its time;
         *     the paper venue decides at once, so that it is always null.
         */
        PlacedOrder: {
            /** Avgprice */
            avgPrice: number | null;
            /** Clientorderid */
            clientOrderId: string | null;
            duration: components["schemas"]["OrderDuration"] | null;
            /** Filledqty */
            filledQty: number;
            /** Guaranteedstop */
            guaranteedStop: number | null;
            /** Id */
            id: string;
            /** Limitprice */
            limitPrice: number | null;
            message: components["schemas"]["OrderMessage"] | null;
            /** Ocogroup */
            ocoGroup: string | null;
            /** Parentid */
            parentId: string | null;
            parentType: components["schemas"]["ParentType"] | null;
            /** Pending */
            pending: ("modify" | "cancel") | null;
            /** Qty */
            qty: number;
            /** Reason */
            reason: string | null;
            /** Reduceonly */
            reduceOnly: boolean;
            side: components["schemas"]["Side"];
            status: components["schemas"]["OrderStatus"];
            /** Stoploss */
            stopLoss: number | null;
            /** Stopprice */
            stopPrice: number | null;
            stopType: components["schemas"]["StopType"] | null;
            /** Symbol */
            symbol: string;
            /** Takeprofit */
            takeProfit: number | null;
            /** Trailingstoppips */
            trailingStopPips: number | null;
            type: components["schemas"]["OrderType"];
            /**
             * Updatetime
             * Format: int64
             */
            updateTime: number;
        };
        /**
         * PlaceOrderResult
         * @description The order's id and the ledger's step that accepted it.
         */
        PlaceOrderResult: {
            /** Orderid */
            orderId: string;
            /** Step */
            step: number;
        };
        /**
         * Position
         * @description A holding; `qty: 0` says that it was closed.
         */
        Position: {
            /** Avgprice */
            avgPrice: number;
            /** Id */
            id: string;
            /** Qty */
            qty: number;
            side: components["schemas"]["Side"];
            /** Symbol */
            symbol: string;
        };
        /**
         * PreOrder
         * @description An order to place, to preview or, with the id of one, to modify.
         * @example {
         *       "limitPrice": "150.00",
         *       "qty": 10,
         *       "side": 1,
         *       "symbol": "AAPL",
         *       "type": 1
         *     }
         */
        PreOrder: {
            /** Clientorderid */
            clientOrderId?: string | null;
            currentQuotes?: components["schemas"]["Quotes"] | null;
            /** Customfields */
            customFields?: {
                [key: string]: unknown;
            } | null;
            duration?: components["schemas"]["Duration"] | null;
            /** Guaranteedstop */
            guaranteedStop?: number | string | null;
            /**
             * Isclose
             * @default false
             */
            isClose: boolean;
            /** Limitprice */
            limitPrice?: number | string | null;
            /** Ocogroup */
            ocoGroup?: string | null;
            /** Qty */
            qty: number | string;
            /**
             * Reduceonly
             * @default false
             */
            reduceOnly: boolean;
            /** Seenprice */
            seenPrice?: number | string | null;
            side: components["schemas"]["Side"];
            /** Stoploss */
            stopLoss?: number | string | null;
            /** Stopprice */
            stopPrice?: number | string | null;
            stopType?: components["schemas"]["StopType"] | null;
            /** Symbol */
            symbol: string;
            /** Takeprofit */
            takeProfit?: number | string | null;
            /** Trailingstoppips */
            trailingStopPips?: number | string | null;
            type: components["schemas"]["OrderType"];
        };
        /**
         * PreviewRow
         * @description One line of a preview.
         */
        PreviewRow: {
            /** Title */
            title: string;
            /** Value */
            value: string;
        };
        /**
         * PreviewSection
         * @description Lines that belong together.
         */
        PreviewSection: {
            /** Header */
            header: string | null;
            /** Rows */
            rows: components["schemas"]["PreviewRow"][];
        };
        /**
         * QuoteData
         * @description The quote of symbol `n`: its values, or with `s: "error"` the reason.
         */
        QuoteData: {
            /** N */
            n: string;
            /**
             * S
             * @enum {string}
             */
            s: "ok" | "error";
            /** V */
            v: components["schemas"]["QuoteValues"] | components["schemas"]["QuoteError"];
        };
        /**
         * QuoteError
         * @description Why a symbol has no quote.
         */
        QuoteError: {
            /** Error */
            error: string;
        };
        /**
         * Quotes
         * @description What the user saw when ordering.
         */
        Quotes: {
            /** Ask */
            ask: number | string;
            /** Bid */
            bid: number | string;
        };
        /**
         * QuoteValues
         * @description TradingView's quote fields; prices in the instrument's currency, `chp` in percent.
         *
         *     `time` is the source's of the tick, `received` when it came in here, null for what was imported.
         */
        QuoteValues: {
            /** Ask */
            ask: number;
            /** Bid */
            bid: number;
            /** Ch */
            ch: number;
            /** Chp */
            chp: number;
            /** Description */
            description: string;
            /** Exchange */
            exchange: string;
            /** High Price */
            high_price: number;
            /** Low Price */
            low_price: number;
            /** Lp */
            lp: number;
            /** Open Price */
            open_price: number;
            /** Original Name */
            original_name: string;
            /** Prev Close Price */
            prev_close_price: number;
            /** Received */
            received: number | null;
            /** Short Name */
            short_name: string;
            /** Spread */
            spread: number;
            /**
             * Time
             * Format: int64
             */
            time: number;
            /** Volume */
            volume: number;
        };
        /**
         * Recomputed
         * @description What an explanation alone leads to, as decimal strings.
         */
        Recomputed: {
            /** Fee */
            fee: string;
            /** Price */
            price: string;
            /** Qty */
            qty: string;
        };
        /**
         * RiskReport
         * @description The account's limits and what has become of them today.
         */
        RiskReport: {
            /** Dailyloss */
            dailyLoss: string | null;
            /** Losstoday */
            lossToday: string;
            /** Maxopenorders */
            maxOpenOrders: number;
            /** Maxordernotional */
            maxOrderNotional: string | null;
            /** Maxorderqty */
            maxOrderQty: string | null;
            /** Openorders */
            openOrders: number;
            /** Orderspersecond */
            ordersPerSecond: number;
            /** Pricecollarpercent */
            priceCollarPercent: number;
            /**
             * State
             * @enum {string}
             */
            state: "ACTIVE" | "REDUCING" | "HALTED";
        };
        /**
         * RiskSettings
         * @description Limits before acceptance; null switches one off, the collar is in percent of the market.
         */
        RiskSettings: {
            /** Dailyloss */
            dailyLoss?: number | string | null;
            /**
             * Maxopenorders
             * @default 10000
             */
            maxOpenOrders: number;
            /** Maxordernotional */
            maxOrderNotional?: number | string | null;
            /** Maxorderqty */
            maxOrderQty?: number | string | null;
            /**
             * Orderspersecond
             * @default 1000
             */
            ordersPerSecond: number;
            /**
             * Pricecollarpercent
             * @default 90
             */
            priceCollarPercent: number;
        };
        /**
         * SaveDocument
         * @description What a document shall be, instead of the `revision` that the client has seen.
         */
        SaveDocument: {
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /** Revision */
            revision: number;
        };
        /**
         * SearchSymbolResultItem
         * @description One hit of the symbol search.
         */
        SearchSymbolResultItem: {
            /** Description */
            description: string;
            /** Exchange */
            exchange: string;
            /** Symbol */
            symbol: string;
            /** Ticker */
            ticker: string;
            /** Type */
            type: string;
        };
        /**
         * Side
         * @description Direction of an order, execution or position.
         * @enum {integer}
         */
        Side: 1 | -1;
        /**
         * StopType
         * @description Kind of a protective stop.
         * @enum {integer}
         */
        StopType: 0 | 1 | 2;
        /**
         * SymbolInfo
         * @description What a chart must know of an instrument; tick size = `minmov` / `pricescale`.
         *
         *     `delay` is in seconds, -1 for what is no more than history. `has_quotes` says whether bids and
         *     asks are the market's, `has_trades` and `has_depth` whether these streams have the symbol.
         */
        SymbolInfo: {
            /** Corrections */
            corrections: string;
            /** Currency Code */
            currency_code: string;
            data_status: components["schemas"]["DataStatus"];
            /** Delay */
            delay: number;
            /** Description */
            description: string;
            /** Exchange */
            exchange: string;
            /** Format */
            format: string;
            /** Has Daily */
            has_daily: boolean;
            /** Has Depth */
            has_depth: boolean;
            /** Has Intraday */
            has_intraday: boolean;
            /** Has Quotes */
            has_quotes: boolean;
            /** Has Trades */
            has_trades: boolean;
            /** Has Weekly And Monthly */
            has_weekly_and_monthly: boolean;
            /** Listed Exchange */
            listed_exchange: string;
            /** Minmov */
            minmov: number;
            /** Name */
            name: string;
            /** Pricescale */
            pricescale: number;
            /** Session */
            session: string;
            /** Session Holidays */
            session_holidays: string;
            /** Supported Resolutions */
            supported_resolutions: string[];
            /** Ticker */
            ticker: string;
            /** Timezone */
            timezone: string;
            /** Type */
            type: string;
            /** Volume Precision */
            volume_precision: number;
        };
        /**
         * UdfBars
         * @description Bars as columns of one length, ascending by time.
         */
        UdfBars: {
            /** C */
            c: number[];
            /** H */
            h: number[];
            /** L */
            l: number[];
            /** O */
            o: number[];
            /**
             * S
             * @constant
             */
            s: "ok";
            /** T */
            t: number[];
            /** V */
            v: number[];
        };
        /**
         * UdfConfig
         * @description What the datafeed can do; of the two ways to find symbols exactly one is true.
         */
        UdfConfig: {
            /** Currency Codes */
            currency_codes: string[];
            /** Exchanges */
            exchanges: components["schemas"]["Exchange"][];
            /** Supported Resolutions */
            supported_resolutions: string[];
            /** Supports Group Request */
            supports_group_request: boolean;
            /** Supports Marks */
            supports_marks: boolean;
            /** Supports Search */
            supports_search: boolean;
            /** Supports Time */
            supports_time: boolean;
            /** Supports Timescale Marks */
            supports_timescale_marks: boolean;
            /** Symbols Types */
            symbols_types: components["schemas"]["DatafeedSymbolType"][];
        };
        /**
         * UdfError
         * @description Why there is no answer; sent with HTTP 200, as this protocol's clients expect.
         */
        UdfError: {
            /** Errmsg */
            errmsg: string;
            /**
             * S
             * @constant
             */
            s: "error";
        };
        /**
         * UdfFound
         * @description One hit of the search.
         */
        UdfFound: {
            /** Description */
            description: string;
            /** Exchange */
            exchange: string;
            /** Symbol */
            symbol: string;
            /** Ticker */
            ticker: string;
            /** Type */
            type: string;
        };
        /**
         * UdfHole
         * @description No bar in the range; `nextTime` is the newest one before it.
         */
        UdfHole: {
            /**
             * Nexttime
             * Format: int64
             */
            nextTime: number;
            /**
             * S
             * @constant
             */
            s: "no_data";
        };
        /**
         * UdfMark
         * @description A mark on the bar of this time.
         */
        UdfMark: {
            /** Color */
            color: string;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Labelfontcolor */
            labelFontColor: string;
            /** Minsize */
            minSize: number;
            /** Text */
            text: string;
            /**
             * Time
             * Format: int64
             */
            time: number;
        };
        /**
         * UdfNoData
         * @description No bar in the range, and none before it.
         */
        UdfNoData: {
            /**
             * S
             * @constant
             */
            s: "no_data";
        };
        /**
         * UdfNoQuote
         * @description Symbol `n` is unknown, or has not traded yet.
         */
        UdfNoQuote: {
            /** N */
            n: string;
            /**
             * S
             * @constant
             */
            s: "error";
            v: components["schemas"]["UdfNoValues"];
        };
        /**
         * UdfNoValues
         * @description An empty object.
         */
        UdfNoValues: Record<string, never>;
        /**
         * UdfQuote
         * @description The quote of symbol `n`.
         */
        UdfQuote: {
            /** N */
            n: string;
            /**
             * S
             * @constant
             */
            s: "ok";
            v: components["schemas"]["QuoteValues"];
        };
        /**
         * UdfQuotes
         * @description Quotes in the order asked.
         */
        UdfQuotes: {
            /** D */
            d: (components["schemas"]["UdfQuote"] | components["schemas"]["UdfNoQuote"])[];
            /**
             * S
             * @constant
             */
            s: "ok";
        };
        /**
         * UdfSymbol
         * @description One instrument; tick size = `minmov` / `pricescale`. It must never have a field `s`.
         */
        UdfSymbol: {
            /** Corrections */
            corrections: string;
            /** Currency Code */
            currency_code: string;
            data_status: components["schemas"]["DataStatus"];
            /** Delay */
            delay: number;
            /** Description */
            description: string;
            /** Exchange */
            exchange: string;
            /** Format */
            format: string;
            /** Fractional */
            fractional: boolean;
            /** Has Daily */
            has_daily: boolean;
            /** Has Empty Bars */
            has_empty_bars: boolean;
            /** Has Intraday */
            has_intraday: boolean;
            /** Has Seconds */
            has_seconds: boolean;
            /** Has Weekly And Monthly */
            has_weekly_and_monthly: boolean;
            /** Intraday Multipliers */
            intraday_multipliers: string[];
            /** Listed Exchange */
            listed_exchange: string;
            /** Minmov */
            minmov: number;
            /** Minmove2 */
            minmove2: number;
            /** Name */
            name: string;
            /** Pricescale */
            pricescale: number;
            /** Session */
            session: string;
            /** Session Holidays */
            session_holidays: string;
            /** Supported Resolutions */
            supported_resolutions: string[];
            /** Ticker */
            ticker: string;
            /** Timezone */
            timezone: string;
            /** Type */
            type: string;
            /**
             * Visible Plots Set
             * @constant
             */
            visible_plots_set: "ohlcv";
            /** Volume Precision */
            volume_precision: number;
        };
        /**
         * UdfSymbolTable
         * @description The instruments of an exchange, a column a field, all of one length.
         */
        UdfSymbolTable: {
            /** Corrections */
            corrections: string[];
            /** Currency-Code */
            "currency-code": string[];
            /** Description */
            description: string[];
            /** Exchange-Listed */
            "exchange-listed": string[];
            /** Exchange-Traded */
            "exchange-traded": string[];
            /** Fractional */
            fractional: boolean[];
            /** Has-Daily */
            "has-daily": boolean[];
            /** Has-Empty-Bars */
            "has-empty-bars": boolean[];
            /** Has-Intraday */
            "has-intraday": boolean[];
            /** Has-Weekly-And-Monthly */
            "has-weekly-and-monthly": boolean[];
            /** Intraday-Multipliers */
            "intraday-multipliers": string[][];
            /** Minmove2 */
            minmove2: number[];
            /** Minmovement */
            minmovement: number[];
            /** Pricescale */
            pricescale: number[];
            /** Session-Holidays */
            "session-holidays": string[];
            /** Session-Regular */
            "session-regular": string[];
            /** Supported-Resolutions */
            "supported-resolutions": string[][];
            /** Symbol */
            symbol: string[];
            /** Ticker */
            ticker: string[];
            /** Timezone */
            timezone: string[];
            /** Type */
            type: string[];
            /** Volume-Precision */
            "volume-precision": number[];
        };
        /**
         * UdfTimescaleMark
         * @description A mark below the bar of this time, on the axis; a line of the tooltip each.
         */
        UdfTimescaleMark: {
            /** Color */
            color: string;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /**
             * Time
             * Format: int64
             */
            time: number;
            /** Tooltip */
            tooltip: string[];
        };
        /**
         * VersionInfo
         * @description One version of the API; dates are ISO 8601.
         */
        VersionInfo: {
            /** Breaking Changes */
            breaking_changes: string[];
            /** Deprecation Notice */
            deprecation_notice: string | null;
            /** Release Date */
            release_date: string;
            /**
             * Status
             * @enum {string}
             */
            status: "stable" | "deprecated";
            /** Sunset Date */
            sunset_date: string | null;
            /** Version */
            version: string;
        };
        /**
         * WorkspaceDocument
         * @description A document; its content is as it was saved, the server does not read it.
         */
        WorkspaceDocument: {
            /** Content */
            content: {
                [key: string]: unknown;
            };
            /**
             * Kind
             * @enum {string}
             */
            kind: "layout" | "watchlists" | "settings";
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /**
             * Updatedat
             * Format: int64
             */
            updatedAt: number;
        };
        /**
         * WorkspaceEntry
         * @description A document without what is in it.
         */
        WorkspaceEntry: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "layout" | "watchlists" | "settings";
            /** Name */
            name: string;
            /** Revision */
            revision: number;
            /**
             * Updatedat
             * Format: int64
             */
            updatedAt: number;
        };
        /**
         * WsCounts
         * @description What streams right now.
         */
        WsCounts: {
            /** Connections */
            connections: number;
            /** Producers */
            producers: number;
            /** Topics */
            topics: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccountInfo: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description the account's last step that is in this list */
                    "Ledger-Step"?: number;
                    /** @description names the numbering of this route's stream */
                    "Stream-Epoch"?: string;
                    /** @description the stream's last update that is in this list */
                    "Stream-Seq"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountMetainfo"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getEquityHistory: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description Unix ms; else the first step */
                from?: number | null;
                /** @description into so many parts */
                points?: number;
                /** @description Unix ms, not in it; else now */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquityPoint"][];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountMetainfo"][];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOpened"];
                };
            };
            /** @description `ACCOUNT_EXISTS`: an account has this id already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    resetAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getAllExecutions: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description only those numbered below this */
                before?: number | null;
                /** @description the newest so many */
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description the account's last step that is in this list */
                    "Ledger-Step"?: number;
                    /** @description names the numbering of this route's stream */
                    "Stream-Epoch"?: string;
                    /** @description the stream's last update that is in this list */
                    "Stream-Seq"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"][];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    explainExecution: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path: {
                execution_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionExplanation"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `EXECUTION_NOT_FOUND`: the account has no such execution */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getExecutions: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description only those numbered below this */
                before?: number | null;
                /** @description the newest so many */
                limit?: number | null;
            };
            header?: never;
            path: {
                symbol: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description the account's last step that is in this list */
                    "Ledger-Step"?: number;
                    /** @description names the numbering of this route's stream */
                    "Stream-Epoch"?: string;
                    /** @description the stream's last update that is in this list */
                    "Stream-Seq"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"][];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    killSwitch: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KillSwitchRequest"] | null;
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KillReport"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    leverageInfo: {
        parameters: {
            query: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description TradingView's; it changes nothing */
                orderType?: number | null;
                /** @description TradingView's; it changes nothing */
                side?: number | null;
                symbol: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeverageInfo"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    previewLeverage: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeverageSetParams"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeveragePreviewResult"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    setLeverage: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeverageSetParams"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeverageSetResult"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `MARGIN_INSUFFICIENT`: the account lacks buying power */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one; `LEVERAGE_RANGE`: below 1, or above the account's most */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getOrders: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description the account's last step that is in this list */
                    "Ledger-Step"?: number;
                    /** @description names the numbering of this route's stream */
                    "Stream-Epoch"?: string;
                    /** @description the stream's last update that is in this list */
                    "Stream-Seq"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedOrder"][];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description of the order's preview */
                confirmId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreOrder"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOrderResult"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `INSTRUMENT_UNTRADED`: history alone, and no live source; `MARGIN_INSUFFICIENT`: the account lacks buying power; `MARKET_BEHIND`: the market's time is before the account's own; `MARKET_CLOSED`: the market does not execute orders now; `MARKET_STALE`: the newest price is too old to execute at; `MARKET_HALTED`: trading in the instrument is halted; `ACCOUNT_HALTED`: the kill switch is on: only cancels pass; `ACCOUNT_REDUCING`: the kill switch is on: only exits pass; `CONFIRMATION_INVALID`: not the preview's, used already or too old */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one; `CURRENCY_UNSUPPORTED`: not in the account's currency, and no rate; `ORDER_FIELD_UNSUPPORTED`: this broker has no such kind of order; `ORDER_PRICE_MISSING`: the order's type needs a price; `ORDER_PRICE_UNEXPECTED`: the order's type takes no such price; `ORDER_PRICE_RANGE`: a price is not above zero, or too large; `ORDER_PRICE_STEP`: a price is between two steps; `ORDER_QTY_RANGE`: the quantity is too small or too large; `ORDER_QTY_STEP`: the quantity is between two steps; `RISK_PRICE_COLLAR`: a price is too far from the market */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `RISK_ORDER_RATE`: the account's limit of orders in a second */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    modifyOrder: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description of the order's preview */
                confirmId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreOrder"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ORDER_FINAL`: the order is filled, canceled or rejected for good; `MARKET_CLOSED`: the market does not execute orders now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path: {
                order_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ORDER_FINAL`: the order is filled, canceled or rejected for good */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    cancelOrders: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelOrders"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ORDER_FINAL`: the order is filled, canceled or rejected for good */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getOrdersHistory: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description only what ended before this step */
                before_step?: number | null;
                /** @description the newest so many */
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description the account's last step that is in this list */
                    "Ledger-Step"?: number;
                    /** @description names the numbering of this route's stream */
                    "Stream-Epoch"?: string;
                    /** @description the stream's last update that is in this list */
                    "Stream-Seq"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedOrder"][];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    previewOrder: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreOrder"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPreviewResult"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getPositions: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    /** @description the account's last step that is in this list */
                    "Ledger-Step"?: number;
                    /** @description names the numbering of this route's stream */
                    "Stream-Epoch"?: string;
                    /** @description the stream's last update that is in this list */
                    "Stream-Seq"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Position"][];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    closePosition: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
                /** @description how much of it; all when left out */
                amount?: number | string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path: {
                position_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol; `POSITION_NOT_FOUND`: no open position in this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ACCOUNT_HALTED`: the kill switch is on: only cancels pass; `MARKET_BEHIND`: the market's time is before the account's own; `MARKET_CLOSED`: the market does not execute orders now; `MARKET_STALE`: the newest price is too old to execute at; `MARKET_HALTED`: trading in the instrument is halted; `MARKET_PRICE_UNKNOWN`: the market has had no price yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one; `POSITION_QTY_RANGE`: more than the position holds, or nothing; `ORDER_QTY_STEP`: the quantity is between two steps */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    editPositionBrackets: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path: {
                position_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditBrackets"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol; `POSITION_NOT_FOUND`: no open position in this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ACCOUNT_HALTED`: the kill switch is on: only cancels pass */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one; `BRACKET_WRONG_SIDE`: a bracket is on the wrong side of the price; `ORDER_PRICE_STEP`: a price is between two steps */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    reversePosition: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path: {
                position_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours; `INSTRUMENT_UNKNOWN`: no instrument has this symbol; `POSITION_NOT_FOUND`: no open position in this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ACCOUNT_HALTED`: the kill switch is on: only cancels pass; `MARKET_BEHIND`: the market's time is before the account's own; `MARKET_CLOSED`: the market does not execute orders now; `MARKET_STALE`: the newest price is too old to execute at; `MARKET_HALTED`: trading in the instrument is halted; `MARKET_PRICE_UNKNOWN`: the market has had no price yet; `MARGIN_INSUFFICIENT`: the account lacks buying power */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    resume: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command; `ACCOUNT_ACTIVE`: the account trades already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getRisk: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskReport"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    setRisk: {
        parameters: {
            query?: {
                /** @description whose; may be left out while there is one account */
                accountId?: string | null;
            };
            header?: {
                /** @description the same key answers the same; another command under it is refused */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskSettings"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`: the account is unknown or not yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `IDEMPOTENCY_CONFLICT`: the key belongs to another command */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model; `ACCOUNT_REQUIRED`: there are several accounts: name one; `RISK_LIMITS_INVALID`: a limit is outside of its range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `MARKET_MISSING`: no module brings a market to trade on; `LEDGER_STARTING`: the accounts are being opened; wait a moment; `LEDGER_UNAVAILABLE`: not written, so nothing was done; `LEDGER_LOCKED`: another server trades with this data directory; `LEDGER_CORRUPT`: the record is damaged; nobody trades on it; `ACCOUNT_SUSPENDED`: it failed on an input; a new start tries again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getBars: {
        parameters: {
            query: {
                count_back?: number | null;
                /** @description Unix ms, UTC */
                from_time: number;
                resolution: string;
                symbol: string;
                /** @description Unix ms, UTC */
                to_time: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetBarsResponse"];
                };
            };
            /** @description `unsupported_resolution`: the symbol has no such bars */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unknown_symbol`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatafeedConfiguration"];
                };
            };
        };
    };
    getQuotes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetQuotesRequest"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteData"][];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    resolveSymbol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                symbol: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SymbolInfo"];
                };
            };
            /** @description `unknown_symbol`: no instrument has this symbol */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    searchSymbols: {
        parameters: {
            query?: {
                exchange?: string;
                limit?: number;
                symbol_type?: string;
                user_input?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchSymbolResultItem"][];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    getTime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": number;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
        };
    };
    getUdfConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfConfig"];
                };
            };
        };
    };
    getUdfHistory: {
        parameters: {
            query: {
                countback?: number | null;
                /** @description Unix seconds */
                from: number;
                resolution: string;
                symbol: string;
                /** @description Unix seconds */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfBars"] | components["schemas"]["UdfHole"] | components["schemas"]["UdfNoData"] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    getUdfMarks: {
        parameters: {
            query: {
                /** @description Unix seconds */
                from: number;
                resolution: string;
                symbol: string;
                /** @description Unix seconds */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfMark"][] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    getUdfQuotes: {
        parameters: {
            query: {
                symbols: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfQuotes"] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    searchUdf: {
        parameters: {
            query?: {
                exchange?: string;
                limit?: number;
                query?: string;
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfFound"][] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    getUdfTable: {
        parameters: {
            query: {
                group: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfSymbolTable"] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    getUdfSymbol: {
        parameters: {
            query: {
                symbol: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfSymbol"] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    getUdfTime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getUdfTimescaleMarks: {
        parameters: {
            query: {
                /** @description Unix seconds */
                from: number;
                resolution: string;
                symbol: string;
                /** @description Unix seconds */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UdfTimescaleMark"][] | components["schemas"]["UdfError"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionInfo"];
                };
            };
        };
    };
    getVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiMetadata"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceEntry"][];
                };
            };
            /** @description `WORKSPACE_UNAVAILABLE`: its file cannot be used; nothing was done; `WORKSPACE_CORRUPT`: its file is damaged, or of a newer version */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "layout" | "watchlists" | "settings";
                /** @description without a slash; no blank and no dot in front */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceDocument"];
                };
            };
            /** @description `WORKSPACE_NOT_FOUND`: no document has this kind and name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `WORKSPACE_UNAVAILABLE`: its file cannot be used; nothing was done; `WORKSPACE_CORRUPT`: its file is damaged, or of a newer version */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    saveDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "layout" | "watchlists" | "settings";
                /** @description without a slash; no blank and no dot in front */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDocument"];
            };
        };
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceEntry"];
                };
            };
            /** @description `WORKSPACE_CONFLICT`: the document has another revision by now; `WORKSPACE_FULL`: there are as many documents as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `WORKSPACE_TOO_LARGE`: the document has more bytes than it may */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `unsupported_media_type`: unsafe requests carry JSON only */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `WORKSPACE_UNAVAILABLE`: its file cannot be used; nothing was done; `WORKSPACE_CORRUPT`: its file is damaged, or of a newer version */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query: {
                /** @description the revision to delete */
                revision: number;
            };
            header?: never;
            path: {
                kind: "layout" | "watchlists" | "settings";
                /** @description without a slash; no blank and no dot in front */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is refused; `code` says why */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description The server failed; `code` says how */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceEntry"];
                };
            };
            /** @description `WORKSPACE_NOT_FOUND`: no document has this kind and name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `WORKSPACE_CONFLICT`: the document has another revision by now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `invalid_payload`: the request does not fit its model */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
            /** @description `WORKSPACE_UNAVAILABLE`: its file cannot be used; nothing was done; `WORKSPACE_CORRUPT`: its file is damaged, or of a newer version */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReply"];
                };
            };
        };
    };
}
