/** Which bars a volume profile is added up from. */

import type { ResolutionString } from "@public/trading_terminal/charting_library";

/** More bars than this make a profile slow without making it finer to the eye. */
const MOST_BARS = 5000;
const DAY_S = 86_400;

/** The finest of the offered resolutions that covers `seconds` with few enough bars. */
export function volumeProfileResolution(
  current: ResolutionString,
  offered: readonly ResolutionString[],
  seconds: number,
): ResolutionString {
  const finestFirst = [...offered].sort((a, b) => lengthSeconds(a) - lengthSeconds(b));
  const fitting = finestFirst.find((each) => seconds / lengthSeconds(each) <= MOST_BARS);
  return fitting !== undefined && lengthSeconds(fitting) < lengthSeconds(current)
    ? fitting
    : current;
}

/** A bare number counts minutes, `D` days; whatever else is longer than both. */
function lengthSeconds(resolution: string): number {
  const [, count = "", unit = ""] = /^(\d*)([A-Z]?)$/.exec(resolution) ?? [];
  const number = count === "" ? 1 : Number(count);
  if (unit === "") return number * 60;
  return unit === "D" ? number * DAY_S : Infinity;
}
