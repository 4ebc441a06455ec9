import "@fontsource-variable/inter";
import "./styles/tokens.css";
import "./styles/base.css";
import { createApp } from "vue";
import App from "./App.vue";
import { accountKey } from "./composables/account/account";
import { AccountDesk } from "./composables/account/accountDesk";
import { marketFeedKey } from "./composables/marketFeed";
import { ServiceMarketFeed } from "./composables/serviceMarketFeed";
import { router } from "./router";
import { BrokerTerminalService } from "./services/brokerTerminalService";

const account = new AccountDesk((host) => new BrokerTerminalService(host));
createApp(App)
  .use(router)
  .provide(marketFeedKey, new ServiceMarketFeed())
  .provide(accountKey, account)
  .mount("#app");
