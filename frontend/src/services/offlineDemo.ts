/** Market and account without a server, over `WsFallback`: to be looked at, and marked as invented. */

import { OfflineBroker } from "@/plugins/offline/offlineBroker";
import { OfflineMarket } from "@/plugins/offline/offlineMarket";
import { WsFallback } from "@/plugins/wsAdapter";
import type { IBrokerConnectionAdapterHost } from "@public/trading_terminal/charting_library";
import type { AccountStreams } from "./broker/accountSession";
import { BrokerTerminalService } from "./brokerTerminalService";
import { DatafeedService, type DatafeedSources } from "./datafeedService";

/** The only symbol there is. */
export const DEMO_SYMBOL = "DEMO";

const QUOTED_EVERY_MS = 500;

export class OfflineDemo {
  readonly datafeed: DatafeedService;
  private readonly market: OfflineMarket;
  private readonly broker: OfflineBroker;
  private readonly ws: WsFallback;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(now: () => number = Date.now) {
    this.market = new OfflineMarket(now);
    const quoteOf = (symbol: string) => (symbol === DEMO_SYMBOL ? this.market.touch() : undefined);
    this.broker = new OfflineBroker({ quoteOf, now });
    this.ws = new WsFallback({ ...this.market.mockers(), ...this.broker.mockers() });
    this.datafeed = new DatafeedService({
      ws: this.ws as NonNullable<DatafeedSources["ws"]>,
      api: this.market,
    });
    this.timer = setInterval(() => this.broker.quoted(DEMO_SYMBOL), QUOTED_EVERY_MS);
  }

  /** The account, for a host. */
  brokerFor(host: IBrokerConnectionAdapterHost): BrokerTerminalService {
    return new BrokerTerminalService(host, {
      api: this.broker,
      ws: this.ws as AccountStreams,
      symbols: this.market,
      socket: (watcher) => {
        watcher({ state: "live", reason: null });
        return () => undefined;
      },
    });
  }

  close(): void {
    clearInterval(this.timer);
  }
}
