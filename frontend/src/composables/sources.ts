/** Where the page's data come from: a server, or, where none answers, this browser. */

import { useStorage } from "@vueuse/core";
import { hasInjectionContext, inject, ref, watch, type InjectionKey, type Ref } from "vue";
import { useRouter } from "vue-router";
import { BrokerTerminalService } from "@/services/brokerTerminalService";
import { DEMO_SYMBOL, OfflineDemo } from "@/services/offlineDemo";
import { AccountDesk } from "./account/accountDesk";
import { sessionNoticeLog } from "./account/noticeLog";
import { NO_LINK, type LinkStatus, type MarketFeed } from "./marketFeed";
import { ServiceMarketFeed } from "./serviceMarketFeed";

export type SourceName = "server" | "demo";

export interface Sources {
  feed: MarketFeed;
  account: AccountDesk;
  close(): void;
}

export const sourceNameKey: InjectionKey<Ref<SourceName>> = Symbol("source");

/** Whose data the page shows; writing it starts the page anew on the other's. */
export function useSourceName(): Ref<SourceName> {
  const server = ref<SourceName>("server");
  return hasInjectionContext() ? inject(sourceNameKey, server) : server;
}

/** Return what shows another source's data; the address's symbol stays behind. */
export function useSourceSwitch(): (to: SourceName) => Promise<void> {
  const source = useSourceName();
  const router = useRouter();
  return async (to) => {
    await router.replace({ path: "/", query: {} });
    source.value = to;
  };
}

/** Where the browser keeps what belongs to a source: the demo's symbol is not the server's. */
export function useStorageName(name: string): string {
  return useSourceName().value === "demo" ? `trading-pro.demo.${name}` : `trading-pro.${name}`;
}

export function openSources(name: SourceName): Sources {
  return name === "demo" ? demoSources() : serverSources();
}

function serverSources(): Sources {
  const chosen = useStorage("trading-pro.account", "demo");
  const account = new AccountDesk(
    (host) => new BrokerTerminalService(host, { accountId: chosen.value }),
    Date.now,
    sessionNoticeLog(),
  );
  watch(account.accountId, (id) => (chosen.value = id));
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
  return { feed: new DemoFeed(demo.datafeed, connection as never), account, close };
}

/** Streams the demo's symbol alone: another's name never stands beside an invented price. */
class DemoFeed extends ServiceMarketFeed {
  override streamQuotes(...asked: Parameters<ServiceMarketFeed["streamQuotes"]>) {
    return asked[0] === DEMO_SYMBOL ? super.streamQuotes(...asked) : () => undefined;
  }

  override streamBars(...asked: Parameters<ServiceMarketFeed["streamBars"]>) {
    return asked[0] === DEMO_SYMBOL ? super.streamBars(...asked) : () => undefined;
  }
}

const DEMO_LINK: LinkStatus = { ...NO_LINK, state: "demo" };
