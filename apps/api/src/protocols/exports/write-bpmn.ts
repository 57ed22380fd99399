import type { Diagram, DiagramArrow, DiagramBox } from '@repere/protocol-diagram';
import type { StepKind } from '@repere/protocol';
import type { Text } from '@repere/feel';
import { BpmnModdle } from 'bpmn-moddle';

type Element = Readonly<Record<string, unknown>>;

/** What the drawing is of, for its documentation. */
export interface DrawnVersion {
  readonly title: Text;
  readonly hash: string;
  readonly language: 'fr' | 'en';
}

const TASKS: Readonly<Record<StepKind, string>> = {
  form: 'bpmn:UserTask',
  checklist: 'bpmn:UserTask',
  decision: 'bpmn:UserTask',
  interview: 'bpmn:UserTask',
  approval: 'bpmn:UserTask',
  referral: 'bpmn:SendTask',
  document: 'bpmn:ManualTask',
  'recorded-act': 'bpmn:ReceiveTask',
};

/** Circles are 36 wide in every modeller; our boxes for them are larger. */
const CIRCLE = 36;
/** Modellers break the words beside a circle at this width. */
const LABEL = 90;
const LETTERS_IN_LABEL = 14;
const LABEL_LINE = 14;
const LABEL_GAP = 6;

/**
 * The drawing as BPMN 2.0 (OMG, ISO/IEC 19510) with its diagram interchange, XML in UTF-8. An illustration that a modeller
 * opens: it can't say what the conditions say, and says so.
 */
export async function writeBpmn(diagram: Diagram, { title, hash, language }: DrawnVersion): Promise<string> {
  const moddle = new BpmnModdle();
  const make = (type: string, attributes: object): Element => moddle.create(type, attributes) as Element;
  const say = (text: Text): string => text[language];
  const flowNodes = new Map(
    diagram.boxes.map((box) => [box.id, make(typeOf(box), { id: idOf(box.id), name: nameOf(box, say) })]),
  );
  const flows = diagram.arrows.flatMap((arrow) => {
    const [sourceRef, targetRef] = [flowNodes.get(arrow.from), flowNodes.get(arrow.to)];
    if (!sourceRef || !targetRef) return [];
    return [{ arrow, flow: make('bpmn:SequenceFlow', { id: flowId(arrow), sourceRef, targetRef }) }];
  });
  const documentation = make('bpmn:Documentation', { text: explain(diagram, hash)[language] });
  const process = make('bpmn:Process', {
    id: `process_${idOf(diagram.protocol)}`,
    name: say(title),
    isExecutable: false,
    documentation: [documentation],
    flowElements: [...flowNodes.values(), ...flows.map(({ flow }) => flow)],
  });
  const plane = make('bpmndi:BPMNPlane', {
    id: 'plane',
    bpmnElement: process,
    planeElement: [
      ...diagram.boxes.map((box) => shapeOf(box, flowNodes.get(box.id), nameOf(box, say), make)),
      ...flows.map(({ arrow, flow }) =>
        make('bpmndi:BPMNEdge', {
          id: `${flowId(arrow)}_di`,
          bpmnElement: flow,
          waypoint: arrow.points.map(({ x, y }) => make('dc:Point', { x: Math.round(x), y: Math.round(y) })),
        }),
      ),
    ],
  });
  const definitions = make('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: 'urn:repere:protocol',
    exporter: 'Repère',
    exporterVersion: diagram.version,
    rootElements: [process],
    diagrams: [make('bpmndi:BPMNDiagram', { id: 'diagram', plane })],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

function typeOf(box: DiagramBox): string {
  switch (box.kind) {
    case 'start':
      return 'bpmn:StartEvent';
    case 'opens':
      return 'bpmn:CallActivity';
    case 'outcome':
      return 'bpmn:EndEvent';
    case 'step':
      return TASKS[box.step];
  }
}

function nameOf(box: DiagramBox, say: (text: Text) => string): string {
  return box.kind === 'step' ? `${box.code} ${say(box.title)}` : say(box.title);
}

function shapeOf(
  box: DiagramBox,
  bpmnElement: Element | undefined,
  name: string,
  make: (type: string, attributes: object) => Element,
): Element {
  return make('bpmndi:BPMNShape', {
    id: `${idOf(box.id)}_di`,
    bpmnElement,
    bounds: make('dc:Bounds', boundsOf(box)),
    ...((box.kind === 'start' || box.kind === 'outcome') && {
      label: make('bpmndi:BPMNLabel', { bounds: make('dc:Bounds', besideCircle(box, name)) }),
    }),
  });
}

/** The place in whole pixels. A circle is where its arrows are: the start at the right of its box, an outcome at the left. */
function boundsOf({ kind, x, y, width, height }: DiagramBox) {
  if (kind !== 'start' && kind !== 'outcome') return { x: Math.round(x), y: Math.round(y), width, height };
  const left = kind === 'start' ? x + width - CIRCLE : x;
  return { x: Math.round(left), y: Math.round(y + (height - CIRCLE) / 2), width: CIRCLE, height: CIRCLE };
}

/** Below the start; right of an outcome, since below it many words reach the next circle. */
function besideCircle(box: DiagramBox, name: string) {
  const circle = boundsOf(box);
  const height = Math.ceil(name.length / LETTERS_IN_LABEL) * LABEL_LINE;
  return box.kind === 'start'
    ? { x: circle.x + (CIRCLE - LABEL) / 2, y: circle.y + CIRCLE + LABEL_GAP, width: LABEL, height }
    : { x: circle.x + CIRCLE + LABEL_GAP, y: circle.y + (CIRCLE - height) / 2, width: LABEL, height };
}

/** An XML id (NCName): ours have nothing that it may not, but for their first letter. No two become one. */
const idOf = (id: string): string => `n_${id}`;
const flowId = ({ from, to }: Pick<DiagramArrow, 'from' | 'to'>): string => `f_${from}.${to}`;

function explain({ protocol, version }: Diagram, hash: string): Text {
  return {
    fr: `Illustration de ${protocol} ${version} (SHA-256 ${hash}). Ce qui fait foi est le texte du protocole (YAML) : conditions, délais et garde-fous n’y sont pas dessinés. Une flèche dit « vient après », ou « une réponse donnée ici décide de la suite ».`,
    en: `Illustration of ${protocol} ${version} (SHA-256 ${hash}). What holds is the text of the protocol (YAML): its conditions, deadlines and safeguards aren’t drawn. An arrow says “comes after”, or “an answer given here decides what follows”.`,
  };
}
