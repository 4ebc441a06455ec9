import { describe, expect, it } from "vitest";
import type { Bar } from "@public/trading_terminal/charting_library";
import { DatafeedService } from "../datafeedService";

describe("DatafeedService - WebSocket Integration", () => {
  it("should receive bar updates after subscribing", async () => {
    const service = new DatafeedService();
    const bars: Bar[] = [];

    service.subscribeBars("test-guid", "AAPL", "1", (bar) => {
      bars.push(bar);
    });

    // Wait for update
    await new Promise((resolve) => setTimeout(resolve, 2000));

    // ❌ FAILS if backend not broadcasting
    expect(bars.length).toBeGreaterThan(0);
  });
});
