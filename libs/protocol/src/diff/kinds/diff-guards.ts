import type { Flag, Requirement, StepDefinition } from '../../documents/document';
import type { Text } from '@repere/feel';
import { describeChange, wordsChanged } from '../change';
import type { ChangeEffect, VersionChange } from '../version-diff';
import { diffCondition } from './diff-condition';
import { compareParts, pair, type Parts, type Versions } from '../parts';

/** What a step refuses. Known by when it applies, else by the reason it gives. */
export function diffRequirements(
  before: StepDefinition,
  after: StepDefinition,
  versions: Versions,
): readonly VersionChange[] {
  const title = versions.names.step(after.id);
  const parts: Parts<Requirement> = {
    when: (was, is) =>
      diffCondition({
        ...aboutGuard(after.id, was.when, is.when),
        says: { fr: `${title.fr} vérifie « ${is.because.fr} »`, en: `${title.en} checks "${is.because.en}"` },
      }),
    // A weaker demand lets more through.
    that: (was, is) =>
      diffCondition({
        ...aboutGuard(after.id, was.that, is.that),
        ifWeaker: 'protects-less',
        says: { fr: `${title.fr} passe « ${is.because.fr} »`, en: `${title.en} passes "${is.because.en}"` },
      }),
    counted: (was, is) => [
      describeChange(
        { what: 'condition', how: 'changed', id: after.id, effect: 'to-review' },
        `${title.fr} : ce qui est compté de « ${is.because.fr} » change.`,
        `${title.en}: what is counted of "${is.because.en}" changes.`,
        { before: was.counted, after: is.counted },
      ),
    ],
    ...wordsOfGuard(after.id, title),
  };
  return diffGuards(before.requires, after.requires, after.id, title, VERIFIES, parts, versions);
}

/** What a step reports though it is recorded. */
export function diffFlags(
  before: StepDefinition,
  after: StepDefinition,
  versions: Versions,
): readonly VersionChange[] {
  const title = versions.names.step(after.id);
  const parts: Parts<Flag> = {
    when: (was, is) =>
      diffCondition({
        ...aboutGuard(after.id, was.when, is.when),
        says: { fr: `${title.fr} signale « ${is.because.fr} »`, en: `${title.en} flags "${is.because.en}"` },
      }),
    tell: (was, is) => [
      describeChange(
        { what: 'condition', how: 'changed', id: after.id, effect: 'to-review' },
        `${title.fr} : « ${is.because.fr} » est signalé à ${is.tell ?? 'personne'} et non plus à ${was.tell ?? 'personne'}.`,
        `${title.en}: "${is.because.en}" is told to ${is.tell ?? 'nobody'}, no longer to ${was.tell ?? 'nobody'}.`,
      ),
    ],
    incident: (was, is) => [
      describeChange(
        {
          what: 'condition',
          how: 'changed',
          id: after.id,
          effect: effectOfIncident(was, is),
        },
        `${title.fr} : « ${is.because.fr} » ${is.incident ? 'est' : "n'est plus"} une atteinte aux droits.`,
        `${title.en}: "${is.because.en}" is ${is.incident ? 'now' : 'no longer'} a rights incident.`,
        { before: String(was.incident ?? false), after: String(is.incident ?? false) },
      ),
    ],
    ...wordsOfGuard(after.id, title),
  };
  return diffGuards(before.flags, after.flags, after.id, title, REPORTS, parts, versions);
}

function effectOfIncident(was: Flag, is: Flag): ChangeEffect {
  if (Boolean(was.incident) === Boolean(is.incident)) return 'words';
  return is.incident ? 'protects-more' : 'protects-less';
}

type Guard = Pick<Requirement, 'when' | 'because' | 'basis'>;

const VERIFIES = { fr: 'vérifie', en: 'checks' };
const REPORTS = { fr: 'signale', en: 'flags' };

function diffGuards<T extends Guard>(
  before: readonly T[],
  after: readonly T[],
  id: string,
  title: Text,
  does: Text,
  parts: Parts<T>,
  versions: Versions,
): readonly VersionChange[] {
  // Most guards keep either their condition or their reason.
  const byWhen = pair(before, after, ({ when }) => when);
  const byReason = pair(byWhen.removed, byWhen.added, ({ because }) => because.fr);
  return [
    ...byReason.removed.map(({ because, when }) =>
      describeChange(
        { what: 'condition', how: 'removed', id, effect: 'protects-less' },
        `${title.fr} ne ${does.fr} plus « ${because.fr} ».`,
        `${title.en} no longer ${does.en} "${because.en}".`,
        { before: when },
      ),
    ),
    ...byReason.added.map(({ because, when }) =>
      describeChange(
        { what: 'condition', how: 'added', id, effect: 'protects-more' },
        `${title.fr} ${does.fr} aussi « ${because.fr} ».`,
        `${title.en} also ${does.en} "${because.en}".`,
        { after: when },
      ),
    ),
    ...[...byWhen.kept, ...byReason.kept].flatMap((it) => compareParts(parts, it.before, it.after, versions)),
  ];
}

function aboutGuard(id: string, before: string, after: string) {
  return { what: 'condition', id, before, after, absent: 'true', ifWeaker: 'protects-more' } as const;
}

const wordsOfGuard = (id: string, title: Text) => ({
  because: (was: Guard, is: Guard) => [
    wordsChanged(id, title, { fr: 'motif donné', en: 'reason given' }, was.because, is.because),
  ],
  basis: (was: Guard, is: Guard) => [
    wordsChanged(id, title, { fr: 'fondement', en: 'grounds' }, was.basis.join(', '), is.basis.join(', ')),
  ],
});
