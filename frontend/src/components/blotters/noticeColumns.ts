import type { TableColumn } from "@/components/table/columns";
import type { AccountNotice } from "@/composables/account/accountDesk";
import { stampHint, stampText } from "./words";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The columns of the log; its times are this machine's. */
export const NOTICE_COLUMNS: TableColumn<AccountNotice>[] = [
  {
    ...{ id: "at", title: "Time", kind: "time", width: 120, fixed: true },
    value: ({ at }) => at,
    text: ({ at }) => stampText(at, HERE),
    hint: ({ at }) => stampHint(at, HERE),
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
