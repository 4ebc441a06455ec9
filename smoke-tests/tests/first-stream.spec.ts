import { expect, test, type Page } from "@playwright/test";
import { FreshClone } from "../support/freshClone";
import { patternOf, readTutorial, type Block } from "../support/tutorial";

const TUTORIAL = readTutorial("first-stream.md");
const API = "http://127.0.0.1:8000";
const STREAMS = "http://127.0.0.1:5173/streams";

/** Return the section whose heading begins with this number. */
function section(number: string): Block[] {
  const found = [...TUTORIAL].find(([heading]) => heading.startsWith(number));
  if (!found) throw new Error(`the tutorial has no section ${number}`);
  return found[1];
}

const textOf = (blocks: readonly Block[], language: string): string =>
  blocks.find((block) => block.language === language)?.text ?? "";

/** Wait until the lines that the tutorial shows were written one below the other. */
async function expectShown(written: readonly string[], blocks: readonly Block[]): Promise<void> {
  const shown = textOf(blocks, "text").trim().split("\n").map(patternOf);
  const isShown = (): boolean =>
    written.some((_, first) => shown.every((line, at) => line.test(written[first + at] ?? "")));
  const message = `the console shows ${textOf(blocks, "text")}`;
  await expect.poll(isShown, { message, timeout: 20_000 }).toBe(true);
}

const cells = (page: Page, table: string) =>
  page.getByTestId(table).getByRole("row", { name: "news symbol AAPL" }).getByRole("cell");

test("the first stream runs as the tutorial tells it", async ({ page }) => {
  test.setTimeout(240_000);
  const clone = new FreshClone();
  try {
    const before = clone.texts();
    for (const number of ["1.", "2.", "3.", "4."]) await clone.follow(section(number));

    await page.goto(clone.at(`${API}/api/v1/ws/docs`));
    await expect(page.getByText("news.update · you receive")).toBeVisible();
    await page.goto(clone.at(STREAMS));
    const written: string[] = [];
    page.on("console", (message) => written.push(message.text()));
    const expression = textOf(section("4."), "javascript");
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Runtime.evaluate", { expression, replMode: true });
    await expectShown(written, section("4."));
    await expect(cells(page, "own-streams").nth(1)).toHaveText("live");
    await expect(cells(page, "server-topics").nth(3)).toHaveText("1");

    await clone.follow(section("5."));
    await expectShown(written, section("5."));

    await clone.follow(section("6."));
    await clone.stopServers();
    await clone.follow(section("7."));
    expect(clone.texts()).toEqual(before);
  } finally {
    await clone.remove();
  }
});
