import type { StepDefinition } from '../../documents/document';
import { ifHeldUp } from '../bearing';
import { describeChange, opposite, presence } from '../change';
import type { VersionChange } from '../version-diff';
import { diffPeriod } from './diff-deadline';
import { compareLists, type Versions } from '../parts';
import { periodWords } from '../compare/period-words';

/** Which steps come first. What protects waits for as little as can be. */
export function diffAfter(
  before: StepDefinition,
  after: StepDefinition,
  { names }: Versions,
): readonly VersionChange[] {
  const { added, removed } = compareLists(before.after, after.after);
  const title = names.step(after.id);
  const heldUp = ifHeldUp(before, after);
  const about = { what: 'condition', how: 'changed', id: after.id } as const;
  if (added.length + removed.length === 0) {
    return [
      describeChange(
        { ...about, what: 'text', effect: 'words' },
        `${title.fr} : les étapes d'avant sont écrites dans un autre ordre.`,
        `${title.en}: the steps before it are written in another order.`,
      ),
    ];
  }
  return [
    ...added.map((id) =>
      describeChange(
        { ...about, how: 'added', effect: heldUp },
        `${title.fr} vient maintenant après ${names.step(id).fr}.`,
        `${title.en} now comes after ${names.step(id).en}.`,
        { after: id },
      ),
    ),
    ...removed.map((id) =>
      describeChange(
        { ...about, how: 'removed', effect: opposite(heldUp) },
        `${title.fr} n'attend plus ${names.step(id).fr}.`,
        `${title.en} no longer waits for ${names.step(id).en}.`,
        { before: id },
      ),
    ),
  ];
}

/** When time opens the step. */
export function diffOpening(
  before: StepDefinition,
  after: StepDefinition,
  { names }: Versions,
): readonly VersionChange[] {
  const [was, is] = [before.opensAt, after.opensAt];
  const title = names.step(after.id);
  const said = { fr: `Ouverture de ${title.fr}`, en: `Opening of ${title.en}` };
  const heldUp = ifHeldUp(before, after);
  if (was && is) {
    const period = diffPeriod({ what: 'condition', id: after.id, said, before: was.after, after: is.after });
    const effect = { longer: heldUp, shorter: opposite(heldUp), changed: period.effect };
    return [
      ...(was.after === is.after
        ? []
        : [{ ...period, effect: effect[period.how as keyof typeof effect] ?? 'to-review' }]),
      ...(was.from === is.from
        ? []
        : [
            describeChange(
              { what: 'condition', how: 'changed', id: after.id, effect: 'to-review' },
              `${said.fr} : compte à partir de ${names.describeStart(is.from).fr} et non plus de ${names.describeStart(was.from).fr}.`,
              `${said.en}: counts from ${names.describeStart(is.from).en}, no longer from ${names.describeStart(was.from).en}.`,
              { before: was.from, after: is.from },
            ),
          ]),
    ];
  }
  const how = presence(was, is);
  const period = periodWords((is ?? was)?.after ?? '');
  return [
    describeChange(
      { what: 'condition', how, id: after.id, effect: is ? heldUp : opposite(heldUp) },
      is
        ? `${title.fr} ne s'ouvre plus qu'après ${period.fr}.`
        : `${title.fr} n'attend plus ${period.fr} pour s'ouvrir.`,
      is ? `${title.en} opens only after ${period.en}.` : `${title.en} no longer waits ${period.en} to open.`,
      { before: was?.after, after: is?.after },
    ),
  ];
}

/** What the step asks. */
export function diffFields(
  before: StepDefinition,
  after: StepDefinition,
  { names }: Versions,
): readonly VersionChange[] {
  const { added, removed } = compareLists(before.fields, after.fields);
  const title = names.step(after.id);
  if (added.length + removed.length === 0) {
    return [
      describeChange(
        { what: 'text', how: 'changed', id: after.id, effect: 'words' },
        `${title.fr} : les questions sont dans un autre ordre.`,
        `${title.en}: the questions are in another order.`,
      ),
    ];
  }
  return [
    ...added.map((id) =>
      describeChange(
        { what: 'field', how: 'added', id: after.id, effect: 'to-review' },
        `${title.fr} demande aussi ${names.fact(id).fr}.`,
        `${title.en} also asks ${names.fact(id).en}.`,
        { after: id },
      ),
    ),
    ...removed.map((id) =>
      describeChange(
        { what: 'field', how: 'removed', id: after.id, effect: 'to-review' },
        `${title.fr} ne demande plus ${names.fact(id).fr}.`,
        `${title.en} no longer asks ${names.fact(id).en}.`,
        { before: id },
      ),
    ),
  ];
}
