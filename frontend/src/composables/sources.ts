/** Where the page's data come from: a server, or, where none answers, this browser. */

import { inject, ref, type InjectionKey, type Ref } from "vue";
import { BrokerTerminalService } from "@/services/brokerTerminalService";
import { OfflineDemo } from "@/services/offlineDemo";
import { AccountDesk } from "./account/accountDesk";
import type { LinkStatus, MarketFeed } from "./marketFeed";
import { ServiceMarketFeed } from "./serviceMarketFeed";

export type SourceName = "server" | "demo";

export interface Sources {
  feed: MarketFeed;
  account: AccountDesk;
  close(): void;
}

export const sourceNameKey: InjectionKey<Ref<SourceName>> = Symbol("source");

/** Whose data the page shows; writing it starts the page anew on the other's. */
export const useSourceName = (): Ref<SourceName> => inject(sourceNameKey, ref("server"));

export function openSources(name: SourceName): Sources {
  return name === "demo" ? demoSources() : serverSources();
}

function serverSources(): Sources {
  const account = new AccountDesk((host) => new BrokerTerminalService(host));
  return { feed: new ServiceMarketFeed(), account, close: () => account.broker.destroy() };
}

function demoSources(): Sources {
  const demo = new OfflineDemo();
  const account = new AccountDesk((host) => demo.brokerFor(host));
  const connection = {
    watch: (watcher: (status: LinkStatus) => void) => {
      watcher(DEMO_LINK);
      return () => undefined;
    },
    retry: () => undefined,
    topics: () => [],
  };
  const close = (): void => {
    account.broker.destroy();
    demo.close();
  };
  return { feed: new ServiceMarketFeed(demo.datafeed, connection as never), account, close };
}

const DEMO_LINK: LinkStatus = {
  state: "demo",
  reason: null,
  retryAt: null,
  lagMs: null,
  contract: null,
  outdated: false,
  topics: 0,
  skipped: 0,
  rejected: 0,
};
