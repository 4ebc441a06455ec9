/** What the server holds of its account, asked past the page; and the panels that show it. */
import type { Locator, Page } from "@playwright/test";
import type { Server } from "./server";

export interface HeldOrder {
  id: string;
  symbol: string;
  status: number;
  qty: number;
}

export interface HeldPosition {
  symbol: string;
  qty: number;
  side: number;
}

/** The broker of a server over REST. */
export class HeldAccount {
  constructor(private readonly server: Server) {}

  orders = (): Promise<HeldOrder[]> => this.ask("GET", "/orders");
  positions = (): Promise<HeldPosition[]> => this.ask("GET", "/positions");
  risk = (): Promise<{ state: string }> => this.ask("GET", "/risk");

  /** Ids of the orders that wait for the market. */
  async working(): Promise<string[]> {
    return (await this.orders()).filter(({ status }) => status === 6).map(({ id }) => id);
  }

  place(order: object): Promise<{ orderId: string }> {
    return this.ask("POST", "/orders", order);
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.server.url}/api/v1/broker${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  }
}

/** Bring a panel of the account to the front. */
export async function showPanel(page: Page, title: string): Promise<void> {
  await page.locator(".link-tab").filter({ hasText: title }).click();
}

/** The row of a table that begins with this text. */
export function rowOf(page: Page, table: string, text: string): Locator {
  return page.getByRole("table", { name: table }).getByRole("row").filter({ hasText: text });
}

/** Leave the tour of a first run. */
export async function skipTour(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem("trading-pro.tour-left", "true"));
}
