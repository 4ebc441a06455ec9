import { inject, type InjectionKey } from "vue";
import type { AccountDesk } from "./accountDesk";

export const accountKey: InjectionKey<AccountDesk> = Symbol("account");

export function useAccount(): AccountDesk {
  const account = inject(accountKey);
  if (!account) throw new Error("no account was provided to this component");
  return account;
}
