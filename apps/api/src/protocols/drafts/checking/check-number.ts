import { checkVersionNumber, nextVersion, type ReleaseKind } from '@repere/protocol';
import type { FoundDiff } from '../../versions/diff-versions';
import type { PublicationBlockerDto } from './publication-blocker.dto';

/** Whether the version's number says what changed since the newest that is published. */
export function checkNumber(since: FoundDiff | null): readonly PublicationBlockerDto[] {
  if (since === null) return [];
  if (since === 'stopped') return [DIFF_STOPPED];
  const problem = checkVersionNumber(since);
  if (!problem) return [];
  const { from, to, kind } = since;
  const least = nextVersion(from, kind);
  const [fr, en] = SAYS[kind];
  return [
    {
      code: problem.code,
      field: 'files.protocol.yaml',
      text: {
        fr: `Depuis ${from}, ${fr} : le numéro doit être ${least} ou plus, non ${to}.`,
        en: `Since ${from}, ${en}: the number must be ${least} or higher, not ${to}.`,
      },
    },
  ];
}

const SAYS: Readonly<Record<ReleaseKind, readonly [fr: string, en: string]>> = {
  patch: ['des mots changent', 'words change'],
  minor: ['quelque chose s’ajoute ou se renforce', 'something is added or tightened'],
  major: ['quelque chose change ou disparaît', 'something is changed or removed'],
};

/** What changed is not known. */
export const DIFF_STOPPED: PublicationBlockerDto = {
  code: 'too-much-work',
  text: {
    fr: 'La comparaison avec la version publiée a été arrêtée : elle prenait trop de temps. Raccourcissez les conditions qui ont changé.',
    en: 'Comparing with the published version was stopped: it took too long. Shorten the conditions that changed.',
  },
};
