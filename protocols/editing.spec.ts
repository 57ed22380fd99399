import { changeDeadline, changeSentence, type EditedTexts, findEditable } from '@repere/protocol';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each file is read anew after each change: some sentences of each say whether the forms fit. */
const EVERY = 12;

const shipped = globSync('*/*/protocol.yaml', { cwd: __dirname }).map((path) => ({
  path,
  french: readFileSync(join(__dirname, path), 'utf8'),
  english: readFileSync(join(__dirname, path.replace('protocol.yaml', 'en.yaml')), 'utf8'),
}));

const subjectsOf = (texts: EditedTexts) => {
  const found = findEditable(texts);
  if (!found.ok) throw new Error(found.problems[0]?.message.en);
  return found.subjects;
};
const sentencesOf = (texts: EditedTexts) =>
  subjectsOf(texts).flatMap(({ sentences, codes }) => [
    ...sentences,
    ...(codes?.entries.flatMap((it) => it.sentences) ?? []),
  ]);
const onlyIn = (one: string, other: string) => {
  const lines = new Set(other.split('\n'));
  return one.split('\n').filter((line) => !lines.has(line));
};

describe.each(shipped)('forms over $path', (texts) => {
  it('find its sentences with their English, each once', () => {
    const found = sentencesOf(texts);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ state }) => state !== 'matched' && state !== 'inline')).toEqual([]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  });

  it('change a sentence in one line, and back to the letter', () => {
    for (const sentence of sentencesOf(texts).filter((_, place) => place % EVERY === 0)) {
      const words = `${sentence.fr} (autrement)`;
      const changed = changeSentence(texts, sentence, 'fr', words);
      expect([sentence.key, changed && onlyIn(changed.french, texts.french)]).toEqual([
        sentence.key,
        [expect.stringContaining('(autrement)')],
      ]);
      const back = changed && changeSentence(changed, sentence, 'fr', sentence.fr, texts);
      expect(back?.french).toBe(texts.french);
      const english = changeSentence(texts, sentence, 'en', `${sentence.en}, otherwise`);
      const again = english && changeSentence(english, sentence, 'en', sentence.en, texts);
      expect([again?.english, again?.french]).toEqual([texts.english, texts.french]);
    }
  });

  it('change a deadline in one line, and back to the letter', () => {
    for (const { deadline, at } of subjectsOf(texts).filter((_, place) => place % 3 === 0)) {
      if (!deadline) continue;
      const due = { ...deadline, origin: deadline.origin as 'LEGAL' };
      const changed = changeDeadline(texts.french, at, { ...due, within: '7 hours' });
      expect(onlyIn(changed ?? '', texts.french)).toEqual([expect.stringContaining('within: 7 hours')]);
      expect(changed && changeDeadline(changed, at, due, texts.french)).toBe(texts.french);
    }
  });
});
