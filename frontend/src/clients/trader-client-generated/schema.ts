// Generated from the contract; never edited by hand.

export interface paths {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
         */
        Bar: {
            /** Close */
            close: number;
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
         * DatafeedConfiguration
         * @description TradingView's datafeed configuration, and the name of the feed behind it.
         */
        DatafeedConfiguration: {
            /** Exchanges */
            exchanges: components["schemas"]["Exchange"][];
            /** Feed */
            feed: string;
            /** Supported Resolutions */
            supported_resolutions: string[];
            /** Supports Marks */
            supports_marks: boolean;
            /** Supports Time */
            supports_time: boolean;
            /** Supports Timescale Marks */
            supports_timescale_marks: boolean;
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
         */
        HealthResponse: {
            /** Api Version */
            api_version: string;
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
         * QuoteValues
         * @description TradingView's quote fields; prices in the instrument's currency, `chp` in percent.
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
            /** Short Name */
            short_name: string;
            /** Spread */
            spread: number;
            /** Volume */
            volume: number;
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
         * SymbolInfo
         * @description What a chart must know of an instrument; tick size = `minmov` / `pricescale`.
         */
        SymbolInfo: {
            /** Corrections */
            corrections: string;
            /** Currency Code */
            currency_code: string;
            data_status: components["schemas"]["DataStatus"];
            /** Description */
            description: string;
            /** Exchange */
            exchange: string;
            /** Format */
            format: string;
            /** Has Daily */
            has_daily: boolean;
            /** Has Intraday */
            has_intraday: boolean;
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
}
