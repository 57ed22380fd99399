import type { PublicationBlocker, Words } from '@repere/cases';
import type { ProofFinding, ProtocolDocument } from '@repere/protocol';
import type { ExplorationRow } from '../../exploring/explorations.query';
import { keyOf } from '../../protocol-library';
import type { PublishedProtocols } from '../../publishing/published-protocols';
import type { FoundDiff } from '../../versions/diff-versions';
import type { CheckedDraft } from './check-draft';
import type { DraftRow } from '../draft-row';
import { checkNumber } from './check-number';
import { droppedSafeguards } from './dropped-safeguards';
import type { PublicationBlockerDto } from './publication-blocker.dto';

/** What publishing looks at. */
export interface Publishing {
  readonly draft: DraftRow;
  readonly checked: CheckedDraft;
  readonly published: PublishedProtocols;
  /** Of the draft's text, or of an earlier one. */
  readonly exploration: ExplorationRow | null;
  /** What an exploration must be of. */
  readonly hash: string | null;
  /** Promises that were proven of the versions in force, and are only bounded here. */
  readonly lost: readonly ProofFinding[];
  /** Since the newest that is published; `null`: there is none, or the draft can't be read. */
  readonly since: FoundDiff | null;
  readonly now: number;
}

const DAY_MS = 86_400_000;

/** What keeps a draft from being published, in words; empty when nothing does. The page shows it, publishing refuses by it. */
export function publicationBlockers(publishing: Publishing): readonly PublicationBlockerDto[] {
  const { draft, checked, now } = publishing;
  const { document } = checked;
  return [
    ...errorsOf(checked),
    ...(document ? numberOf(publishing, document) : []),
    ...(draft.changeNotes ? [] : [NO_NOTES]),
    ...(draft.inForceFrom && draft.inForceFrom.getTime() < now - DAY_MS ? [PAST] : []),
    ...explorationOf(publishing),
    ...(document ? droppedOf(publishing, document) : []),
    ...lostOf(publishing),
    ...(draft.state === 'approved' ? [] : [NOT_APPROVED]),
  ];
}

