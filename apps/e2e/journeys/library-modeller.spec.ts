import type { ProtocolSummary, ReadableProtocol } from '@repere/contract';
import { expect, test } from '../journey';
import { type Drawn, drawInModeller, openModeller } from '../pages/modeller';

test('every protocol opens in a standard modeller, drawn whole and legible', async ({ page, api }) => {
  const reader = await api('camille');
  const { body: protocols } = await reader.sendRequest<readonly ProtocolSummary[]>('GET', '/protocols');
  const inForce = protocols.filter((it) => it.inForce);
  expect(inForce.length).toBeGreaterThanOrEqual(9);
  await openModeller(page);
  for (const { protocol, version } of inForce)
    for (const language of ['fr', 'en'] as const)
      await test.step(`${protocol} ${version}, ${language}`, async () => {
        const path = `/protocols/${protocol}/versions/${version}`;
        const { document } = (await reader.sendRequest<ReadableProtocol>('GET', path)).body;
        const xml = await reader.text(`${path}/diagram.bpmn?language=${language}`);
        const { warnings, canvas, drawn } = await drawInModeller(page, xml);
        expect(warnings).toEqual([]);

        const flows = drawn.filter(({ type }) => type === 'bpmn:SequenceFlow');
        const shapes = drawn.filter(({ type }) => type !== 'bpmn:SequenceFlow');
        const names = shapes.map(({ name }) => name);
        for (const { code, title } of document.steps) expect(names).toContain(`${code} ${title[language]}`);
        for (const { title } of document.outcomes) expect(names).toContain(title[language]);
        expect(flows.length).toBeGreaterThan(0);
        expect(flows.filter(({ points }) => points < 2)).toEqual([]);

        expect(shapes.filter(({ box }) => box.width < 1 || box.height < 1)).toEqual([]);
        expect(shapes.filter(({ box }) => !isInside(box, canvas))).toEqual([]);
        expect(overlaps(shapes)).toEqual([]);
      });
});

const isInside = (box: Drawn['box'], of: Drawn['box']): boolean =>
  box.x >= of.x &&
  box.y >= of.y &&
  box.x + box.width <= of.x + of.width &&
  box.y + box.height <= of.y + of.height;

/** Pairs of shapes that cover each other. */
function overlaps(shapes: readonly Drawn[]): readonly string[] {
  return shapes.flatMap((one, place) =>
    shapes
      .slice(place + 1)
      .filter(({ box }) => cover(one.box, box))
      .map((other) => `${one.name} / ${other.name}`),
  );
}

const cover = (a: Drawn['box'], b: Drawn['box']): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
