/** Builds the long screen from the shipped client; LONG_SCREEN_PLANT names a fault to plant in it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { alias } from "./vite.config.ts";

interface PlantedFault {
  file: string;
  line: string;
  becomes: string;
}

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ROOT = fromHere("./src/testing/longScreen");
const FAULTS = JSON.parse(readFileSync(`${ROOT}/faults.json`, "utf8")) as Record<
  string,
  PlantedFault
>;

/** Puts one line of the client in another's place, and fails where that line is not to be found. */
function plant(name: string): Plugin {
  const fault = FAULTS[name];
  if (!fault) {
    throw new Error(`expected a fault of ${Object.keys(FAULTS).join(", ")}, got ${name}`);
  }
  const { file, line, becomes } = fault;
  return {
    name: "plant-fault",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(file)) return undefined;
      if (code.split(line).length !== 2) throw new Error(`${file} does not have once: ${line}`);
      return code.replace(line, () => becomes);
    },
  };
}

const planted = process.env["LONG_SCREEN_PLANT"];

export default defineConfig({
  root: ROOT,
  base: "./",
  plugins: planted ? [plant(planted)] : [],
  resolve: { alias },
});
