import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

/** Planted violations: each line may not stand in the file that it is planted in. */
const PLANTED = [
  ["src/plugins/ws/topic.ts", 'import "@clients/ws-types-generated";', "plugins/ws is pure"],
  ["src/plugins/ws/topic.ts", 'import "../mappers";', "plugins/ws is pure"],
  ["src/plugins/mappers.ts", 'import "@/services/datafeedService";', "plugins are below services"],
  ["src/plugins/wsAdapter.ts", 'import "@/components/TopBar.vue";', "plugins are below services"],
  [
    "src/services/datafeedService.ts",
    'import "@clients/ws-types-generated";',
    "speak to plugins only",
  ],
  ["src/services/datafeedService.ts", 'import "@/plugins/ws/topic";', "speak to plugins only"],
  [
    "src/services/brokerTerminalService.ts",
    'import "@/plugins/mappers/requests";',
    "speak to plugins only",
  ],
  [
    "src/services/datafeedService.ts",
    'import "@/views/TerminalView.vue";',
    "speak to plugins only",
  ],
  ["src/composables/market.ts", 'import "@/plugins/wsAdapter";', "the screen speaks to services"],
  [
    "src/composables/market.ts",
    'import "@clients/ws-types-generated";',
    "the screen speaks to services",
  ],
  ["src/services/datafeedService.ts", 'new WebSocket("ws://x");', "only plugins/wsClientBase.ts"],
  ["src/composables/market.ts", 'new WebSocket("ws://x");', "only plugins/wsClientBase.ts"],
];
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const START_WITHIN_MS = 60_000;

describe("boundaries between the layers", () => {
  /** @type {ESLint} */
  let eslint;
  beforeAll(() => {
    const config = fileURLToPath(new URL("../../eslint.config.js", import.meta.url));
    eslint = new ESLint({ cwd: ROOT, overrideConfigFile: config });
  });

  it.each(PLANTED)("in %s refuse %s", { timeout: START_WITHIN_MS }, async (file, line, reason) => {
    const [result] = await eslint.lintText(`${line}\n`, { filePath: `${ROOT}/${file}` });

    expect(result?.messages.map(({ message }) => message).join("\n")).toContain(reason);
  });
});
