import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { listSlides } from './list-slides';

describe('a scenario as slides', () => {
  const scenario = scenarioWith();
  const slides = listSlides(SHELTER, scenario, PARIS);
  const idsOf = (kind: string) => slides.filter((it) => it.kind === kind).map(({ id }) => id);

  it('has every beat, inject, question, answer and thing to take away once, each under an id of its own', () => {
    expect(idsOf('beat').sort()).toEqual(scenario.beats.map(({ id }) => `beat:${id}`).sort());
    expect(idsOf('inject').sort()).toEqual((scenario.injects ?? []).map(({ id }) => `inject:${id}`).sort());
    const questions = scenario.questions ?? [];
    expect(questions.length).toBeGreaterThan(0);
    expect(idsOf('question').sort()).toEqual(questions.map(({ id }) => `question:${id}`).sort());
    expect(idsOf('answer').sort()).toEqual(questions.map(({ id }) => `answer:${id}`).sort());
    expect(idsOf('debrief')).toHaveLength(scenario.debrief.length);
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
    expect(slides[0]?.id).toBe('opening');
  });

  it('asks each question after what it is about, and answers it in the next slide', () => {
    for (const { id, about } of scenario.questions ?? []) {
      const asked = slides.findIndex((it) => it.id === `question:${id}`);
      expect(slides[asked + 1]?.id).toBe(`answer:${id}`);
      if (about !== undefined)
        expect(slides.slice(0, asked).some((it) => it.id.endsWith(`:${about}`))).toBe(true);
    }
  });

  it('has no two slides of one title, the answer beside its question either', () => {
    const titles = slides.map(({ title }) => title.fr);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('keeps what is right, notes, and conditions out of what the room sees of a question and of the story', () => {
    for (const { kind, notes: _private, ...shown } of slides.filter((it) => it.kind !== 'answer')) {
      expect(shown.points.some(({ isRight, because }) => isRight !== undefined || because)).toBe(false);
      const words = JSON.stringify(shown);
      for (const { notes } of [...scenario.beats, ...(scenario.injects ?? [])])
        if (notes) expect(words).not.toContain(notes.fr);
      if (kind === 'question') expect(words).not.toMatch(/Réponse/);
      expect(words).not.toMatch(/done\(/);
    }
    const right = (scenario.questions ?? []).flatMap(({ choices }) => choices.filter((it) => it.right));
    const told = slides.filter((it) => it.kind === 'question').flatMap(({ notes }) => notes);
    for (const { says } of right) expect(told.some(({ fr }) => fr.includes(says.fr))).toBe(true);
  });
});
