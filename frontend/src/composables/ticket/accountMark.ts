import type { AccountDesk } from "@/composables/account/accountDesk";

type Marked = Pick<AccountDesk, "accountId" | "step" | "equity" | "positions" | "orders" | "risk">;

/** What a preview is computed from; unlike the lists themselves it stays while only prices move. */
export function accountMark({ accountId, step, equity, positions, orders, risk }: Marked): string {
  return JSON.stringify([
    ...[accountId.value, step.value?.step, equity.value?.balance, risk.value],
    positions.value.map(({ id, side, qty }) => [id, side, qty]),
    orders.value.map(({ id, status, qty, filledQty }) => [id, status, qty, filledQty]),
  ]);
}
