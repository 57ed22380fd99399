import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { canBeTold, outlineOf, storyOfExample, storyOfScenario } from './load-story';
import { planCase } from './plan-load';
import { shiftDates } from './shift-dates';
import { tellCase } from './tell-case';

const story = storyOfScenario(scenarioWith());
if (!story) throw new Error('the small scenario is no story');
const NOW = Date.parse('2027-05-04T10:00:00Z');
const surroundings = { set: SHELTER, territory: PARIS, now: NOW, note: 'Dossier d’exercice.' };
const planned = { ...planCase(1, 0, [outlineOf(story)]), acts: outlineOf(story).acts, quietDays: 3 };

describe('a case of a load', () => {
  it('is told by the engine as far as planned, its last act so many days ago', () => {
    const told = tellCase(story, planned, surroundings);
    expect(told.acts).toBe(planned.acts);
    const last = told.journal.at(-1)?.recordedAt ?? 0;
    expect(new Date(last).toISOString().slice(0, 10)).toBe('2027-04-30');
    const shorter = tellCase(story, { ...planned, acts: 1 }, surroundings);
    expect(shorter.journal.length).toBeLessThan(told.journal.length);
  });

  it('says nothing of whom the story was about', () => {
    const { journal } = tellCase(story, planned, surroundings);
    expect(journal.flatMap((it) => (it.kind === 'note-added' ? [it.note] : []))).toContain(
      'Dossier d’exercice.',
    );
  });

  it('ends where the engine takes no more', () => {
    const { do: lines = [] } = story.example;
    const wrong = {
      ...story,
      example: { ...story.example, do: [...lines.slice(0, 1), { ...lines[0], step: 'nowhere' }] },
    };
    expect(tellCase(wrong, { ...planned, acts: 2 }, surroundings).acts).toBe(1);
  });

  it('needs lines that say when, and versions that are there', () => {
    const { example } = story;
    expect(storyOfExample('x', { ...example, do: [{ step: 'assess' }] })).toBeNull();
    expect(storyOfExample('x', { ...example, do: [] })).toBeNull();
    expect(canBeTold(story, SHELTER)).toBe(true);
    expect(canBeTold({ ...story, example: { ...example, versions: { nothing: '1.0.0' } } }, SHELTER)).toBe(
      false,
    );
  });
});

describe('dates of a story', () => {
  it.each([
    ['2026-03-02T20:00', 7, '2026-03-09T20:00'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 366, '2025-02-28'],
    ['2009-05', 365, '2010-05'],
    ['2009-05~', 365, '2010-05~'],
    ['2009', 365, '2009'],
    ['le 2 mars', 7, 'le 2 mars'],
    ['1.0.0', 7, '1.0.0'],
  ])('%s, %s days later, is %s', (told, days, later) => {
    expect(shiftDates({ a: [told], b: 1, c: null }, days)).toEqual({ a: [later], b: 1, c: null });
  });
});
