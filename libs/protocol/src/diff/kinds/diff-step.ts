import type { Text } from '@repere/feel';
import type { StepDefinition } from '../../documents/document';
import { effectOfDoing, ifDoneMore } from '../bearing';
import { describeChange, opposite, presence, wordsChanged } from '../change';
import type { ChangeEffect, VersionChange } from '../version-diff';
import { diffApproval } from './diff-approval';
import { diffCondition } from './diff-condition';
import { diffDeadline } from './diff-deadline';
import { diffFlags, diffRequirements } from './diff-guards';
import { diffAfter, diffFields, diffOpening } from './diff-step-order';
import { isSame, type Parts, type Versions } from '../parts';

type Diff = (before: StepDefinition, after: StepDefinition, versions: Versions) => readonly VersionChange[];

/** A step that is new or gone. */
export function stepPresence(
  step: StepDefinition,
  how: 'added' | 'removed',
  { names }: Versions,
): VersionChange {
  const title = names.step(step.id);
  const doing = effectOfDoing(step) === 'protects-more' ? 'protects-more' : 'to-review';
  const effect = how === 'added' ? doing : opposite(doing);
  const about = { what: 'step', how, id: step.id, effect } as const;
  return how === 'added'
    ? describeChange(about, `Étape ajoutée : ${title.fr}.`, `Step added: ${title.en}.`)
    : describeChange(about, `Étape retirée : ${title.fr}.`, `Step removed: ${title.en}.`);
}

/** What a difference in each property of a step comes to. */
export const STEP_PARTS: Parts<StepDefinition> = {
  id: () => [],
  part: words('partie commune', 'shared part', ({ part }) => part),
  overlay: words('règle locale', 'local rule', ({ overlay }) => overlay),
  code: words('code', 'code', ({ code }) => code),
  title: words('titre', 'title', ({ title }) => title),
  guidance: words('consigne', 'guidance', ({ guidance }) => guidance),
  tooLate: words(
    'ce qui reste une fois le délai de soin passé',
    'what remains once its window has closed',
    ({ tooLate }) => tooLate,
  ),
  basis: words('fondement', 'grounds', ({ basis }) => basis.join(', ')),
  kind: other('sa nature change', 'its kind changes', ({ kind }) => kind),
  by: other("qui fait l'acte change", 'whose act it is changes', ({ by }) => by.join(', ')),
  enteredBy: other('qui peut la saisir change', 'who may enter it changes', ({ enteredBy }) =>
    enteredBy?.join(', '),
  ),
  adds: other('la liste remplie change', 'the list that it fills changes', ({ adds }) => adds),
  about: other('la liste concernée change', 'the list that it is about changes', ({ about }) => about),
  closes: other('la liste close change', 'the list that it closes changes', ({ closes }) => closes),
  decides: (before, after, versions) => [
    ...other('ce qui est décidé change', 'what it decides changes', ({ decides }) => decides)(
      before,
      after,
      versions,
    ),
    ...(isSame(before.approvedBy, after.approvedBy) ? diffApproval(before, after, versions) : []),
  ],
  reasons: other('les motifs changent', 'its reasons change', ({ reasons }) => JSON.stringify(reasons)),
  evidence: other('les pièces demandées changent', 'the evidence asked for changes', ({ evidence }) =>
    evidence.join(', '),
  ),
  repeatable: other('la répétition change', 'whether it is repeated changes', ({ repeatable }) =>
    JSON.stringify(repeatable),
  ),
  waiverReasons: other(
    "les motifs d'y renoncer changent",
    'the reasons for waiving it change',
    ({ waiverReasons }) => waiverReasons,
  ),
  contacts: other(
    'le contact avec la famille change',
    'contact with the family changes',
    ({ contacts }) => contacts,
  ),
  reports: other('à qui elle signale change', 'to whom it reports changes', ({ reports }) => reports),
  hands: other(
    "ce qu'elle remet à l'enfant change",
    'what it hands to the child changes',
    ({ hands }) => hands,
  ),
  saysCalled: other(
    'si elle dit qui a été appelé change',
    'whether it says who was called changes',
    ({ saysCalled }) => (saysCalled ? String(saysCalled) : undefined),
  ),
  counted: other('ce qui en est compté change', 'what is counted of it changes', ({ counted }) => counted),
  needs: other(
    "ce qu'elle devient quand l'enfant n'est pas là change",
    'what becomes of it while the child is not there changes',
    ({ needs }) => needs,
  ),
  valid: other(
    "ce qui a été fait ailleurs n'y compte plus de la même façon",
    'what was done elsewhere counts otherwise here',
    ({ valid }) => JSON.stringify(valid),
  ),
  after: diffAfter,
  when: condition('when', 'true', "s'applique", 'applies', ifDoneMore),
  unless: condition('unless', 'false', 'est écartée', 'is left out', (before, after) =>
    opposite(ifDoneMore(before, after)),
  ),
  ready: condition('ready', 'true', 'peut être faite', 'may be done', ifDoneMore),
  opensAt: diffOpening,
  fields: diffFields,
  required: other('les réponses obligatoires changent', 'the required answers change', ({ required }) =>
    required.join(', '),
  ),
  approvedBy: diffApproval,
  due: diffDeadline,
  requires: diffRequirements,
  flags: diffFlags,
  waivable: (before, after, { names }) => {
    const isLooser = WAIVERS.indexOf(after.waivable) > WAIVERS.indexOf(before.waivable);
    return [
      changed(after, isLooser ? 'protects-less' : 'protects-more')(
        names.step(after.id),
        isLooser ? "il devient plus facile d'y renoncer" : "il devient plus difficile d'y renoncer",
        isLooser ? 'it becomes easier to waive' : 'it becomes harder to waive',
        before.waivable,
        after.waivable,
      ),
    ];
  },
  protective: (before, after, { names }) => [
    changed(after, after.protective ? 'protects-more' : 'protects-less')(
      names.step(after.id),
      after.protective
        ? 'compte désormais parmi celles qui protègent'
        : 'ne compte plus parmi celles qui protègent',
      after.protective ? 'is now one of those that protect' : 'is no longer one of those that protect',
      String(before.protective),
      String(after.protective),
    ),
  ],
  offers: (before, after, { names }) => {
    const how = presence(before.offers, after.offers);
    const effect = how === 'added' ? 'protects-more' : how === 'removed' ? 'protects-less' : 'to-review';
    return [
      changed(after, effect)(
        names.step(after.id),
        'le service proposé change',
        'the service that it offers changes',
        before.offers,
        after.offers,
      ),
    ];
  },
};