/** Errors of the protocol itself. With these it can be neither explored nor tried; examples that part from it are told apart. */
export const faultsOf = ({ document, problems }: CheckedDraft): readonly PublicationBlockerDto[] =>
  errorsOf({ document, problems: problems.filter(({ file }) => !/^(examples|vectors)\//.test(file)) });

function errorsOf({ problems }: CheckedDraft): readonly PublicationBlockerDto[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return [];
  const where = `${first.file}:${String(first.line)}`;
  const count = String(errors.length);
  return [
    {
      code: 'has-errors',
      field: `files.${first.file}`,
      text: {
        fr: `${count} ${errors.length > 1 ? 'erreurs' : 'erreur'} à corriger ; la première : ${where}, ${first.message.fr}`,
        en: `${count} ${errors.length > 1 ? 'errors' : 'error'} to correct; the first: ${where}, ${first.message.en}`,
      },
    },
  ];
}

function numberOf(
  { draft, published, since }: Publishing,
  document: ProtocolDocument,
): readonly PublicationBlockerDto[] {
  if (document.protocol !== draft.protocol)
    return [
      reason('other-protocol', {
        fr: `Ce brouillon est celui de « ${draft.protocol} » ; protocol.yaml dit « ${document.protocol} ».`,
        en: `This draft is of "${draft.protocol}"; protocol.yaml says "${document.protocol}".`,
      }),
    ];
  if (published.versions.has(keyOf(document.protocol, document.version)))
    return [versionExists(document.version)];
  return checkNumber(since);
}

export const versionExists = (version: string): PublicationBlockerDto =>
  reason('version-exists', {
    fr: `La version ${version} est déjà publiée : une version publiée ne change plus. Donnez un autre numéro.`,
    en: `Version ${version} is published already, and what is published never changes. Give another number.`,
  });

function explorationOf({ exploration, hash }: Publishing): readonly PublicationBlockerDto[] {
  if (hash === null) return [];
  if (!exploration || exploration.hash !== hash) return [NOT_EXPLORED];
  switch (exploration.state) {
    case 'waiting':
    case 'running':
      return [EXPLORING];
    case 'stopped':
      return [STOPPED];
    case 'failed':
    case 'cancelled':
      return [FAILED];
    case 'done':
      return (exploration.report?.findings ?? []).filter(({ verdict }) => verdict === 'broken').map(broken);
  }
}

/** Until a third person said why. */
function lostOf({ draft, lost, hash }: Publishing): readonly PublicationBlockerDto[] {
  if (isLossAccepted(draft, hash)) return [];
  return lost.map(({ id, title, basis }) => ({
    code: 'lost-proof',
    about: id,
    ...(basis.length > 0 && { basis }),
    text: {
      fr: `N’est plus prouvé, et l’était : ${title.fr} Une personne qui n’a ni écrit ni approuvé ce brouillon doit écrire pourquoi c’est acceptable.`,
      en: `Is no longer proven, and was: ${title.en} A person who neither wrote nor approved this draft has to write why that is acceptable.`,
    },
  }));
}

/** Of exactly what was explored now. */
export const isLossAccepted = ({ lossHash }: DraftRow, hash: string | null): boolean =>
  hash !== null && lossHash === hash;

/** A published promise is never taken back in silence: not even while the rules still keep it. */
function droppedOf(
  { published, exploration, hash }: Publishing,
  document: ProtocolDocument,
): readonly PublicationBlockerDto[] {
  const findings = exploration?.hash === hash ? (exploration?.report?.findings ?? []) : [];
  const told = new Set(
    findings.filter(({ verdict, kind }) => verdict === 'broken' && kind === 'safeguard').map(({ id }) => id),
  );
  return droppedSafeguards(document, published)
    .filter(({ id }) => !told.has(id))
    .map(({ id, title, basis }) => ({
      code: 'dropped-safeguard',
      about: id,
      ...(basis.length > 0 && { basis }),
      text: {
        fr: `Le garde-fou « ${title?.fr ?? id} » a disparu. Remettez-le : aucun enfant ne perd une promesse publiée.`,
        en: `The safeguard "${title?.en ?? id}" is gone. Put it back: no child loses a published promise.`,
      },
    }));
}

/** With the story of the child whom it would have failed. */
function broken({ id, kind, title, counterExample, basis }: ProofFinding): PublicationBlockerDto {
  const said = {
    fr: `Une promesse n’est plus tenue : ${title.fr}`,
    en: `A promise is no longer kept: ${title.en}`,
  };
  return {
    code: kind === 'safeguard' ? 'broken-safeguard' : 'broken-promise',
    text: said,
    about: id,
    ...(basis.length > 0 && { basis }),
    ...(counterExample && { story: counterExample.story, lines: counterExample.lines }),
  };
}

const reason = (code: PublicationBlocker, text: Words): PublicationBlockerDto => ({ code, text });

const NO_NOTES = reason('no-change-notes', {
  fr: 'Dites aux praticiens ce qui change, en français et en anglais.',
  en: 'Say to practitioners what changes, in French and in English.',
});
const PAST = reason('in-force-past', {
  fr: 'La date d’entrée en vigueur est passée.',
  en: 'The date from which it is in force has passed.',
});
const NOT_EXPLORED = reason('not-explored', {
  fr: 'Ce texte n’a pas encore été exploré : les garde-fous ne sont pas vérifiés.',
  en: 'This text has not been explored yet: its safeguards are not verified.',
});
const EXPLORING = reason('exploring', { fr: 'L’exploration est en cours.', en: 'Exploring is under way.' });
const FAILED = reason('exploration-failed', {
  fr: 'L’exploration a échoué. Relancez-la.',
  en: 'Exploring failed. Start it again.',
});
const STOPPED = reason('exploration-failed', {
  fr: 'L’exploration a été arrêtée : elle prenait trop de temps ou de mémoire. Elle ne reprend pas toute seule : relancez-la.',
  en: 'Exploring was stopped: it took too much time or memory. It does not go on by itself: start it again.',
});
const NOT_APPROVED = reason('not-approved', {
  fr: 'Une deuxième personne doit approuver exactement ce texte.',
  en: 'A second person has to approve exactly this text.',
});
