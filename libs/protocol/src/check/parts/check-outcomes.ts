import { text } from '@repere/feel';
import type { Check } from '../checking';

/** Exactly one `otherwise`, last and full; every other line has its condition; the title stands on the first line of an id. */
export const checkOutcomes: Check = function* ({ document, writtenAt }) {
  const { outcomes } = document;
  const last = outcomes.length - 1;
  const seen = new Set<string>();
  for (const [index, outcome] of outcomes.entries()) {
    const at = ['outcomes', index];
    if (outcome.otherwise) {
      if (index !== last) {
        const remedy = text(
          'Mettez-la à la fin : ce qui la suit n’est jamais atteint.',
          'Move it to the end: what follows it is never reached.',
        );
        yield {
          code: 'otherwise-not-last',
          at,
          message: text(
            `\`${outcome.id}\` est la ligne \`otherwise\` mais n’est pas la dernière.`,
            `\`${outcome.id}\` is the \`otherwise\` line but not the last.`,
          ),
          remedy,
        };
      }
      if (outcome.protects !== 'full') {
        const message = text(
          'Quand on ne sait rien, l’enfant est entièrement protégé.',
          'When nothing is known, the child is protected in full.',
        );
        yield {
          code: 'otherwise-protects-less',
          at: [...at, 'protects'],
          message,
          remedy: text('Écrivez `protects: full`.', 'Write `protects: full`.'),
        };
      }
      if (outcome.when !== undefined) {
        const message = text(
          '`otherwise` vaut quand aucune autre ligne ne vaut ; elle n’a pas de condition.',
          '`otherwise` holds when no other line does; it has no condition.',
        );
        yield {
          code: 'otherwise-with-condition',
          at: [...at, 'when'],
          isKey: true,
          message,
          remedy: text('Retirez `when`.', 'Leave `when` out.'),
        };
      }
    } else if (outcome.when === undefined) {
      yield {
        code: 'outcome-without-condition',
        at,
        message: text(`\`${outcome.id}\` n’a pas de condition.`, `\`${outcome.id}\` has no condition.`),
        remedy: text(
          'Ajoutez `when:`, ou `otherwise: true` à la dernière ligne.',
          'Add `when:`, or `otherwise: true` on the last line.',
        ),
      };
    }
    if (seen.has(outcome.id)) {
      if (writtenAt([...at, 'title']) !== undefined) {
        const message = text(
          `\`${outcome.id}\` a déjà son titre.`,
          `\`${outcome.id}\` has its title already.`,
        );
        yield {
          code: 'repeated-words',
          at: [...at, 'title'],
          isKey: true,
          message,
          remedy: text('Écrivez-le sur sa première ligne seulement.', 'Write it on its first line only.'),
        };
      }
      if (typeof writtenAt([...at, 'note']) === 'string') {
        const message = text(
          'La note d’une ligne suivante n’a pas de place dans le fichier anglais.',
          'The note of a later line has no place in the English file.',
        );
        yield {
          code: 'repeated-words',
          at: [...at, 'note'],
          isKey: true,
          message,
          remedy: text('Écrivez-la {fr: …, en: …}.', 'Write it as {fr: …, en: …}.'),
        };
      }
    } else if (writtenAt([...at, 'title']) === undefined) {
      yield {
        code: 'missing-key',
        at,
        message: text(`\`${outcome.id}\` n’a pas de titre.`, `\`${outcome.id}\` has no title.`),
        remedy: text('Ajoutez `title: …`.', 'Add `title: …`.'),
      };
    }
    seen.add(outcome.id);
  }
  if (!outcomes.some(({ otherwise }) => otherwise)) {
    const remedy = text(
      'Terminez par `{id: …, title: …, protects: full, otherwise: true}`.',
      'End with `{id: …, title: …, protects: full, otherwise: true}`.',
    );
    yield {
      code: 'no-otherwise',
      at: ['outcomes'],
      isKey: true,
      message: text(
        'Aucune ligne ne vaut quand les autres ne valent pas.',
        'No line holds when the others do not.',
      ),
      remedy,
    };
  }
};
