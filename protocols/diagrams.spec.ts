import { loadLibrary, newestVersions } from '@repere/protocol';
import { type Diagram, type DiagramBox, drawProtocol } from '@repere/protocol-diagram';
import { readFiles } from './read-files';

const documents = newestVersions(loadLibrary(readFiles()).documents);

describe.each(documents.map((document) => [document.protocol, document] as const))(
  'the diagram of %s',
  (_, document) => {
    const diagram = drawProtocol(document);

    it('has a box for the start, each step, each protocol that it opens, each outcome', () => {
      const outcomes = new Set(document.outcomes.map(({ id }) => id)).size;
      expect(diagram.boxes).toHaveLength(1 + document.steps.length + document.opens.length + outcomes);
    });

    it('has no box over another, and none outside', () => {
      expect(overlaps(diagram)).toEqual([]);
      const outside = diagram.boxes.filter(
        ({ x, y, width, height }) =>
          x < 0 || y < 0 || x + width > diagram.width || y + height > diagram.height,
      );
      expect(outside).toEqual([]);
    });

    it('has no arrow below a box or over it', () => {
      const crossed = diagram.arrows.flatMap(({ from, to, points }) =>
        diagram.boxes.filter((box) => crosses(points, box)).map(({ id }) => `${from} > ${to}: ${id}`),
      );
      expect(crossed).toEqual([]);
    });

    it('leads from the start to every step', () => {
      const reached = new Set(['start']);
      for (let before = 0; before < reached.size;) {
        before = reached.size;
        for (const { from, to } of diagram.arrows) if (reached.has(from)) reached.add(to);
      }
      const missed = diagram.boxes.filter(({ kind, id }) => kind === 'step' && !reached.has(id));
      expect(missed.map(({ id }) => id)).toEqual([]);
    });

    it('is the same each time', () => {
      expect(drawProtocol(document)).toEqual(diagram);
    });
  },
);

function overlaps({ boxes }: Diagram): readonly string[] {
  return boxes.flatMap((one, place) =>
    boxes.slice(place + 1).flatMap((other) => (touch(one, other) ? [`${one.id} ${other.id}`] : [])),
  );
}

function touch(a: DiagramBox, b: DiagramBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a line goes through the inside of a box: any of many points on it does. */
function crosses(points: Diagram['arrows'][number]['points'], box: DiagramBox): boolean {
  return points.slice(1).some((end, place) => {
    const start = points[place] ?? end;
    return Array.from({ length: 101 }, (_, part) => part / 100).some((part) => {
      const [x, y] = [start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part];
      return x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
    });
  });
}
