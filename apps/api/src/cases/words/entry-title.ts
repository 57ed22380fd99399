import type { Words } from '@repere/cases';
import type { CallMade, JournalEntry, NoteAdded } from '@repere/case-engine';
import { ON_CALL_KINDS, ON_CALL_WORDS } from '@repere/protocol';
import type { LoadedCase } from '../reading/loaded-case';
import { same } from './show-value';

/** What an entry did, in a few words. */
export function entryTitle(file: LoadedCase, entry: JournalEntry): Words {
  switch (entry.kind) {
    case 'run-opened':
      return titleAbout(
        { fr: 'Protocole engagé', en: 'Protocol started' },
        file.documentOf(entry.runId).title,
      );
    case 'run-moved':
      return titleAbout(
        {
          fr: `Version ${entry.to} au lieu de ${entry.from}`,
          en: `Version ${entry.to} instead of ${entry.from}`,
        },
        file.documentOf(entry.runId).title,
      );
    case 'step-completed':
      return stepTitle(file, entry.runId, entry.step);
    case 'entry-approved':
      return titleAbout({ fr: 'Validé', en: 'Approved' }, stepTitle(file, entry.runId, entry.step));
    case 'entry-returned':
      return titleAbout({ fr: 'Renvoyé', en: 'Sent back' }, stepTitle(file, entry.runId, entry.step));
    case 'step-waived':
      return titleAbout({ fr: 'Étape écartée', en: 'Step waived' }, stepTitle(file, entry.runId, entry.step));
    case 'entry-amended': {
      const corrected = { fr: 'Corrigé', en: 'Corrected' };
      const title = entry.step
        ? stepTitle(file, entry.runId, entry.step)
        : { fr: 'Faits notés', en: 'Facts noted' };
      return titleAbout(corrected, title);
    }
    case 'facts-recorded':
      return { fr: 'Faits notés', en: 'Facts noted' };
    case 'note-added':
      if (entry.call) return callTitle(entry.call);
      return entry.about === undefined ? same('Note') : CHANGED[entry.about];
  }
}

const CHANGED: Readonly<Record<NonNullable<NoteAdded['about']>, Words>> = {
  identity: { fr: 'Identité corrigée', en: 'Identity corrected' },
  lead: { fr: 'Nouveau pilote du dossier', en: 'New lead' },
  'lead-at-once': {
    fr: 'Nouveau pilote du dossier, nommé sans attendre son accord',
    en: 'New lead, named without waiting for their word',
  },
};

/** Who was called, and whether they answered. */
function callTitle({ whom, answered }: CallMade): Words {
  const kind = ON_CALL_KINDS.find((it) => it === whom);
  const { fr, en } = kind ? ON_CALL_WORDS[kind].title : same(whom);
  return answered
    ? { fr: `Appelé\u00A0: ${fr}`, en: `Called: ${en}` }
    : { fr: `Appelé, sans réponse\u00A0: ${fr}`, en: `Called, no answer: ${en}` };
}

export const stepTitle = (file: LoadedCase, runId: string, step: string): Words =>
  file.findStep(runId, step)?.title ?? same(step);

export const titleAbout = (what: Words, whom: Words): Words => ({
  fr: `${what.fr}\u00A0: ${whom.fr}`,
  en: `${what.en}: ${whom.en}`,
});
