import type { TableColumn } from "@/components/table/columns";
import type { AccountNotice } from "@/composables/account/accountDesk";
import { stampHint, stampText } from "./words";

const ZONE = "UTC";

/** The columns of the log: what it tells of trades in many zones. */
export const NOTICE_COLUMNS: TableColumn<AccountNotice>[] = [
  {
    ...{ id: "at", title: "Time", kind: "time", width: 120, fixed: true },
    zone: () => ZONE,
    value: ({ at }) => at,
    text: ({ at }) => stampText(at, ZONE),
    hint: ({ at }) => stampHint(at, ZONE),
  },
  {
    ...{ id: "kind", title: "What", kind: "text", width: 160 },
    value: ({ title }) => title,
    tone: ({ good }) => (good ? "muted" : "danger"),
  },
  {
    ...{ id: "text", title: "Message", kind: "text", width: 480, fixed: true },
    value: ({ text }) => text,
    hint: ({ text }) => text,
  },
  { id: "controls", title: "Actions", kind: "controls", width: 40, value: () => null },
];
