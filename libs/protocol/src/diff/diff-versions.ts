import type { AbsenceDefinition, ProtocolDocument, SharedDocument } from '../documents/document';
import { describeChange, wordsChanged } from './change';
import type { ChangeEffect, VersionChange, VersionDiff } from './version-diff';
import { diffDerived, diffFacts } from './kinds/diff-fact';
import { diffLimits } from './kinds/diff-limit';
import { diffOpens } from './kinds/diff-opens';
import { diffReasons } from './kinds/diff-reasons';
import { diffOutcomes } from './kinds/diff-outcome';
import { diffSafeguards } from './kinds/diff-safeguard';
import { STEP_PARTS, stepPresence } from './kinds/diff-step';
import { Names, type ProtocolTitles, quoted } from './names';
import { compareParts, isSame, pair, type Parts, type Versions } from './parts';
import { releaseKind } from './release-kind';

/**
 * Every change from one version to another in words, gravest first: what protects less, what a person must look at, what
 * protects more, words. Empty for two versions that say the same. Throws on versions of two protocols.
 */
export function diffVersions(
  before: ProtocolDocument,
  after: ProtocolDocument,
  shared: SharedDocument,
  titles: ProtocolTitles = {},
): VersionDiff {
  const { protocol } = after;
  if (before.protocol !== protocol) {
    throw new RangeError(`${before.protocol} and ${protocol} are two protocols`);
  }
  const versions: Versions = {
    before,
    after,
    shared,
    names: new Names(before, after, shared, { [protocol]: after.title, ...titles }),
  };
  const changes = compareParts(PARTS, before, after, versions).toSorted(
    (a, b) => GRAVEST.indexOf(a.effect) - GRAVEST.indexOf(b.effect),
  );
  return { protocol, from: before.version, to: after.version, kind: releaseKind(changes), changes };
}

/** Whether anything protects less, or a safeguard is gone: what a publication must be asked about. */
export function protectsLess({ changes }: Pick<VersionDiff, 'changes'>): boolean {
  return changes.some(({ effect }) => effect === 'protects-less');
}

const GRAVEST: readonly ChangeEffect[] = ['protects-less', 'to-review', 'protects-more', 'words'];

const PARTS: Parts<ProtocolDocument> = {
  protocol: () => [],
  version: () => [],
  code: words('code', 'code', ({ code }) => code),
  title: words('titre', 'title', ({ title }) => title),
  purpose: words('but', 'purpose', ({ purpose }) => purpose),
  basis: words('fondement', 'grounds', ({ basis }) => basis.join(', ')),
  safeguards: (was, is, it) => diffSafeguards(was.safeguards, is.safeguards, it),
  steps: diffSteps,
  outcomes: (was, is, it) => diffOutcomes(was.outcomes, is.outcomes, it),
  opens: (was, is, it) => diffOpens(was.opens, is.opens, it),
  limits: (was, is, it) => diffLimits(was.limits, is.limits, it),
  derived: (was, is) => diffDerived(was.derived, is.derived),
  reasons: diffReasons,
  // Said with the lists.
  contradictions: (was, is, it) => (isSame(was.reasons, is.reasons) ? diffReasons(was, is, it) : []),
  facts: (was, is, it) => diffFacts(was.facts, is.facts, it),
  opensWith: toReview(
    "Ce qui s'ouvre avec un dossier change.",
    'What opens with a case changes.',
    ({ opensWith }) => opensWith,
  ),
  noticesOnly: toReview(
    'Faire ses étapes compte, ou ne compte plus, comme protéger.',
    'Whether doing its steps counts as protecting changes.',
    ({ noticesOnly }) => (noticesOnly ? String(noticesOnly) : undefined),
  ),
  tells: toReview(
    "Ce que son résultat dit de l'enfant change.",
    'What its outcome says of the child changes.',
    ({ tells }) => tells,
  ),
  absence: (was, is) => {
    const { calls: calledBefore, ...before } = was.absence ?? {};
    const { calls: calledAfter, ...after } = is.absence ?? {};
    const isSaidOtherwise = JSON.stringify(before) !== JSON.stringify(after);
    return [
      ...(isSaidOtherwise
        ? [
            describeChange(
              { what: 'condition', how: 'changed', id: is.protocol, effect: 'to-review' },
              "Ce qui dit que l'enfant n'est pas là change.",
              'What says that the child is not there changes.',
              {
                before: was.absence && Object.values(before).join(', '),
                after: is.absence && Object.values(after).join(', '),
              },
            ),
          ]
        : []),
      ...(JSON.stringify(calledBefore) === JSON.stringify(calledAfter)
        ? []
        : [
            describeChange(
              { what: 'condition', how: 'changed', id: is.protocol, effect: 'to-review' },
              "Qui appeler quand l'enfant n'est pas là change.",
              'Whom to call while the child is not there changes.',
              { before: saidCalls(calledBefore), after: saidCalls(calledAfter) },
            ),
          ]),
    ];
  },
  runs: (was, is) => [
    describeChange(
      { what: 'opens', how: 'changed', id: is.protocol, effect: 'to-review' },
      is.runs === 'many'
        ? 'Le protocole peut être engagé plusieurs fois.'
        : "Le protocole n'est engagé qu'une fois.",
      is.runs === 'many'
        ? 'The protocol may be started several times.'
        : 'The protocol is started once only.',
      { before: was.runs, after: is.runs },
    ),
  ],
};

function words(
  fr: string,
  en: string,
  of: (document: ProtocolDocument) => ProtocolDocument['title'] | string,
) {
  return (was: ProtocolDocument, is: ProtocolDocument) => [
    wordsChanged(is.protocol, quoted(is.title), { fr, en }, of(was), of(is)),
  ];
}

function toReview(fr: string, en: string, of: (document: ProtocolDocument) => string | undefined) {
  return (was: ProtocolDocument, is: ProtocolDocument) => [
    describeChange({ what: 'condition', how: 'changed', id: is.protocol, effect: 'to-review' }, fr, en, {
      before: of(was),
      after: of(is),
    }),
  ];
}

function diffSteps(
  before: ProtocolDocument,
  after: ProtocolDocument,
  versions: Versions,
): readonly VersionChange[] {
  const { added, removed, kept, isReordered } = pair(before.steps, after.steps, ({ id }) => id);
  return [
    ...removed.map((it) => stepPresence(it, 'removed', versions)),
    ...added.map((it) => stepPresence(it, 'added', versions)),
    ...kept.flatMap((it) => compareParts(STEP_PARTS, it.before, it.after, versions)),
    ...(isReordered
      ? [
          describeChange(
            { what: 'step', how: 'changed', id: after.protocol, effect: 'to-review' },
            'Les étapes communes sont présentées dans un autre ordre.',
            'The steps that both versions have are shown in another order.',
          ),
        ]
      : []),
  ];
}

const saidCalls = (calls: AbsenceDefinition['calls']): string | undefined =>
  calls?.map(({ who, numbers }) => [who.fr, ...numbers].join(' ')).join(', ');
