import { loadScenario } from '../load/load-scenario';
import { SCENARIO } from '../testing';
import { swapWithNext } from './change-entries';
import {
  addScenarioItem,
  findScenarioParts,
  removeScenarioItem,
  type ScenarioField,
  type ScenarioPart,
  writeScenarioField,
} from './scenario-parts';

const COMMENTED = SCENARIO.replace('beats:\n', 'beats:\n  # told in the evening\n').replace(
  'minutes: 5',
  'minutes: 5 # with a break',
);

function partOf(text: string, kind: ScenarioPart['kind'], id?: string): ScenarioPart {
  const found = findScenarioParts(text);
  if (!found.ok) throw new Error(found.problems[0]?.message.en);
  const all = found.parts.flatMap((it) => [it, ...it.items]);
  const part = all.find((it) => it.kind === kind && (id === undefined || it.id === id));
  if (!part) throw new RangeError(`no ${kind} ${id ?? ''}`);
  return part;
}

function fieldOf(text: string, kind: ScenarioPart['kind'], name: string, id?: string): ScenarioField {
  const field = partOf(text, kind, id).fields.find((it) => it.name === name);
  if (!field) throw new RangeError(`no ${name}`);
  return field;
}

const said = (text: string | null) => {
  const { scenario, problems } = loadScenario(text ?? '', 'a-night.yaml');
  if (!scenario) throw new Error(problems.map(({ message }) => message.en).join());
  return scenario;
};

describe('forms over the text of a scenario', () => {
  it('find every part, with its line', () => {
    const found = findScenarioParts(SCENARIO);
    expect(found.ok && found.parts.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      ...['scenario scenario', 'objectives 0', 'cast Nobody', 'beats evening', 'injects nobody-assessed'],
      ...['injects found', 'injects judge-told', 'expectations early', 'expectations never-safe'],
      ...['expectations place-after', 'expectations seen', 'questions who-first', 'debrief 0'],
    ]);
    expect(partOf(SCENARIO, 'questions').items.map(({ id }) => id)).toEqual(['child', 'paper']);
  });

  it('say where a text can not be read', () => {
    const found = findScenarioParts('scenario: [');
    expect(found.ok ? [] : found.problems.map(({ line }) => line)).not.toEqual([]);
  });

  it('write words in one language, and leave every other sign where it is', () => {
    const field = fieldOf(COMMENTED, 'beats', 'told');
    const text = writeScenarioField(COMMENTED, field, 'en', 'It is dark: "cold", #1 {x}') ?? '';
    expect(said(text).beats[0]?.told).toEqual({
      fr: 'It is getting late (fr)',
      en: 'It is dark: "cold", #1 {x}',
    });
    expect(text).toContain('# told in the evening');
    const back = writeScenarioField(text, fieldOf(text, 'beats', 'told'), 'en', field.en, COMMENTED);
    expect(back).toBe(COMMENTED);
  });

  it('write a number, a time and a period, and keep the comment beside', () => {
    const minutes =
      writeScenarioField(COMMENTED, fieldOf(COMMENTED, 'scenario', 'minutes'), 'fr', '45') ?? '';
    expect(minutes).toBe(COMMENTED.replace('minutes: 5', 'minutes: 45'));
    const ends = writeScenarioField(
      SCENARIO,
      fieldOf(SCENARIO, 'scenario', 'ends'),
      'fr',
      '2025-03-07T09:00',
    );
    expect(said(ends).ends).toBe('2025-03-07T09:00');
    const after = fieldOf(SCENARIO, 'injects', 'after', 'nobody-assessed');
    expect(said(writeScenarioField(SCENARIO, after, 'fr', '12 hours')).injects?.[0]?.after).toBe('12 hours');
  });

  it.each(['', 'soon', '-5', '5.5', '99999', '5\n'])('take %j for no number of minutes', (typed) => {
    const written = writeScenarioField(SCENARIO, fieldOf(SCENARIO, 'scenario', 'minutes'), 'fr', typed);
    expect(written === null || said(written).minutes === 5).toBe(true);
  });

  it('add what was missing, and take away what is emptied', () => {
    const field = fieldOf(SCENARIO, 'beats', 'notes');
    const added = writeScenarioField(SCENARIO, field, 'fr', 'Attendre.') ?? '';
    // The other language is missing, which the checker says.
    expect(loadScenario(added, 'a-night.yaml').problems).toHaveLength(1);
    const both = writeScenarioField(added, fieldOf(added, 'beats', 'notes'), 'en', 'Wait.') ?? '';
    expect(said(both).beats[0]?.notes).toEqual({ fr: 'Attendre.', en: 'Wait.' });
    const half = writeScenarioField(both, fieldOf(both, 'beats', 'notes'), 'en', '') ?? '';
    expect(writeScenarioField(half, fieldOf(half, 'beats', 'notes'), 'fr', '')).toBe(SCENARIO);
    const after = fieldOf(SCENARIO, 'injects', 'after', 'nobody-assessed');
    expect(said(writeScenarioField(SCENARIO, after, 'fr', '')).injects?.[0]?.after).toBeUndefined();
    expect(writeScenarioField(SCENARIO, fieldOf(SCENARIO, 'cast', 'name'), 'fr', '')).toBeNull();
  });

  it('leave what is written in another way to the text', () => {
    const text = SCENARIO.replace('when: done(find_place)', 'when: { in: shelter, is: done(find_place) }');
    const field = fieldOf(text, 'injects', 'when', 'found');
    expect(field.isFixed).toBe(true);
    expect(writeScenarioField(text, field, 'fr', 'done(assess)')).toBeNull();
  });

  it.each([
    ['objectives', ['objectives']],
    ['cast', ['cast']],
    ['beats', ['beats']],
    ['injects', ['injects']],
    ['expectations', ['expectations']],
    ['questions', ['questions']],
    ['debrief', ['debrief']],
    ['choices', ['questions', 0, 'choices']],
    ['documents', ['beats', 0, 'documents']],
  ] as const)('add one of %s in the right form, and take it away again', (kind, at) => {
    const added = addScenarioItem(COMMENTED, kind, at) ?? '';
    const { scenario, problems } = loadScenario(added, 'a-night.yaml');
    expect(problems.map(({ message }) => message.en)).toEqual([]);
    const list = at.reduce<unknown>((it, key) => (it as Record<string, unknown>)[key], scenario);
    expect(removeScenarioItem(added, [...at, (list as readonly unknown[]).length - 1])).toBe(COMMENTED);
  });

  it('give each new one a name of its own', () => {
    const once = addScenarioItem(SCENARIO, 'beats', ['beats']) ?? '';
    const twice = addScenarioItem(once, 'beats', ['beats']) ?? '';
    expect(said(twice).beats.map(({ id }) => id)).toEqual(['evening', 'beat-1', 'beat-2']);
  });

  it('take the whole list away with the last that may go, and keep the last that must stay', () => {
    const without = removeScenarioItem(SCENARIO, ['questions', 0]);
    expect(said(without).questions).toBeUndefined();
    expect(said(addScenarioItem(without ?? '', 'questions', ['questions'])).questions).toHaveLength(1);
    expect(removeScenarioItem(SCENARIO, ['beats', 0])).toBeNull();
  });

  it('change the order', () => {
    const swapped = said(swapWithNext(SCENARIO, ['injects', 0]));
    expect(swapped.injects?.map(({ id }) => id)).toEqual(['found', 'nobody-assessed', 'judge-told']);
  });
});
