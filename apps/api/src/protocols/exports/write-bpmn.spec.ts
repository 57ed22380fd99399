import type { Diagram, DiagramBox } from '@repere/protocol-diagram';
import { BpmnModdle } from 'bpmn-moddle';
import { writeBpmn } from './write-bpmn';

const words = (text: string) => ({ fr: text, en: text });
const place = { x: 0, y: 0, width: 184, height: 72 };
const step = (id: string, title = id): DiagramBox => ({
  ...place,
  kind: 'step',
  id,
  code: 'P0',
  title: words(title),
  step: 'form',
  by: ['TS'],
  protective: false,
  approved: false,
  repeatable: false,
  hasDeadline: false,
  isOutside: false,
});
const opens = (id: string): DiagramBox => ({ ...place, kind: 'opens', id, title: words(id), protocol: 'x' });

function drawn(
  boxes: readonly DiagramBox[],
  pairs: readonly (readonly [string, string])[] = [],
): Promise<string> {
  const points = [
    { x: 0, y: 0 },
    { x: 9, y: 9 },
  ];
  const arrows = pairs.map(([from, to]) => ({ from, to, why: 'after', points }) as const);
  const diagram: Diagram = { protocol: 'made-up', version: '1.0.0', width: 9, height: 9, boxes, arrows };
  return writeBpmn(diagram, { title: words('<b>&"'), hash: 'a', language: 'fr' });
}

const warningsOf = async (xml: string) => (await new BpmnModdle().fromXML(xml)).warnings;

describe('a drawing as BPMN', () => {
  it('gives no two things the same id, however alike their names', async () => {
    const boxes = [
      step('opens_look'),
      opens('opens-look'),
      opens('opens-a-b'),
      opens('opens-a_b'),
      step('a_n_b'),
      step('b'),
      step('a'),
    ];
    const pairs = [
      ['a_n_b', 'b'],
      ['a', 'opens-a-b'],
      ['a', 'opens-a_b'],
    ] as const;
    const xml = await drawn(boxes, pairs);
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await warningsOf(xml)).toEqual([]);
  });

  it('takes words for words, never for XML', async () => {
    const title = '"><script>alert(1)</script><!-- ]]> &amp; <bpmn:task id="evil"/>';
    const xml = await drawn([step('a', title)]);
    expect(xml).not.toContain('<script>');
    expect(xml).not.toContain('<bpmn:task id="evil"');
    const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
    expect(warnings).toEqual([]);
    const [process] = (rootElement as { rootElements: { flowElements: { name: string }[] }[] }).rootElements;
    expect(process?.flowElements.map(({ name }) => name)).toEqual([`P0 ${title}`]);
  });
});
