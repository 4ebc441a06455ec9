/** What our own screen asks of an account beyond the charting library: record, limits, the switch. */

import type {
  AccountExecution,
  AccountRequest,
  EquityPoint,
  EquitySpan,
  KillReport,
  RiskReport,
} from "@/plugins/accountTypes";
import type { BrokerApiType, CommandKey } from "@/plugins/broker/brokerApiType";
import type { CommandKeys } from "./commandKeys";
import { isInDoubt, retrying, type Wait } from "./retrying";

/** A blotter shows no more; the whole record is the REST API's. */
const MOST_EXECUTIONS = 10_000;

export interface ControlWorld {
  api: BrokerApiType;
  keys: CommandKeys;
  wait: Wait;
  /** Which account is meant, now. */
  account: () => string;
  /** Tells how a command went. */
  shown: <T>(command: Promise<T>, done: string) => Promise<T>;
}

/** Every method rejects with an `ApiError`. */
export class AccountControls {
  constructor(private readonly world: ControlWorld) {}

  /** Those of all instruments, ascending by time: the newest ten thousand. */
  async executions(): Promise<AccountExecution[]> {
    const { api, account } = this.world;
    return (await api.allExecutions(account(), MOST_EXECUTIONS)).items;
  }

  equity(span: EquitySpan): Promise<EquityPoint[]> {
    return this.world.api.equityHistory(this.world.account(), span);
  }

  risk(): Promise<RiskReport> {
    return this.world.api.risk(this.world.account());
  }

  /** Cancel entries and stop trading; `flatten` closes the positions too. */
  kill(flatten: boolean): Promise<KillReport> {
    const { api } = this.world;
    const killed = this.send(["kill", flatten], (command) => api.killSwitch(command, flatten));
    return this.world.shown(killed, "Trading is stopped");
  }

  async resume(): Promise<void> {
    const resumed = this.send(["resume"], (command) => this.world.api.resume(command));
    await this.world.shown(resumed, "Trading goes on");
  }

  /** Start anew: orders canceled, positions taken away, cash as at first. */
  async reset(): Promise<void> {
    const reset = this.send(["reset"], (command) => this.world.api.reset(command));
    await this.world.shown(reset, `${this.world.account()} starts anew`);
  }

  async open(account: AccountRequest): Promise<void> {
    const { api } = this.world;
    const opened = this.send(["open", account], ({ key }) => api.openAccount(account, key));
    await this.world.shown(opened, `${account.name}: account opened`);
  }

  /** Send it again until somebody knows what became of it; asked anew, it is another command. */
  private send<T>(asked: unknown, command: (command: CommandKey) => Promise<T>): Promise<T> {
    const { keys, wait, account } = this.world;
    const accountId = account();
    const sent = (key: string): Promise<T> => retrying(() => command({ accountId, key }), wait);
    return keys.run([accountId, asked], sent, isInDoubt);
  }
}
