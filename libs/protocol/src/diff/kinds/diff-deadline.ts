import type { Text } from '@repere/feel';
import type { DeadlineDefinition, StepDefinition } from '../../documents/document';
import { describeChange, presence, wordsChanged } from '../change';
import { comparePeriods } from '../compare/compare-periods';
import type { VersionChange } from '../version-diff';
import { compareLists, compareParts, type Parts, type Versions } from '../parts';
import { recurrenceWords } from '../compare/recurrence-words';
import { periodWords } from '../compare/period-words';

/** What changed in the deadline of a step. A longer one protects less, whoever's it is. */
export function diffDeadline(
  before: StepDefinition,
  after: StepDefinition,
  versions: Versions,
): readonly VersionChange[] {
  const { due: was } = before;
  const { due: is } = after;
  const title = versions.names.step(after.id);
  const said = { fr: `Échéance de ${title.fr}`, en: `Deadline of ${title.en}` };
  if (was && is) return compareParts(partsOf(after.id, said), was, is, versions);
  const period = periodWords((is ?? was)?.within ?? '');
  const how = presence(was, is);
  return is
    ? [
        describeChange(
          { what: 'deadline', how, id: after.id, effect: 'protects-more' },
          `${said.fr} ajoutée : ${period.fr}.`,
          `${said.en} added: ${period.en}.`,
          { after: is.within },
        ),
      ]
    : [
        describeChange(
          { what: 'deadline', how, id: after.id, effect: 'protects-less' },
          `${said.fr} retirée : ${period.fr}.`,
          `${said.en} removed: ${period.en}.`,
          { before: was?.within },
        ),
      ];
}

const partsOf = (id: string, said: Text): Parts<DeadlineDefinition> => ({
  within: (before, after) => [
    diffPeriod({ what: 'deadline', id, said, before: before.within, after: after.within }),
  ],
  from: (before, after, { names }) => {
    const [was, is] = [names.describeStart(before.from), names.describeStart(after.from)];
    return [
      describeChange(
        { what: 'deadline', how: 'changed', id, effect: 'to-review' },
        `${said.fr} : compte à partir de ${is.fr} et non plus de ${was.fr}.`,
        `${said.en}: counts from ${is.en}, no longer from ${was.en}.`,
        { before: before.from, after: after.from },
      ),
    ];
  },
  every: (before, after) => [diffRecurrence(id, said, before, after)],
  origin: (before, after) => [
    describeChange(
      { what: 'deadline', how: 'changed', id, effect: 'to-review' },
      `${said.fr} : son origine change (${before.origin} → ${after.origin}).`,
      `${said.en}: its origin changes (${before.origin} → ${after.origin}).`,
      { before: before.origin, after: after.origin },
    ),
  ],
  owner: (before, after) => [
    describeChange(
      { what: 'deadline', how: 'changed', id, effect: 'to-review' },
      `${said.fr} : elle engage ${OWNER[after.owner].fr} et non plus ${OWNER[before.owner].fr}.`,
      `${said.en}: it binds ${OWNER[after.owner].en}, no longer ${OWNER[before.owner].en}.`,
      { before: before.owner, after: after.owner },
    ),
  ],
  overlay: (before, after) => [
    wordsChanged(id, said, { fr: 'règle locale', en: 'local rule' }, before.overlay, after.overlay),
  ],
  basis: (before, after) => [
    wordsChanged(
      id,
      said,
      { fr: 'fondement', en: 'grounds' },
      before.basis.join(', '),
      after.basis.join(', '),
    ),
  ],
  late: (before, after) => {
    const [was, is] = [
      before.late.map((it) => JSON.stringify(it)),
      after.late.map((it) => JSON.stringify(it)),
    ];
    const { added, removed } = compareLists(was, is);
    const effect =
      removed.length === 0 ? 'protects-more' : added.length === 0 ? 'protects-less' : 'to-review';
    if (added.length + removed.length === 0)
      return [wordsChanged(id, said, { fr: 'rappels', en: 'reminders' }, was.join(', '), is.join(', '))];
    return [
      describeChange(
        { what: 'deadline', how: 'changed', id, effect },
        `${said.fr} : ${removed.length} rappel(s) de moins, ${added.length} de plus.`,
        `${said.en}: ${removed.length} reminder(s) less, ${added.length} more.`,
        { before: was.join(', '), after: is.join(', ') },
      ),
    ];
  },
});

/** How often a duty comes again. Where several periods are written, a person compares them. */
function diffRecurrence(
  id: string,
  said: Text,
  before: DeadlineDefinition,
  after: DeadlineDefinition,
): VersionChange {
  const { every: was } = before;
  const { every: is } = after;
  const [one] = was ?? [];
  const [other] = is ?? [];
  if (was?.length === 1 && is?.length === 1 && one && other) {
    const again = { fr: `${said.fr}, quand elle revient`, en: `${said.en}, when it comes again` };
    return diffPeriod({ what: 'deadline', id, said: again, before: one.is, after: other.is });
  }
  const how = presence(was, is);
  const effect = how === 'added' ? 'protects-more' : how === 'removed' ? 'protects-less' : 'to-review';
  const words = {
    added: { fr: 'elle revient désormais', en: 'it now comes again' },
    removed: { fr: 'elle ne revient plus', en: 'it comes again no more' },
    changed: { fr: 'le rythme auquel elle revient change', en: 'how often it comes again changes' },
  }[how];
  const [wasText, isText] = [recurrenceWords(was), recurrenceWords(is)];
  return describeChange(
    { what: 'deadline', how, id, effect },
    `${said.fr} : ${words.fr}.`,
    `${said.en}: ${words.en}.`,
    { ...(wasText && { before: wasText.en }), ...(isText && { after: isText.en }) },
  );
}

const OWNER = {
  ours: { fr: 'nous', en: 'us' },
  outside: { fr: 'une autorité', en: 'an authority' },
} as const;

/** A period that differs: of a deadline, of the opening of a step or of a protocol. */
export function diffPeriod(period: {
  readonly what: VersionChange['what'];
  readonly id: string;
  readonly said: Text;
  readonly before: string;
  readonly after: string;
}): VersionChange {
  const { what, id, said, before, after } = period;
  const relation = comparePeriods(before, after);
  const [was, is] = [periodWords(before), periodWords(after)];
  const { how, effect, fr, en } = PERIODS[relation];
  return describeChange(
    { what: relation === 'same' ? 'text' : what, how, id, effect },
    `${said.fr} : ${was.fr} → ${is.fr}, ${fr}.`,
    `${said.en}: ${was.en} → ${is.en}, ${en}.`,
    { before, after },
  );
}

const PERIODS = {
  same: { how: 'changed', effect: 'words', fr: 'écrite autrement', en: 'spelt otherwise' },
  longer: { how: 'longer', effect: 'protects-less', fr: 'plus longue', en: 'longer' },
  shorter: { how: 'shorter', effect: 'protects-more', fr: 'plus courte', en: 'shorter' },
  unclear: {
    how: 'changed',
    effect: 'to-review',
    fr: 'plus longue ou plus courte selon le jour',
    en: 'longer or shorter depending on the day',
  },
} as const;
