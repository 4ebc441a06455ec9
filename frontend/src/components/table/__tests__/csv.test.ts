import { describe, expect, it } from "vitest";
import type { CellValue, TableColumn } from "../columns";
import { csvOf } from "../csv";

interface Row {
  name: CellValue;
  at: number;
}

const name: TableColumn<Row> = {
  id: "name",
  title: "Name",
  kind: "text",
  width: 1,
  value: (row) => row.name,
  text: () => "what is shown is not exported",
};
const at: TableColumn<Row> = { ...name, id: "at", title: "At", kind: "time", value: (r) => r.at };
const buttons: TableColumn<Row> = { ...name, id: "acts", kind: "controls" };
const line: TableColumn<Row> = { ...name, id: "line", kind: "drawing" };

const written = (value: CellValue): string | undefined =>
  csvOf([name], [{ name: value, at: 0 }]).split("\r\n")[1];

describe("an exported table", () => {
  it("has a line a row, each ended as RFC 4180 says, with UTC times, no buttons and no drawings", () => {
    expect(
      csvOf([name, at, line, buttons], [{ name: "AAPL", at: Date.UTC(2026, 0, 2, 3, 4, 5, 6) }]),
    ).toBe("Name,At (UTC)\r\nAAPL,2026-01-02T03:04:05.006Z\r\n");
  });

  it("quotes what would end a field", () => {
    expect(written('say "no", twice')).toBe('"say ""no"", twice"');
    expect(csvOf([name], [{ name: "two\nlines", at: 0 }])).toContain('"two\nlines"');
  });

  it.each(["=1+1", "+1", "-1", "@sum", "\tx"])("keeps %j from being computed", (text) => {
    expect(written(text)).toBe(`'${text}`);
  });

  it("leaves a negative number a number, and nothing where nothing is known", () => {
    expect([written(-0.5), written(null)]).toEqual(["-0.5", ""]);
  });
});