const WAIVERS: readonly StepDefinition['waivable'][] = ['never', 'with-approval', 'with-reason'];

function words(
  fr: string,
  en: string,
  of: (step: StepDefinition) => StepDefinition['title'] | string | undefined,
): Diff {
  return (before, after, { names }) => [
    wordsChanged(after.id, names.step(after.id), { fr, en }, of(before), of(after)),
  ];
}

/** Something of which the tool can't tell what it does to the child. */
function other(fr: string, en: string, of: (step: StepDefinition) => string | undefined): Diff {
  return (before, after, { names }) => [
    changed(after, 'to-review')(names.step(after.id), fr, en, of(before), of(after)),
  ];
}

const changed =
  ({ id }: StepDefinition, effect: ChangeEffect) =>
  (title: Text, fr: string, en: string, before?: string, after?: string): VersionChange =>
    describeChange(
      { what: 'step', how: 'changed', id, effect },
      `${title.fr} : ${fr}.`,
      `${title.en}: ${en}.`,
      {
        before,
        after,
      },
    );

function condition(
  key: 'when' | 'unless' | 'ready',
  absent: 'true' | 'false',
  fr: string,
  en: string,
  ifWeaker: (before: StepDefinition, after: StepDefinition) => ChangeEffect,
): Diff {
  return (before, after, { names }) => {
    const title = names.step(after.id);
    return diffCondition({
      ...{ what: 'condition', id: after.id, before: before[key], after: after[key], absent },
      ifWeaker: ifWeaker(before, after),
      says: { fr: `${title.fr} ${fr}`, en: `${title.en} ${en}` },
    });
  };
}
