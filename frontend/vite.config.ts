import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Import aliases that the bundler and the tests share; tsconfig.base.json names the same. */
export const alias = {
  "@clients": fromHere("./src/clients"),
  "@public": fromHere("./public"),
  "@": fromHere("./src"),
};

export default defineConfig({
  plugins: [vue()],
  resolve: { alias },
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    proxy: {
      "/api": { target: process.env["TP_BACKEND"] ?? "http://127.0.0.1:8000", ws: true },
    },
  },
  build: {
    outDir: "dist",
    // What may be loaded is weighed by page-budget.mjs, compressed and as a whole.
    chunkSizeWarningLimit: 1000,
    // Who passes the page on passes on the licences of what is bundled into it.
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "chart", test: /node_modules[\\/]klinecharts/ }] },
      },
    },
  },
});
