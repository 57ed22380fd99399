import { loadProtocol, type ProtocolDocument } from '@repere/protocol';
import { drawProtocol } from './draw-protocol';
import { namesRead } from './names-read';

const YAML = `protocol: shelter
version: 1.0.0
code: P0
title: { fr: Abri, en: Shelter }
purpose: { fr: Abriter., en: Shelter. }
basis: G02
facts:
  cold: { type: yes-no, class: situation, title: { fr: Froid, en: Cold } }
derived:
  freezing: cold = "yes"
steps:
  - { id: look, kind: form, title: { fr: Voir, en: Look }, by: [TS], fields: [cold], basis: G02 }
  - { id: blanket, kind: referral, title: { fr: Couvrir, en: Cover }, by: [TS], when: freezing, protective: true, basis: G02 }
  - { id: note, kind: document, title: { fr: Noter, en: Note }, by: [TS], after: [look, blanket], basis: G02 }
  - { id: ruling, kind: recorded-act, title: { fr: Décision, en: Ruling }, by: [JE], basis: G02 }
opens:
  - { id: watch, protocol: night-watch, when: 'cold = "yes"', basis: G02 }
outcomes:
  - { id: WARM, title: { fr: Au chaud, en: Warm }, protects: less, when: 'cold = "no" and approved(ruling)' }
  - { id: OPEN, title: { fr: En cours, en: Open }, protects: full, otherwise: true }
`;

function read(text = YAML): ProtocolDocument {
  const { document } = loadProtocol({ file: 'protocol.yaml', text, enFile: 'en.yaml', enText: undefined });
  if (!document) throw new Error('could not be read');
  return document;
}

describe('a protocol drawn', () => {
  const { boxes, arrows } = drawProtocol(read());
  const arrow = (from: string, to: string) => arrows.find((it) => it.from === from && it.to === to)?.why;

  it('joins a step to the one whose answer decides about it, through a derived value too', () => {
    expect(arrow('look', 'blanket')).toBe('when');
    expect(arrow('look', 'opens-watch')).toBe('when');
    expect(arrow('look', 'outcome-WARM')).toBe('outcome');
    expect(arrow('ruling', 'outcome-WARM')).toBe('outcome');
  });

  it('leaves out what a longer way says already', () => {
    expect(arrow('blanket', 'note')).toBe('after');
    expect(arrow('look', 'note')).toBeUndefined();
  });

  it('tells our acts from those of an outside authority, and what protects', () => {
    const steps = boxes.flatMap((box) => (box.kind === 'step' ? [box] : []));
    expect(steps.filter(({ isOutside }) => isOutside).map(({ id }) => id)).toEqual(['ruling']);
    expect(steps.filter(({ protective }) => protective).map(({ id }) => id)).toEqual(['blanket']);
  });

  it('puts a step right of those that come before it, and outcomes last', () => {
    const x = (id: string) => boxes.find((box) => box.id === id)?.x ?? NaN;
    expect(x('blanket')).toBeGreaterThan(x('look'));
    const right = Math.max(...boxes.filter(({ kind }) => kind === 'step').map((box) => box.x + box.width));
    expect(x('outcome-WARM')).toBeGreaterThan(right);
  });
});

describe('the names that an expression reads', () => {
  it('are facts and steps, not what is quoted nor the items of a checklist', () => {
    const names = namesRead('freezing and signs.debt = "cold" and not(done(look))', read());
    expect(
      [...names].filter((name) => ['cold', 'signs', 'look', 'debt', 'freezing'].includes(name)).sort(),
    ).toEqual(['cold', 'look', 'signs']);
  });
});
