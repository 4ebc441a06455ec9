import { defineConfig } from "eslint/config";
import pluginVue from "eslint-plugin-vue";
import tseslint from "typescript-eslint";

/** One direction only: views, components -> composables -> services -> plugins -> clients. */
const SCREEN = ["@/components/*", "@/views/*", "@/composables/*", "@/router/*", "@/router"];
/** What `mappers.ts` and the socket's client pass on. */
const INSIDE_PLUGINS = ["@/plugins/mappers/*", "@/plugins/ws/*"];

/**
 * @param {string[]} group
 * @param {string} message
 * @returns {Record<string, ["error", unknown]>}
 */
const forbid = (group, message) => ({
  "no-restricted-imports": ["error", { patterns: [{ group, message }] }],
});

/**
 * Sizes: beyond these a file or a function does more than one thing.
 * @param {number} lines
 * @returns {Record<string, ["error", unknown]>}
 */
const limit = (lines) => ({
  "max-lines": ["error", lines],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
});

export default defineConfig(
  { ignores: ["dist/", "dist-package/", "coverage/", "src/clients/**", "node_modules/"] },
  tseslint.configs.strictTypeChecked,
  pluginVue.configs["flat/essential"],
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: [".vue"],
      },
    },
    rules: {
      ...limit(400),
      "max-params": ["error", 6],
      "no-console": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  { files: ["**/*.vue"], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  {
    // They read JSON documents of any shape and fail on what they do not know.
    files: ["scripts/**/*.mjs"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  // One file, as the library that it stands for has one: whoever holds a licence replaces it.
  { files: ["public/**/*.d.ts"], rules: { "max-lines": "off" } },
  // Served as they are: no part of a TypeScript project.
  { files: ["public/*.js"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["src/plugins/**/*.ts"],
    rules: forbid(
      ["@/services/*", ...SCREEN, "vue", "../services/*"],
      "plugins are below services: they know neither services nor the screen",
    ),
  },
  {
    files: ["src/plugins/ws/**/*.ts"],
    ignores: ["**/__tests__/**"],
    rules: forbid(
      ["@/*", "@clients/*", "@public/*", "../*", "vue"],
      "plugins/ws is pure: it knows no other folder, socket, clock or framework",
    ),
  },
  {
    files: ["src/services/**/*.ts"],
    rules: forbid(
      ["@clients/*", "@/clients/*", "../clients/*", ...INSIDE_PLUGINS, ...SCREEN, "vue"],
      "services speak to plugins only: mappers.ts alone converts backend types",
    ),
  },
  {
    files: ["src/{components,views,composables,router}/**/*.{ts,vue}", "src/App.vue"],
    rules: forbid(
      ["@clients/*", "@/clients/*", "@/plugins/*", "**/clients/*", "**/plugins/*"],
      "the screen speaks to services, which speak to plugins, which speak to clients",
    ),
  },
  {
    files: ["src/**/*.{ts,vue}"],
    ignores: ["src/plugins/wsClientBase.ts", "src/testing/**", "**/__tests__/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "WebSocket", message: "only plugins/wsClientBase.ts opens a socket" },
      ],
    },
  },
  {
    files: ["**/__tests__/**", "**/*.test.mjs"],
    rules: { "max-lines": ["error", 500], "max-lines-per-function": "off" },
  },
);
