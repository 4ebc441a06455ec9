/** Where the parts of our own shapes lie, in px; the library draws them. */

export interface Place {
  x: number;
  y: number;
}

const ELLIPSE_CORNERS = 48;
const HEAD = 10;
const HEAD_ANGLE = Math.PI / 7;

/** The corners of the rectangle between two places. */
export function rectangle([a, b]: readonly [Place, Place]): Place[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

/** The ellipse that fills the rectangle between two places, as a polygon. */
export function ellipse([a, b]: readonly [Place, Place]): Place[] {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return Array.from({ length: ELLIPSE_CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / ELLIPSE_CORNERS;
    return {
      x: middle.x + (Math.cos(angle) * (b.x - a.x)) / 2,
      y: middle.y + (Math.sin(angle) * (b.y - a.y)) / 2,
    };
  });
}

/** The head of an arrow from one place to another: its tip and its two ends. */
export function arrowHead([from, to]: readonly [Place, Place]): Place[] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const end = (turn: number): Place => ({
    x: to.x - HEAD * Math.cos(angle + turn),
    y: to.y - HEAD * Math.sin(angle + turn),
  });
  return [end(-HEAD_ANGLE), to, end(HEAD_ANGLE)];
}

/** A price that a share of a move leads to. */
export interface Level {
  part: number;
  price: number;
}

const RETRACEMENTS = [0, 0.236, 0.382, 0.5, 0.618, 0.786, 1] as const;
const EXTENSIONS = [0, 0.382, 0.618, 1, 1.272, 1.618, 2.618] as const;

/** The prices of an extension: the move from the first to the second, begun at the third. */
export function extensionLevels([first, second, third]: readonly number[]): Level[] {
  if (first === undefined || second === undefined || third === undefined) return [];
  return EXTENSIONS.map((part) => ({ part, price: third + (second - first) * part }));
}

/** The prices on the way back from the second to the first. */
export function retracementLevels([first, second]: readonly number[]): Level[] {
  if (first === undefined || second === undefined) return [];
  return RETRACEMENTS.map((part) => ({ part, price: second + (first - second) * part }));
}
