import type { Link } from './connect';
import type { DiagramArrow, Placed } from './diagram';

type Point = DiagramArrow['points'][number];

/** From a box to where its arrow to an outcome turns down, and from where it turns up again to the outcome. */
const FIRST_TURN = 10;
const TURNS = 36;
/** Between two lanes below the drawing. */
const LANE = 14;

/** How much lower a drawing gets by lanes to this many outcomes. */
export const heightOfLanes = (outcomes: number): number => outcomes * LANE;

/**
 * The way that was found, made to leave a box at its right and reach one at its left, and to pass level between the boxes of
 * a column: no arrow runs below a box or over it.
 */
export function besideBoxes(
  way: readonly Point[],
  from: Placed,
  to: Placed,
  boxes: readonly Placed[],
): readonly Point[] {
  const between = way.slice(1, -1).flatMap((point) => {
    const column = boxes.find(({ x, width }) => x <= point.x && point.x <= x + width);
    if (!column) return [point];
    return [
      { x: column.x, y: point.y },
      { x: column.x + column.width, y: point.y },
    ];
  });
  return [rightOf(from), ...between, leftOf(to)];
}

/**
 * The ways to the outcomes: down beside the box, along a lane of each outcome below everything, up to the outcome. Those to
 * one outcome share its lane; those of two boxes never share the way down. By `from>to`.
 */
export function belowBoxes(
  links: readonly Link[],
  places: ReadonlyMap<string, Placed>,
  bottom: number,
): ReadonlyMap<string, readonly Point[]> {
  const sources = placed(
    links.map(({ from }) => from),
    places,
  );
  const targets = placed(
    links.map(({ to }) => to),
    places,
  );
  return new Map(
    links.flatMap(({ from, to }) => {
      const [start, end] = [places.get(from), places.get(to)];
      if (!start || !end) return [];
      const column = sources.filter(({ place }) => place.x + place.width === start.x + start.width);
      const down = start.x + start.width + FIRST_TURN + turn(column, from);
      const up = end.x - FIRST_TURN - TURNS + turn(targets, to);
      const lane = bottom + LANE * targets.findIndex(({ id }) => id === to);
      const way = [
        rightOf(start),
        { x: down, y: rightOf(start).y },
        { x: down, y: lane },
        { x: up, y: lane },
        { x: up, y: leftOf(end).y },
        leftOf(end),
      ];
      return [[`${from}>${to}`, way] as const];
    }),
  );
}

interface Known {
  readonly id: string;
  readonly place: Placed;
}

/** Each once, from the top down. */
function placed(ids: readonly string[], places: ReadonlyMap<string, Placed>): readonly Known[] {
  return [...new Set(ids)]
    .flatMap((id) => {
      const place = places.get(id);
      return place ? [{ id, place }] : [];
    })
    .sort((a, b) => a.place.y - b.place.y);
}

const turn = (all: readonly Known[], id: string): number =>
  (TURNS * all.findIndex((it) => it.id === id)) / all.length;

const rightOf = ({ x, y, width, height }: Placed): Point => ({ x: x + width, y: y + height / 2 });
const leftOf = ({ x, y, height }: Placed): Point => ({ x, y: y + height / 2 });
