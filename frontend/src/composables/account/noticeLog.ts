import type { AccountNotice } from "./accountDesk";

/** Where the log of notices outlives a reload of the page. */
export interface NoticeLog {
  read(): AccountNotice[];
  keep(notices: readonly AccountNotice[]): void;
}

const KEY = "trading-pro.notices";

/** The log of this tab: written when the page is left, not at each notice. */
export function sessionNoticeLog(): NoticeLog {
  let newest: readonly AccountNotice[] | null = null;
  addEventListener("pagehide", () => {
    if (newest) sessionStorage.setItem(KEY, JSON.stringify(newest));
  });
  return {
    read: () => parsed(sessionStorage.getItem(KEY)),
    keep: (notices) => (newest = notices),
  };
}

/** A log that ends with the page. */
export const PAGE_LOG: NoticeLog = { read: () => [], keep: () => undefined };

function parsed(text: string | null): AccountNotice[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? (found as AccountNotice[]) : [];
  } catch {
    return [];
  }
}
