/** The broker's service over an account in memory, for whoever hosts it. */

import { OfflineBroker } from "@/plugins/offline/offlineBroker";
import { WsFallback } from "@/plugins/wsAdapter";
import type { AccountStreams } from "@/services/broker/accountSession";
import { BrokerTerminalService } from "@/services/brokerTerminalService";
import type { IBrokerConnectionAdapterHost } from "@public/trading_terminal/charting_library";

/** Everything is quoted at `price`; its streams tick by the timers. */
export function offlineService(
  host: IBrokerConnectionAdapterHost,
  price: number,
): BrokerTerminalService {
  const quote = { bid: price, ask: price };
  const api = new OfflineBroker({ quoteOf: () => quote, now: () => 5 });
  const v = { ...quote, lp: price, spread: 0 };
  const quotesMocker = () => ({ s: "ok" as const, n: "A", v });
  const ws = new WsFallback({ ...api.mockers(), quotesMocker }) as AccountStreams;
  return new BrokerTerminalService(host, { api, ws, socket: () => () => undefined });
}
