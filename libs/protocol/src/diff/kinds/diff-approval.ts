import type { Text } from '@repere/feel';
import type { Role, StepDefinition } from '../../documents/document';
import { describeChange, presence, wordsChanged } from '../change';
import type { VersionChange } from '../version-diff';
import { diffCondition } from './diff-condition';
import { isSame, type Versions } from '../parts';

/** The second person of a step, as the engine reads it: a step that decides has one though it names none. */
interface SecondPerson {
  readonly role: Role;
  readonly when: string | undefined;
  readonly effect: 'before' | 'at-once';
}

/** What changed in who must agree to a step. A second person who is gone protects less. */
export function diffApproval(
  before: StepDefinition,
  after: StepDefinition,
  { names }: Versions,
): readonly VersionChange[] {
  const [was, is] = [secondPerson(before), secondPerson(after)];
  const { id } = after;
  const title = names.step(id);
  if (isSame(was, is)) {
    if (isSame(before.approvedBy, after.approvedBy)) return [];
    return [
      wordsChanged(
        id,
        title,
        { fr: 'seconde personne', en: 'second person' },
        before.approvedBy?.role,
        after.approvedBy?.role,
      ),
    ];
  }
  const what = 'approval' as const;
  if (!was || !is) {
    const how = presence(was, is);
    return is
      ? [
          describeChange(
            { what, how, id, effect: 'protects-more' },
            `${title.fr} demande l'accord d'une seconde personne.`,
            `${title.en} takes a second person's agreement.`,
            { after: is.role },
          ),
        ]
      : [
          describeChange(
            { what, how, id, effect: 'protects-less' },
            `${title.fr} ne demande plus l'accord d'une seconde personne.`,
            `${title.en} no longer takes a second person's agreement.`,
            { before: was?.role },
          ),
        ];
  }
  return [
    ...(was.role === is.role
      ? []
      : [
          describeChange(
            { what, how: 'changed', id, effect: 'to-review' },
            `${title.fr} : la seconde personne est ${is.role} et non plus ${was.role}.`,
            `${title.en}: the second person is ${is.role}, no longer ${was.role}.`,
            { before: was.role, after: is.role },
          ),
        ]),
    ...diffCondition({
      what,
      id,
      before: was.when,
      after: is.when,
      absent: 'true',
      ifWeaker: 'protects-more',
      says: {
        fr: `${title.fr} demande l'accord d'une seconde personne`,
        en: `${title.en} takes a second person's agreement`,
      },
    }),
    ...(was.effect === is.effect ? [] : [effectChanged(before, after, was, is, title)]),
  ];
}

/** What protects must not wait for the second person; what does not protect should. */
function effectChanged(
  before: StepDefinition,
  after: StepDefinition,
  was: SecondPerson,
  is: SecondPerson,
  title: Text,
): VersionChange {
  const isEarlier = is.effect === 'at-once';
  const isMore = after.protective === isEarlier;
  const effect =
    before.protective !== after.protective ? 'to-review' : isMore ? 'protects-more' : 'protects-less';
  return describeChange(
    { what: 'approval', how: 'changed', id: after.id, effect },
    isEarlier
      ? `${title.fr} prend effet tout de suite, avant l'accord de la seconde personne.`
      : `${title.fr} attend l'accord de la seconde personne pour prendre effet.`,
    isEarlier
      ? `${title.en} takes effect at once, before the second person agrees.`
      : `${title.en} waits for the second person to take effect.`,
    { before: was.effect, after: is.effect },
  );
}

function secondPerson({ approvedBy, decides, protective }: StepDefinition): SecondPerson | undefined {
  if (!approvedBy) {
    return decides === undefined ? undefined : { role: 'SUP', when: undefined, effect: 'at-once' };
  }
  const effect =
    decides !== undefined ? 'at-once' : (approvedBy.effect ?? (protective ? 'at-once' : 'before'));
  return { role: approvedBy.role, when: approvedBy.when, effect };
}
