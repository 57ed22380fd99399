import type { Words } from '@repere/cases';
import { csvOf } from '../../platform/answers/csv-of';
import type { DryRunCasesDto } from './dry-runs.dto';

type Item = DryRunCasesDto['items'][number];

const HEADINGS: readonly Words[] = [
  { fr: 'Dossier', en: 'Case' },
  { fr: 'Version suivie', en: 'Version followed' },
  { fr: 'Version essayée', en: 'Version tried' },
  { fr: 'Étapes gagnées', en: 'Steps gained' },
  { fr: 'Étapes perdues', en: 'Steps lost' },
  { fr: 'Étapes autrement', en: 'Steps otherwise' },
  { fr: 'Échéances déjà passées', en: 'Deadlines already passed' },
  { fr: 'À confirmer', en: 'To confirm' },
  { fr: 'Réponses non reprises', en: 'Answers left behind' },
  { fr: 'Issue avant', en: 'Outcome before' },
  { fr: 'Issue après', en: 'Outcome after' },
  { fr: 'Déplacé le', en: 'Moved on' },
];

/** One line a run that was tried. */
export function writeTrialsCsv(items: readonly Item[], language: keyof Words): string {
  const lines = items.map(({ reference, trial, movedAt }) => {
    const titles = (list: readonly { readonly title: Words }[]): string =>
      list.map(({ title }) => title[language]).join(' | ');
    return [
      reference,
      trial.from,
      trial.to,
      titles(trial.gains),
      titles(trial.loses),
      titles(trial.differs),
      trial.passed
        .map(({ title, dueAt }) => `${title[language]} (${new Date(dueAt).toISOString()})`)
        .join(' | '),
      titles(trial.toConfirm),
      titles(trial.leftBehind),
      trial.outcome.before ?? '',
      trial.outcome.after ?? '',
      movedAt ?? '',
    ];
  });
  return csvOf([HEADINGS.map((heading) => heading[language]), ...lines]);
}
