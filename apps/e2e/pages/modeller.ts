import type { Page } from '@playwright/test';

/** A shape or a line as the modeller drew it. */
export interface Drawn {
  readonly name: string;
  /** Of its BPMN element: `bpmn:UserTask`; `words`: those beside a circle. */
  readonly type: string;
  /** On the screen, in pixels; a line's too. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Of a sequence flow; a shape has none. */
  readonly points: number;
}

export interface Drawing {
  readonly warnings: readonly string[];
  readonly canvas: Drawn['box'];
  readonly drawn: readonly Drawn[];
}

/** What we use of bpmn-js, which ships no types of the viewer that a page loads. */
interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  get(name: 'canvas'): { zoom(level: 'fit-viewport'): void };
  get(name: 'elementRegistry'): {
    getAll(): readonly Shape[];
    getGraphics(shape: Shape): SVGElement;
  };
}

interface Shape {
  readonly id: string;
  readonly type: string;
  readonly labelTarget?: object;
  readonly parent?: object;
  readonly waypoints?: readonly object[];
  readonly businessObject: { readonly name?: string };
}

declare const BpmnJS: new (options: { readonly container: string }) => Viewer;

const script = require.resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js');

/** Opens bpmn-js, the viewer of the usual modellers, in an empty page. */
export async function openModeller(page: Page): Promise<void> {
  await page.setContent('<main id="canvas" style="width: 1240px; height: 760px"></main>');
  await page.addScriptTag({ path: script });
}

/** What the modeller makes of a file, zoomed so that all of it is on the screen. Throws when it can't read it. */
export async function drawInModeller(page: Page, xml: string): Promise<Drawing> {
  return page.evaluate(async (text) => {
    document.querySelector('#canvas')?.replaceChildren();
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(text);
    viewer.get('canvas').zoom('fit-viewport');
    const registry = viewer.get('elementRegistry');
    const boxOf = (element: Element | null | undefined) => {
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    };
    return {
      warnings: warnings.map(({ message }) => message),
      canvas: boxOf(document.querySelector('#canvas')),
      drawn: registry
        .getAll()
        // Not the whole process.
        .filter(({ parent }) => parent)
        .map((shape) => ({
          name: shape.businessObject.name ?? '',
          type: shape.labelTarget ? 'words' : shape.type,
          box: boxOf(registry.getGraphics(shape).querySelector('.djs-visual')),
          points: shape.waypoints?.length ?? 0,
        })),
    };
  }, xml);
}
