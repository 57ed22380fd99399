import type { BundleCheck, BundleReport, BothLanguages } from './bundle-format';

/** What each check asks, in words. */
export const CHECK_WORDS: Readonly<Record<BundleCheck['check'], BothLanguages>> = {
  files: { fr: 'Les fichiers', en: 'The files' },
  signature: { fr: 'La signature du registre', en: 'The signature of the record' },
  inclusion: { fr: 'Chaque acte est dans le registre', en: 'Each act is in the record' },
  made: { fr: 'La fabrication du dossier de preuve', en: 'The making of the bundle' },
  consistency: { fr: 'Le registre n’a fait que grandir', en: 'The record has only grown' },
  streams: { fr: 'La suite des actes', en: 'The sequence of acts' },
  openings: { fr: 'Le contenu des actes', en: 'The content of the acts' },
  protocols: { fr: 'Les protocoles suivis', en: 'The protocols followed' },
  replay: { fr: 'Le rejeu du journal', en: 'Replaying the journal' },
};

/** The verdict in a word, and in a sentence. */
export function formatVerdict(report: BundleReport): {
  readonly word: BothLanguages;
  readonly sentence: BothLanguages;
} {
  const fault = faultToName(report);
  switch (report.verdict) {
    case 'sound':
      return {
        word: { fr: 'Intact', en: 'Intact' },
        sentence: {
          fr: `Rien n’a été changé, retiré ni ajouté depuis que ce dossier de preuve a été fait (${String(report.entries ?? 0)} actes vérifiés).`,
          en: `Nothing was changed, taken out or added since this bundle was made (${String(report.entries ?? 0)} acts verified).`,
        },
      };
    case 'exercise':
      return {
        word: { fr: 'Exercice, rien de réel', en: 'An exercise, nothing real' },
        sentence: {
          fr: `Ce dossier de preuve vient d’un espace d’exercice : rien de ce qui s’y trouve n’a eu lieu. Ses ${String(report.entries ?? 0)} actes n’ont pas été changés.`,
          en: `This bundle comes from a training space: nothing that it holds has happened. Its ${String(report.entries ?? 0)} acts were not changed.`,
        },
      };
    case 'unknown-signer':
      return {
        word: { fr: 'Cohérent, signataire inconnu', en: 'Consistent, signer not known' },
        sentence: {
          fr: `Les ${String(report.entries ?? 0)} actes de ce dossier de preuve s’accordent entre eux, mais rien de ce que vous avez donné ne dit qui l’a signé : n’importe qui peut en fabriquer un pareil. Donnez la clé que le service publie, ou un point de contrôle gardé d’avance.`,
          en: `The ${String(report.entries ?? 0)} acts of this bundle agree with each other, but nothing that you gave says who signed it: anybody can make one like it. Give the key that the service publishes, or a checkpoint kept from before.`,
        },
      };
    case 'tampered':
      return { word: { fr: 'Altéré', en: 'Altered' }, sentence: fault?.said ?? NOTHING };
    case 'unreadable':
      return {
        word: { fr: 'N’a pu être vérifié', en: 'Could not be verified' },
        sentence: fault?.said ?? NOTHING,
      };
  }
}

const NOTHING: BothLanguages = { fr: '', en: '' };

/** The failed check to name first: the first that tells which act, else where the record does not bear acts out, else the first. */
export function faultToName({ checks }: BundleReport): BundleCheck | undefined {
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  return (
    failed.find(({ leaf }) => leaf !== undefined) ??
    failed.find(({ check }) => check === 'inclusion') ??
    failed[0]
  );
}
