import type { Check } from './checking';

/** Exactly one `otherwise`, last and full; every other line has its condition; the title stands on the first line of an id. */
export const checkOutcomes: Check = function* ({ document, writtenAt }) {
  const { outcomes } = document;
  const last = outcomes.length - 1;
  const seen = new Set<string>();
  for (const [index, outcome] of outcomes.entries()) {
    const at = ['outcomes', index];
    if (outcome.otherwise) {
      if (index !== last) {
        const remedy = 'Move it to the end: what follows it is never reached.';
        yield {
          code: 'otherwise-not-last',
          at,
          message: `\`${outcome.id}\` is the \`otherwise\` line but not the last.`,
          remedy,
        };
      }
      if (outcome.protects !== 'full') {
        const message = 'When nothing is known, the child is protected in full.';
        yield {
          code: 'otherwise-protects-less',
          at: [...at, 'protects'],
          message,
          remedy: 'Write `protects: full`.',
        };
      }
      if (outcome.when !== undefined) {
        const message = '`otherwise` holds when no other line does; it has no condition.';
        yield {
          code: 'otherwise-with-condition',
          at: [...at, 'when'],
          isKey: true,
          message,
          remedy: 'Leave `when` out.',
        };
      }
    } else if (outcome.when === undefined) {
      yield {
        code: 'outcome-without-condition',
        at,
        message: `\`${outcome.id}\` has no condition.`,
        remedy: 'Add `when:`, or `otherwise: true` on the last line.',
      };
    }
    if (seen.has(outcome.id)) {
      if (writtenAt([...at, 'title']) !== undefined) {
        const message = `\`${outcome.id}\` has its title already.`;
        yield {
          code: 'repeated-words',
          at: [...at, 'title'],
          isKey: true,
          message,
          remedy: 'Write it on its first line only.',
        };
      }
      if (typeof writtenAt([...at, 'note']) === 'string') {
        const message = 'The note of a later line has no place in the English file.';
        yield {
          code: 'repeated-words',
          at: [...at, 'note'],
          isKey: true,
          message,
          remedy: 'Write it as {fr: …, en: …}.',
        };
      }
    } else if (writtenAt([...at, 'title']) === undefined) {
      yield {
        code: 'missing-key',
        at,
        message: `\`${outcome.id}\` has no title.`,
        remedy: 'Add `title: …`.',
      };
    }
    seen.add(outcome.id);
  }
  if (!outcomes.some(({ otherwise }) => otherwise)) {
    const remedy = 'End with `{id: …, title: …, protects: full, otherwise: true}`.';
    yield {
      code: 'no-otherwise',
      at: ['outcomes'],
      isKey: true,
      message: 'No line holds when the others do not.',
      remedy,
    };
  }
};
