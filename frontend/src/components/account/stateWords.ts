import type { RiskReport } from "@/services/brokerTerminalService";

/** How an account stands, in a word. */
export const STATE_WORDS: Record<RiskReport["state"], string> = {
  ACTIVE: "Active",
  REDUCING: "Reducing only",
  HALTED: "Halted",
};

/** What is refused and what still works, for who has to decide what to do next. */
export const STATE_SENTENCES: Record<Exclude<RiskReport["state"], "ACTIVE">, string> = {
  HALTED: "New orders and closes are refused; what protects positions still works.",
  REDUCING: "Only orders that reduce a position are taken.",
};
