import { beforeEach, describe, expect, it } from "vitest";
import { BrokerLink, type LinkStatus } from "../brokerLink";

const live = { state: "live", reason: null } as const;
const connected = { status: 1, since: 0 } as const;

let told: LinkStatus[];
let link: BrokerLink;

beforeEach(() => {
  told = [];
  link = new BrokerLink((status) => told.push(status));
});

function up(): void {
  link.hearSocket(live);
  link.hearVenue(connected);
  told.length = 0;
}

describe("the link to the broker", () => {
  it("connects until both the socket and the server's link are up, and says so once", () => {
    const first = link.current.status;
    link.hearSocket(live);
    const socketAlone = link.current.status;

    link.hearVenue(connected);
    link.hearVenue({ ...connected, since: 5 });

    expect([first, socketAlone, told]).toEqual([2, 2, [{ status: 1 }]]);
  });

  it("is broken with the socket, and back with it", () => {
    up();

    link.hearSocket({ state: "offline", reason: "the server does not answer" });
    link.hearSocket({ state: "connecting", reason: null });
    link.hearSocket(live);

    const broken = { status: 3, disconnectType: 8, message: "the server does not answer" };
    expect(told).toEqual([broken, { status: 2 }, { status: 1 }]);
  });

  it("is in error when the socket does not come back", () => {
    up();

    link.hearSocket({ state: "closed", reason: "credentials revoked" });

    expect(link.current).toEqual({ status: 4, message: "credentials revoked" });
  });

  it("says what the server says of its own link, the zero of a reason included", () => {
    up();

    link.hearVenue({ status: 3, message: "starting", disconnectType: 0, since: 1 });
    link.hearVenue({ status: 2, since: 2 });

    expect(told).toEqual([{ status: 3, message: "starting", disconnectType: 0 }, { status: 2 }]);
  });

  it("is in error while a stream has failed for good", () => {
    up();
    const reason = { code: "forbidden", message: "not yours", temporary: false };

    link.hearStream("orders", { state: "failed", reason });
    link.hearStream("positions", { state: "failed" });
    link.hearStream("orders", { state: "live" });
    link.forget();
    link.hearVenue(connected);

    expect(told).toEqual([
      { status: 4, message: "orders: not yours (forbidden)" },
      { status: 4, message: "positions: the stream failed" },
      { status: 2 },
      { status: 1 },
    ]);
  });
});
