/** Builds the client as a package of its own into dist-package/: code, types, package.json. */

import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = join(ROOT, "dist-package");
const TYPES = join(OUT, "types");
/** Aliases of tsconfig.base.json, which another application does not have. */
/** @type {Record<string, string>} */
const ALIASES = { "@clients/": "src/clients/", "@public/": "public/", "@/": "src/" };

/** @type {(tool: string, ...args: string[]) => unknown} */
const run = (tool, ...args) =>
  execFileSync(join(ROOT, "node_modules/.bin", tool), args, { cwd: ROOT, stdio: "inherit" });

rmSync(OUT, { recursive: true, force: true });
run("vite", "build", "--config", "vite.package.config.ts", "--logLevel", "warn");
run("tsc", "-p", "tsconfig.package.json");
for (const folder of ["public", "src/clients"]) copyTypes(folder);
readdirSync(TYPES, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".d.ts"))
  .forEach((name) => resolveAliases(join(TYPES, name)));
writeFileSync(join(OUT, "package.json"), `${JSON.stringify(description(), null, 2)}\n`);
for (const name of ["LICENSE", "NOTICE"]) cpSync(join(ROOT, "..", name), join(OUT, name));

/**
 * Declarations that are written by hand or generated: the compiler emits none for them.
 * @param {string} folder
 */
function copyTypes(folder) {
  /** @type {(name: string) => boolean} */
  const isDeclaration = (name) => !/\.\w+$/.test(name) || name.endsWith(".d.ts");
  cpSync(join(ROOT, folder), join(TYPES, folder), { recursive: true, filter: isDeclaration });
}

/** @param {string} file */
function resolveAliases(file) {
  const text = readFileSync(file, "utf8").replace(
    /(["'])(@clients\/|@public\/|@\/)([^"']+)\1/g,
    (_, /** @type {string} */ quote, /** @type {string} */ alias, /** @type {string} */ path) => {
      const target = relative(dirname(file), join(TYPES, ALIASES[alias] ?? "", path));
      return quote + (target.startsWith(".") ? target : `./${target}`) + quote;
    },
  );
  writeFileSync(file, text);
}

function description() {
  const page = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  /** @param {string} name */
  const entry = (name) => ({
    types: `./types/src/clientPackage/${name}.d.ts`,
    default: `./${name}.js`,
  });
  return {
    name: "@trading-pro/client",
    version: page.version,
    description: "Streams, REST and services of a Trading Pro server, typed",
    license: page.license,
    type: "module",
    sideEffects: false,
    exports: { ".": entry("index"), "./vue": entry("vue") },
    peerDependencies: { vue: "^3.5" },
    peerDependenciesMeta: { vue: { optional: true } },
  };
}
