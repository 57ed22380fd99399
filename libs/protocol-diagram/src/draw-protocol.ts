import { Graph, layout } from '@dagrejs/dagre';
import { isDoneOutside, type ProtocolDocument, type StepDefinition } from '@repere/protocol';
import { connect, type Link, opensId, outcomeId, outcomeIds, START } from './connect';
import type { Diagram, DiagramBox, Placed } from './diagram';
import { belowBoxes, besideBoxes, heightOfLanes } from './lead-arrows';

type Unplaced = DiagramBox extends infer Box ? (Box extends Placed ? Omit<Box, keyof Placed> : never) : never;

const STEP = { width: 184, height: 72 };
const ROUND = { width: 40, height: 40 };
/** Of an outcome, with its words beside the circle. */
const OUTCOME = { width: 152, height: 56 };
const MARGIN = 24;
/** Between the last steps and the column of outcomes. */
const TO_OUTCOMES = 96;
const BETWEEN_OUTCOMES = 28;

/**
 * Places every step and what it opens from left to right by what comes after what, and the outcomes in a last column, in the
 * order of the protocol. The same each time. `titles`: of the protocols that it opens, by name.
 */
export function drawProtocol(
  document: ProtocolDocument,
  titles: Readonly<Record<string, DiagramBox['title']>> = {},
): Diagram {
  const boxes = boxesOf(document, titles);
  const links = connect(document);
  const inner = boxes.filter(({ kind }) => kind !== 'outcome');
  const graph = layOut(
    inner,
    links.filter(({ why }) => why !== 'outcome'),
  );
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const outcomes = boxes.filter(({ kind }) => kind === 'outcome');
  const tall = 2 * MARGIN + outcomes.length * (OUTCOME.height + BETWEEN_OUTCOMES) - BETWEEN_OUTCOMES;
  const bottom = Math.max(height, tall);
  const toOutcomes = links.filter(({ why }) => why === 'outcome');
  const lanes = heightOfLanes(new Set(toOutcomes.map(({ to }) => to)).size);
  const full = { width: width + TO_OUTCOMES + OUTCOME.width, height: bottom + lanes };
  const places = new Map<string, Placed>([
    ...inner.map(({ id }) => [id, placeOf(graph, id)] as const),
    ...outcomes.map(({ id }, place) => [id, outcomePlace(place, full.width, (bottom - tall) / 2)] as const),
  ]);
  const columns = inner.map(({ id }) => placeOf(graph, id));
  const below = belowBoxes(toOutcomes, places, bottom);
  return {
    protocol: document.protocol,
    version: document.version,
    ...full,
    boxes: boxes.map((box) => ({ ...box, ...(places.get(box.id) ?? outcomePlace(0, full.width, 0)) })),
    arrows: links.map((link) => ({
      ...link,
      points: below.get(`${link.from}>${link.to}`) ?? pointsOf(graph, link, columns),
    })),
  };
}

function layOut(boxes: readonly Unplaced[], links: readonly Link[]): Graph {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 28, ranksep: 56, marginx: MARGIN, marginy: MARGIN });
  for (const box of boxes) graph.setNode(box.id, { ...sizeOf(box) });
  for (const { from, to } of links) graph.setEdge(from, to, {});
  layout(graph);
  return graph;
}

/** One below the other, from `top` down. */
function outcomePlace(place: number, right: number, top: number): Placed {
  return {
    x: right - OUTCOME.width - MARGIN,
    y: top + MARGIN + place * (OUTCOME.height + BETWEEN_OUTCOMES),
    ...OUTCOME,
  };
}

function boxesOf(
  document: ProtocolDocument,
  titles: Readonly<Record<string, DiagramBox['title']>>,
): readonly Unplaced[] {
  return [
    { kind: 'start', id: START, title: { fr: 'Début', en: 'Start' } },
    ...document.steps.map(stepBox),
    ...document.opens.map(({ id, protocol }): Unplaced => ({
      kind: 'opens',
      id: opensId(id),
      protocol,
      title: titles[protocol] ?? { fr: protocol, en: protocol },
    })),
    ...outcomeIds(document).flatMap((id): readonly Unplaced[] => {
      const found = document.outcomes.find((it) => it.id === id);
      return found
        ? [{ kind: 'outcome', id: outcomeId(id), title: found.title, protects: found.protects }]
        : [];
    }),
  ];
}

function stepBox(step: StepDefinition): Unplaced {
  const { id, code, title, kind, by, protective, approvedBy, repeatable, due } = step;
  return {
    kind: 'step',
    id,
    code,
    title,
    step: kind,
    by,
    protective,
    approved: approvedBy !== undefined,
    repeatable: repeatable !== false,
    hasDeadline: due !== undefined,
    isOutside: isDoneOutside({ kind, by }),
  };
}

function sizeOf({ kind }: Unplaced): { readonly width: number; readonly height: number } {
  switch (kind) {
    case 'start':
      return ROUND;
    case 'outcome':
      return OUTCOME;
    case 'step':
    case 'opens':
      return STEP;
  }
}

/** Dagre gives the middle. */
function placeOf(graph: Graph, id: string): Placed {
  const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id) as Partial<Placed>;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function pointsOf(
  graph: Graph,
  { from, to }: Link,
  columns: readonly Placed[],
): Diagram['arrows'][number]['points'] {
  const { points = [] } = graph.edge(from, to) as { points?: { x: number; y: number }[] };
  return besideBoxes(points, placeOf(graph, from), placeOf(graph, to), columns);
}
