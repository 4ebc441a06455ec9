import { shallowRef } from "vue";
import { spokenResolution } from "@/components/formatting/resolutions";
import { formatBarTime, nameZone } from "@/components/formatting/times";
import { titleOf } from "@/components/chart/studies/study";
import {
  captionWords,
  download,
  snapshot,
  snapshotName,
  type Caption,
} from "@/components/chart/view/snapshot";
import type { ActiveChart } from "@/composables/terminal/terminal";

const TOLD_MS = 4000;

/** Take a picture of a chart, for a file or for the clipboard; `told` says how that went. */
export function usePicture(chart: Pick<ActiveChart, "market" | "readings" | "tools">) {
  const told = shallowRef("");

  function tell(words: string): void {
    told.value = words;
    setTimeout(() => (told.value = ""), TOLD_MS);
  }

  function caption(now: number): Caption {
    const { chosen } = chart.market;
    const zone = chosen.instrument.value?.timezone ?? "UTC";
    const { word } = chart.readings.state.value;
    return {
      symbol: chosen.symbol.value,
      resolution: spokenResolution(chosen.resolution.value),
      exchange: chosen.instrument.value?.exchange ?? "",
      time: `${formatBarTime(now, "1", zone)} ${nameZone(zone, now)}`,
      state: word === "live" ? null : word,
      studies: chart.tools.studies.list.value.filter((one) => one.visible).map(titleOf),
    };
  }

  async function take(written: Caption): Promise<Blob> {
    const picture = await chart.tools.view.picture();
    if (!picture) throw new Error("the chart has not come yet");
    const style = getComputedStyle(document.body);
    const colors = { ground: style.backgroundColor, text: style.color };
    return snapshot(picture, captionWords(written), colors, devicePixelRatio);
  }

  return {
    told,
    async save(): Promise<void> {
      const now = Date.now();
      const written = caption(now);
      download(await take(written), snapshotName(written, now));
      tell("Picture saved");
    },
    async copy(): Promise<void> {
      try {
        const item = new ClipboardItem({ "image/png": take(caption(Date.now())) });
        await navigator.clipboard.write([item]);
        tell("Picture copied");
      } catch {
        tell("This browser did not take the picture: save it instead");
      }
    },
  };
}
