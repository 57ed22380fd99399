import { type Sha256, toHex } from '@repere/ledger';
import type { BundleCheck } from '../bundle-format';
import type { PlacedEntry } from '../reading/placed-entry';
import { MADE, MANIFEST } from '../reading/read-bundle';
import { faultOf } from './fault-of';
import { failedBy, type Fault, passed, bothLanguages } from './found';

const TYPE = 'bundle.made';
const FIELD = 'manifest';

/** Whether the record itself holds that a bundle with exactly this manifest was made. */
export function checkMade(made: PlacedEntry, manifest: Uint8Array, sha256: Sha256): BundleCheck {
  const fault = madeFault(made, manifest, sha256);
  return (
    failedBy('made', fault ? [fault] : []) ??
    passed(
      'made',
      'Le registre contient l’acte de fabrication de ce dossier de preuve, et son manifeste est celui-ci.',
      'The record holds the act of making this bundle, and its manifest is this one.',
    )
  );
}

function madeFault(made: PlacedEntry, manifest: Uint8Array, sha256: Sha256): Fault | undefined {
  const notMade = { ...NOT_MADE, leaf: made.leaf };
  if (made.parsed?.type !== TYPE || made.hidden === null) return notMade;
  if (made.misshown) return faultOf(made, made.misshown);
  const opened = made.shown.find(({ path }) => path === FIELD);
  if (!opened) return notMade;
  return opened.value === toHex(sha256(manifest)) ? undefined : OTHER_MANIFEST;
}

const NOT_MADE = {
  file: MADE,
  said: bothLanguages(
    `${MADE} n’est pas l’acte de fabrication d’un dossier de preuve.`,
    `${MADE} is not the act of making a bundle.`,
  ),
};

/** The act itself is as it was: it is not what to look at. */
const OTHER_MANIFEST: Fault = {
  file: MANIFEST,
  said: bothLanguages(
    'Le manifeste n’est pas celui que le registre connaît : il a été récrit après coup.',
    'The manifest is not the one that the record knows: it was rewritten afterwards.',
  ),
};
