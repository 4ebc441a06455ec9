import "@fontsource-variable/inter";
import "./styles/tokens.css";
import "./styles/base.css";
import { createApp } from "vue";
import App from "./App.vue";
import { marketFeedKey } from "./composables/marketFeed";
import { ServiceMarketFeed } from "./composables/serviceMarketFeed";
import { router } from "./router";

createApp(App).use(router).provide(marketFeedKey, new ServiceMarketFeed()).mount("#app");
