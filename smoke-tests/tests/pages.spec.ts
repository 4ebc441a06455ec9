import type { Page } from "@playwright/test";
import { expect, expectLive, expectUpdates, test } from "../support/journey";

const REFERENCES = [
  { path: "/api/v1/docs", title: "Trading Pro REST", shows: "GET /api/v1/datafeed/bars" },
  { path: "/api/v1/ws/docs", title: "Trading Pro streams", shows: "bars.subscribe · you send" },
];

interface Violation {
  directive: string;
  blocked: string;
}

/** Note what the policy refuses from the first line of the page on. */
async function watchViolations(page: Page): Promise<() => Promise<Violation[]>> {
  await page.addInitScript(() => {
    const seen: Violation[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener("securitypolicyviolation", (event) => {
      seen.push({ directive: event.effectiveDirective, blocked: event.blockedURI });
    });
  });
  return () => page.evaluate(() => (window as unknown as { violations: Violation[] }).violations);
}

/** Answer nothing but the product's own host, as a machine without a network would. */
async function cutTheNetwork(page: Page, baseURL: string): Promise<string[]> {
  const asked: string[] = [];
  await page.route(
    (url) => url.origin !== new URL(baseURL).origin,
    async (route) => {
      asked.push(route.request().url());
      await route.abort();
    },
  );
  return asked;
}

test("the terminal works without a single breach of its policy", async ({ page }) => {
  const violations = await watchViolations(page);
  await page.goto("/?symbol=AAPL&resolution=1");
  await expectLive(page);
  await expectUpdates(page, 1);

  await page.getByTestId("theme-switch").click();
  await page.getByRole("button", { name: "5 minutes", exact: true }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("msft");
  await page.keyboard.press("Enter");
  await expectLive(page);
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 300);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectUpdates(page, 1);

  expect(await violations()).toEqual([]);
});

test.describe(() => {
  // The browser itself reports what it refuses.
  test.use({ expectedErrors: /Content Security Policy|Refused/ });

  test("a script that is not the terminal's own does not run", async ({ page }) => {
    const violations = await watchViolations(page);
    await page.goto("/");
    await expectLive(page);

    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.intruder = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="x:" onerror="window.intruder = 2">');
      const remote = document.createElement("script");
      remote.src = "https://elsewhere.example/steal.js";
      document.body.append(remote);
    });

    await expect.poll(async () => (await violations()).length).toBeGreaterThanOrEqual(3);
    expect(await page.evaluate(() => "intruder" in window)).toBe(false);
    const refused = (await violations()).map((violation) => violation.blocked);
    expect(refused).toContain("https://elsewhere.example/steal.js");
  });
});

for (const { path, title, shows } of REFERENCES) {
  test(`${path} is readable with the network cut`, async ({ page, baseURL }) => {
    const violations = await watchViolations(page);
    const asked = await cutTheNetwork(page, baseURL ?? "");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);

    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByText(shows, { exact: true }).last()).toBeVisible();
    expect(await sidewaysScroll(page)).toBe(0);
    // Its style sheet came.
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px");
    expect(await violations()).toEqual([]);

    await page.getByRole("link", { name: "Terminal" }).click();
    await expectLive(page);
    expect(asked).toEqual([]);
  });
}

test("the terminal leads to both references", async ({ page }) => {
  for (const { title } of REFERENCES) {
    await page.goto("/");
    await expectLive(page);
    const name = title.replace("Trading Pro ", "");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await page.goBack();
    await expectLive(page);
  }
});

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
