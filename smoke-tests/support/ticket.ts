/** The order ticket on the screen, and what the server holds beside it. */
import type { Locator, Page } from "@playwright/test";
import { expect, expectLive } from "./journey";

export const STATUS = { canceled: 1, filled: 2, working: 6 } as const;

export interface HeldOrder {
  id: string;
  type: number;
  status: number;
  qty: number;
  limitPrice: number | null;
  stopLoss: number | null;
  parentId: string | null;
  reason: string | null;
}

/** Open the page at a symbol and its ticket by the key. */
export async function openTicket(page: Page, url: string, key: "b" | "s" = "b"): Promise<void> {
  await page.goto(`${url}/?symbol=BTC/USD&resolution=1`);
  await expectLive(page);
  await page.keyboard.press(key);
  await expect(page.getByLabel("Quantity", { exact: true })).toBeFocused();
}

export const field = (page: Page, name: string): Locator =>
  page.getByTestId(`ticket-${name}`).locator("input");

/** What stands at a field. */
export const saysAt = (page: Page, name: string): Locator =>
  page.getByTestId(`ticket-${name}`).locator("xpath=ancestor::*[@data-part]//p");

export const submit = (page: Page): Locator => page.getByTestId("ticket-submit");

/** How the order stands that the ticket has placed last. */
export const placedState = (page: Page): Locator => page.getByTestId("ticket-placed-state");

export async function heldOrders(page: Page, url: string): Promise<HeldOrder[]> {
  const answer = await page.request.get(`${url}/api/v1/broker/orders`);
  return (await answer.json()) as HeldOrder[];
}
