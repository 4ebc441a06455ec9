import { defineConfig } from "vite";
import { alias } from "./vite.config.ts";

/** The client as a package: `npm run build:package` adds its types and its package.json. */
export default defineConfig({
  resolve: { alias },
  publicDir: false,
  build: {
    outDir: "dist-package",
    minify: false,
    lib: {
      entry: { index: "src/clientPackage/index.ts", vue: "src/clientPackage/vue.ts" },
      formats: ["es"],
    },
    rolldownOptions: { external: ["vue"] },
  },
});
