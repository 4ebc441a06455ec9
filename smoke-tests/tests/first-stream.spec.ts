import { expect, test, type Page } from "@playwright/test";
import { FreshClone } from "../support/freshClone";
import { patternOf, readTutorial, type Block } from "../support/tutorial";

const TUTORIAL = readTutorial("first-stream.md");
const SERVER = "http://127.0.0.1:8000";
const PAGE = "http://127.0.0.1:5173/first-stream.html";
const TYPE_CHECK = { extends: "./tsconfig.app.json", files: ["src/firstStream.ts"], include: [] };

/** Return the section whose heading begins with this number, or is this text. */
function section(name: string): Block[] {
  const found = [...TUTORIAL].find(([heading]) => heading.startsWith(name));
  if (!found) throw new Error(`the tutorial has no section ${name}`);
  return found[1];
}

/** Paste each snippet into the page's console and see the lines that the tutorial shows. */
async function pasteAndCompare(page: Page, blocks: readonly Block[]): Promise<void> {
  const written: string[] = [];
  page.on("console", (message) => written.push(message.text()));
  const devtools = await page.context().newCDPSession(page);
  for (const { language, text } of blocks) {
    if (language === "javascript") {
      written.length = 0;
      await devtools.send("Runtime.evaluate", { expression: text, replMode: true });
    } else {
      const shown = text.trim().split("\n").map(patternOf);
      const asShown: unknown[] = shown.map((pattern) => expect.stringMatching(pattern));
      await expect.poll(() => written).toEqual(asShown);
    }
  }
}

test("the first stream runs as the tutorial tells it", async ({ page, context }) => {
  test.setTimeout(180_000);
  const clone = new FreshClone();
  try {
    for (const step of ["1.", "2.", "3.", "4.", "5."]) await clone.follow(section(step));

    await page.goto(clone.at(`${SERVER}/api/v1/ws/docs`));
    await expect(page.getByText("countdown.update · you receive")).toBeVisible();
    await page.goto(clone.at(SERVER));
    await pasteAndCompare(page, section("6."));

    await clone.follow(section("7."));
    clone.write("frontend/tsconfig.first.json", JSON.stringify(TYPE_CHECK));
    clone.run("frontend/node_modules/.bin/tsc --noEmit -p frontend/tsconfig.first.json");
    const [first, second] = [await context.newPage(), await context.newPage()];
    await first.goto(clone.at(PAGE));
    await second.goto(clone.at(PAGE));
    await expect(second.locator("#left")).toHaveText("Lift-off");
    await expect(first.locator("#left")).toHaveText("Lift-off");

    await clone.stopServers();
    await clone.follow(section("What you have"));
    expect(clone.run("backend/.venv/bin/python -m pip list")).not.toContain("first-stream");
  } finally {
    await clone.remove();
  }
});
