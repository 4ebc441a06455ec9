// Generated from the contract; never edited by hand.

export interface paths {
    "/api/v1/datafeed/bars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bars */
        get: operations["bars_api_v1_datafeed_bars_get"];
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
        /** Config */
        get: operations["config_api_v1_datafeed_config_get"];
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
        /** Quotes */
        post: operations["quotes_api_v1_datafeed_quotes_post"];
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
        /** Resolve */
        get: operations["resolve_api_v1_datafeed_resolve__symbol__get"];
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
        /** Search */
        get: operations["search_api_v1_datafeed_search_get"];
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
        /** Time */
        get: operations["time_api_v1_datafeed_time_get"];
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
         * @description TradingView's datafeed configuration.
         */
        DatafeedConfiguration: {
            /** Exchanges */
            exchanges: components["schemas"]["Exchange"][];
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
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
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
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
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
    bars_api_v1_datafeed_bars_get: {
        parameters: {
            query: {
                count_back?: number | null;
                from_time: number;
                resolution: string;
                symbol: string;
                to_time: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetBarsResponse"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    config_api_v1_datafeed_config_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
    quotes_api_v1_datafeed_quotes_post: {
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
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteData"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resolve_api_v1_datafeed_resolve__symbol__get: {
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
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SymbolInfo"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    search_api_v1_datafeed_search_get: {
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
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchSymbolResultItem"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    time_api_v1_datafeed_time_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
}
