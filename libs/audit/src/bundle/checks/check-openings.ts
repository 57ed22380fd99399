import type { BundleCheck, BothLanguages } from '../bundle-format';
import type { PlacedEntry } from '../reading/placed-entry';
import { faultOf } from './fault-of';
import { counted, countedEn, failedBy, passed, bothLanguages } from './found';

export interface CheckedOpenings {
  readonly check: BundleCheck;
  readonly limits: readonly BothLanguages[];
}

/** Whether every field shown is the one that was recorded: what was seen of each entry when it was read. */
export function checkOpenings(entries: readonly PlacedEntry[]): CheckedOpenings {
  const faults = entries.flatMap((entry) => (entry.misshown ? [faultOf(entry, entry.misshown)] : []));
  const shown = entries.reduce((sum, entry) => sum + entry.shown.length, 0);
  const redacted = entries.reduce((sum, { hidden }) => sum + (hidden ?? 0), 0);
  const erased = entries.filter(({ hidden }) => hidden === null).length;
  const check =
    failedBy('openings', faults) ??
    passed(
      'openings',
      `${counted(shown, 'champ montré est celui qui a été consigné', 'champs montrés sont ceux qui ont été consignés')}.`,
      `${countedEn(shown, 'field shown is the one', 'fields shown are those')} that ${shown === 1 ? 'was' : 'were'} recorded.`,
    );
  return {
    check,
    limits: [
      ...(redacted > 0
        ? [
            bothLanguages(
              `${counted(redacted, 'champ n’est pas montré', 'champs ne sont pas montrés')} : la preuve dit qu’ils existent, pas ce qu’ils contiennent.`,
              `${countedEn(redacted, 'field is not shown', 'fields are not shown')}: the proof says that they exist, not what they hold.`,
            ),
          ]
        : []),
      ...(erased > 0
        ? [
            bothLanguages(
              `Le contenu de ${counted(erased, 'acte', 'actes')} a été effacé : reste la preuve qu’ils ont eu lieu.`,
              `The content of ${countedEn(erased, 'act', 'acts')} was erased: the proof that they took place remains.`,
            ),
          ]
        : []),
    ],
  };
}
