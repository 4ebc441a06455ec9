import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contractFile } from "@/testing/contractFile";
import { chained, FIRST_CHAIN, StateHash } from "../stateHash";

interface Vector {
  name: string;
  orders: { id: string }[];
  positions: { symbol: string }[];
  balances: { currency: string }[];
  executions: { chain: string; count: number };
  stateHash: string;
}
const { states } = contractFile("state-hash.json") as { states: Vector[] };

function hashOf({ orders, positions, balances, executions }: Vector): StateHash {
  const hash = new StateHash();
  orders.forEach((order) => hash.put("order", order.id, order));
  positions.forEach((position) => hash.put("position", position.symbol, position));
  balances.forEach((balance) => hash.put("balance", balance.currency, balance));
  hash.put("executions", "", executions);
  return hash;
}

const busy = states.find(({ orders, positions }) => orders.length && positions.length) as Vector;

describe("the state hash", () => {
  it.each(states)("is the server's for $name", (vector) => {
    expect(hashOf(vector).hex).toBe(vector.stateHash);
  });

  it("does not depend on the order in which its members came", () => {
    const forth = hashOf(busy);
    const back = new StateHash();
    back.put("executions", "", busy.executions);
    [...busy.balances].reverse().forEach((each) => back.put("balance", each.currency, each));
    busy.positions.forEach((each) => back.put("position", each.symbol, each));
    [...busy.orders].reverse().forEach((each) => back.put("order", each.id, each));

    expect(back.hex).toBe(forth.hex);
  });

  it("is again what it was when a member is replaced and put back, or added and removed", () => {
    const hash = hashOf(busy);
    const [order] = busy.orders;
    hash.put("order", order?.id ?? "", { ...order, qty: "1" });
    const changed = hash.hex;
    hash.put("order", order?.id ?? "", order ?? {});
    hash.put("order", "another", { id: "another" });
    hash.remove("order", "another");
    hash.remove("order", "unknown");

    expect([hash.hex, changed === busy.stateHash]).toEqual([busy.stateHash, false]);
  });

  it("notices any member of any record that is not what the server has", () => {
    const records = [...busy.orders, ...busy.positions, ...busy.balances];
    const fields = records.flatMap((record, at) =>
      Object.keys(record).map((field) => [at, field] as const),
    );

    const unnoticed = fields.filter(([at, field]) => {
      const altered = structuredClone(busy);
      const target = [...altered.orders, ...altered.positions, ...altered.balances][at];
      Object.assign(target ?? {}, { [field]: "?" });
      return hashOf(altered).hex === busy.stateHash;
    });

    expect([fields.length > 20, unnoticed]).toEqual([true, []]);
  });

  it("is empty after clearing", () => {
    const hash = hashOf(busy);

    hash.clear();

    expect(hash.hex).toBe(FIRST_CHAIN);
  });
});

describe("the chain of executions", () => {
  it("hashes the chain before it and the record's canonical JSON", () => {
    const text = `${FIRST_CHAIN}{"fee":"0","id":"é"}`;

    const chain = chained(FIRST_CHAIN, { id: "é", fee: "0" });

    expect(chain).toBe(createHash("sha256").update(text).digest("hex"));
  });
});
