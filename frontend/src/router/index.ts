import { createRouter, createWebHistory, type LocationQueryValue } from "vue-router";
import TerminalView from "@/views/TerminalView.vue";

/** Take a query parameter that is one text; `?symbol=A&symbol=B` asks for nothing. */
const textOf = (
  value: LocationQueryValue | LocationQueryValue[] | undefined,
): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: "/",
      component: TerminalView,
      props: ({ query }) => ({
        askedSymbol: textOf(query["symbol"]),
        askedResolution: textOf(query["resolution"]),
      }),
    },
    { path: "/streams", component: () => import("@/views/StreamsView.vue") },
    { path: "/:rest(.*)*", redirect: "/" },
  ],
});
