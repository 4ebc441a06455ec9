/** What the front end knows of an account beyond the charting library's types. */

import type { ConnectionStatus, DisconnectType } from "@public/trading_terminal/charting_library";

/** Account value in its currency: equity = balance + unrealizedPL. */
export interface Equity {
  equity: number;
  balance: number;
  unrealizedPL: number;
  realizedPL: number;
}

/** State of the account's link to its venue; `since` in Unix ms. */
export interface BrokerConnection {
  status: ConnectionStatus;
  message?: string;
  disconnectType?: DisconnectType;
  since: number;
}
