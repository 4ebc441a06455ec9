/** The indicators of the chart, by the library's names, in the words of a reader. */

export interface StudyParam {
  label: string;
  value: number;
  /** Whether it may have decimals. */
  decimal?: boolean;
}

export interface StudyKind {
  title: string;
  /** More words to find it by. */
  also: string;
  onCandles: boolean;
  params: readonly StudyParam[];
  /** Each parameter is the length of a line: there may be more of them or fewer. */
  lengths?: boolean;
}

const length = (...values: number[]): StudyParam[] =>
  values.map((value) => ({ label: "Length", value }));

const withAverage = (value: number, average: number): StudyParam[] => [
  { label: "Length", value },
  { label: "Average", value: average },
];

const kind = (
  title: string,
  also: string,
  onCandles: boolean,
  params: readonly StudyParam[],
): StudyKind => ({ title, also, onCandles, params });

const lines = (title: string, also: string, onCandles: boolean, lengths: number[]): StudyKind => ({
  ...kind(title, also, onCandles, length(...lengths)),
  lengths: true,
});

const MACD = [
  { label: "Fast", value: 12 },
  { label: "Slow", value: 26 },
  { label: "Signal", value: 9 },
];
const KDJ = [
  { label: "Length", value: 9 },
  { label: "K", value: 3 },
  { label: "D", value: 3 },
];
const SAR = [
  { label: "Start, %", value: 2 },
  { label: "Step, %", value: 2 },
  { label: "Most, %", value: 20 },
];
const BANDS = [
  { label: "Length", value: 20 },
  { label: "Deviations", value: 2, decimal: true },
];
const SMOOTHED = [
  { label: "Length", value: 12 },
  { label: "Weight", value: 2 },
];
const SPREAD = [
  { label: "Short", value: 10 },
  { label: "Long", value: 50 },
  { label: "Average", value: 10 },
];
const SHORT_LONG = [
  { label: "Short", value: 5 },
  { label: "Long", value: 34 },
];

export const STUDY_KINDS: Readonly<Record<string, StudyKind>> = {
  MA: lines("Moving average", "simple sma trend", true, [20, 50, 200]),
  EMA: lines("Exponential moving average", "trend", true, [12, 26]),
  SMA: kind("Smoothed moving average", "trend", true, SMOOTHED),
  BOLL: kind("Bollinger bands", "volatility deviation", true, BANDS),
  SAR: kind("Parabolic SAR", "stop and reverse trend", true, SAR),
  BBI: kind("Bull and bear index", "trend", true, length(3, 6, 12, 24)),
  AVP: kind("Volume-weighted average price", "vwap", true, []),
  VOL: lines("Volume", "traded quantity", false, []),
  MACD: kind("MACD", "moving average convergence divergence momentum", false, MACD),
  RSI: lines("Relative strength index", "momentum overbought oversold", false, [14]),
  KDJ: kind("KDJ stochastic", "momentum oscillator", false, KDJ),
  WR: lines("Williams %R", "momentum overbought oversold", false, [14]),
  CCI: kind("Commodity channel index", "momentum", false, length(20)),
  MTM: kind("Momentum", "", false, withAverage(12, 6)),
  ROC: kind("Rate of change", "momentum", false, withAverage(12, 6)),
  TRIX: kind("TRIX", "triple exponential momentum", false, withAverage(12, 9)),
  AO: kind("Awesome oscillator", "momentum", false, SHORT_LONG),
  DMI: kind("Directional movement", "adx trend strength", false, withAverage(14, 6)),
  DMA: kind("Difference of moving averages", "trend", false, SPREAD),
  OBV: kind("On-balance volume", "", false, length(30)),
  PVT: kind("Price and volume trend", "", false, []),
  VR: kind("Volume ratio", "", false, withAverage(26, 6)),
  EMV: kind("Ease of movement", "volume", false, withAverage(14, 9)),
  PSY: kind("Psychological line", "sentiment", false, withAverage(12, 6)),
  BIAS: lines("Bias ratio", "distance from the average", false, [6, 12, 24]),
  BRAR: kind("BRAR sentiment", "", false, length(26)),
  CR: kind("CR energy", "momentum", false, length(26, 10, 20, 40, 60)),
};
