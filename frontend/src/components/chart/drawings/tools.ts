/** What can be drawn on a chart: the library's shapes and our own, in the words of a reader. */

export interface Tool {
  title: string;
  /** The name of its shape in the library. */
  shape: string;
  group: ToolGroup;
  /** How many points place it; 0: as many as the stroke has. */
  points: number;
  /** More words to find it by. */
  also?: string;
}

export const TOOL_GROUPS = ["Lines", "Channels", "Fibonacci", "Shapes", "Notes"] as const;
export type ToolGroup = (typeof TOOL_GROUPS)[number];

const tool = (title: string, shape: string, group: ToolGroup, points: number, also = ""): Tool => ({
  title,
  shape,
  group,
  points,
  also,
});

/** By names that layouts hold: they never change. */
export const TOOLS = {
  trend: tool("Trend line", "segment", "Lines", 2),
  ray: tool("Ray", "rayLine", "Lines", 2),
  extended: tool("Extended line", "straightLine", "Lines", 2),
  horizontal: tool("Horizontal line", "horizontalStraightLine", "Lines", 1, "level support"),
  horizontalRay: tool("Horizontal ray", "horizontalRayLine", "Lines", 2),
  horizontalSegment: tool("Horizontal segment", "horizontalSegment", "Lines", 2),
  vertical: tool("Vertical line", "verticalStraightLine", "Lines", 1, "time"),
  price: tool("Price line", "priceLine", "Lines", 1, "level"),
  arrow: tool("Arrow", "tp-arrow", "Lines", 2),
  channel: tool("Price channel", "priceChannelLine", "Channels", 3),
  parallel: tool("Parallel lines", "parallelStraightLine", "Channels", 3),
  fibonacci: tool("Fibonacci retracement", "tp-fibonacci", "Fibonacci", 2),
  fibonacciExtension: tool("Fibonacci extension", "tp-fibonacci-extension", "Fibonacci", 3),
  rectangle: tool("Rectangle", "tp-rectangle", "Shapes", 2, "box zone"),
  ellipse: tool("Ellipse", "tp-ellipse", "Shapes", 2, "circle"),
  triangle: tool("Triangle", "tp-triangle", "Shapes", 3),
  brush: tool("Brush", "brush", "Shapes", 0, "freehand"),
  text: tool("Text", "tp-text", "Notes", 1, "note annotation"),
  measure: tool("Measure", "tp-measure", "Notes", 2, "bars time percent ruler"),
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;
export const TOOL_NAMES = Object.keys(TOOLS) as ToolName[];

export const isTool = (name: unknown): name is ToolName =>
  typeof name === "string" && name in TOOLS;
