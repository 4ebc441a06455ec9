import { describe, expect, it } from "vitest";
import { entriesOf, knownEntries, textOfEntries, tooMany } from "../listText";

const SERVER = new Map([
  ["AAPL", "AAPL"],
  ["NASDAQ:AAPL", "AAPL"],
  ["MSFT", "MSFT"],
]);
const find = (symbol: string) => Promise.resolve(SERVER.get(symbol) ?? null);

describe("a watchlist as text", () => {
  it("is read by commas and by lines, each entry once", () => {
    expect(entriesOf("###Tech, nasdaq:aapl,MSFT\r\nMSFT\n\n### Coins ;BTC/USD")).toEqual([
      "###Tech",
      "NASDAQ:AAPL",
      "MSFT",
      "###Coins",
      "BTC/USD",
    ]);
  });

  it("reads back as it was written", () => {
    const entries = ["###Tech", "AAPL", "MSFT", "###Coins", "BTC/USD"];
    expect(entriesOf(textOfEntries(entries))).toEqual(entries);
  });

  it("takes the server's names, with or without the exchange, and tells the unknown", async () => {
    const read = entriesOf("###Tech,NASDAQ:AAPL,NYSE:MSFT,XETR:SAP,AAPL");
    expect(await knownEntries(read, find)).toEqual({
      entries: ["###Tech", "AAPL", "MSFT"],
      unknown: ["XETR:SAP"],
    });
  });

  it("fails as a whole where the server does not answer", async () => {
    const away = () => Promise.reject(new Error("away"));
    await expect(knownEntries(["AAPL"], away)).rejects.toThrow("away");
  });

  it("is refused beyond the symbols that a connection can stream", () => {
    const many = Array.from({ length: 501 }, (_, number) => `S${number}`);
    expect(tooMany(["###Tech", ...many.slice(1)])).toBeNull();
    expect(tooMany(many)).toContain("501");
  });
});
