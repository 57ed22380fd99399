import type { OpensDefinition } from '../../documents/document';
import { describeChange, opposite, presence, wordsChanged } from '../change';
import type { VersionChange } from '../version-diff';
import { diffCondition } from './diff-condition';
import { diffPeriod } from './diff-deadline';
import type { Names } from '../names';
import { compareParts, pair, type Parts, type Versions } from '../parts';
import { periodWords } from '../compare/period-words';

/** Protocols that open from this one. Opening one makes people look, so more of it protects more. */
export function diffOpens(
  before: readonly OpensDefinition[],
  after: readonly OpensDefinition[],
  versions: Versions,
): readonly VersionChange[] {
  const { added, removed, kept, isReordered } = pair(before, after, ({ id }) => id);
  return [
    ...removed.map((it) =>
      describeChange(
        { what: 'opens', how: 'removed', id: it.id, effect: 'protects-less' },
        `Le protocole ${versions.names.protocol(it.protocol).fr} ne s'ouvre plus d'ici (${it.id}).`,
        `The protocol ${versions.names.protocol(it.protocol).en} no longer opens from here (${it.id}).`,
        { before: it.when },
      ),
    ),
    ...added.map((it) =>
      describeChange(
        { what: 'opens', how: 'added', id: it.id, effect: 'protects-more' },
        `Le protocole ${versions.names.protocol(it.protocol).fr} s'ouvre aussi d'ici (${it.id}).`,
        `The protocol ${versions.names.protocol(it.protocol).en} also opens from here (${it.id}).`,
        { after: it.when },
      ),
    ),
    ...kept.flatMap((it) => compareParts(partsOf(it.after, versions.names), it.before, it.after, versions)),
    ...(isReordered
      ? [
          describeChange(
            { what: 'text', how: 'changed', id: versions.after.protocol, effect: 'words' },
            "Les protocoles qui s'ouvrent d'ici sont écrits dans un autre ordre.",
            'The protocols that open from here are written in another order.',
          ),
        ]
      : []),
  ];
}

function partsOf({ id, protocol }: OpensDefinition, names: Names): Parts<OpensDefinition> {
  const title = names.protocol(protocol);
  const says = { fr: `Le protocole ${title.fr} s'ouvre`, en: `The protocol ${title.en} opens` };
  const toReview = (before: string, after: string, fr: string, en: string): VersionChange =>
    describeChange(
      { what: 'opens', how: 'changed', id, effect: 'to-review' },
      `${says.fr} : ${fr}.`,
      `${says.en}: ${en}.`,
      { before, after },
    );
  return {
    id: () => [],
    protocol: (was, is) => [
      toReview(
        was.protocol,
        is.protocol,
        `à la place de ${names.protocol(was.protocol).fr}`,
        `instead of ${names.protocol(was.protocol).en}`,
      ),
    ],
    when: (was, is) =>
      diffCondition({
        ...{
          what: 'opens',
          id,
          before: was.when,
          after: is.when,
          absent: 'true',
          ifWeaker: 'protects-more',
          says,
        },
      }),
    unless: (was, is) =>
      diffCondition({
        ...{
          what: 'opens',
          id,
          before: was.unless,
          after: is.unless,
          absent: 'false',
          ifWeaker: 'protects-less',
        },
        says: { fr: `Le protocole ${title.fr} ne s'ouvre pas`, en: `The protocol ${title.en} does not open` },
      }),
    again: (was, is) => [
      describeChange(
        { what: 'opens', how: 'changed', id, effect: is.again ? 'protects-more' : 'protects-less' },
        `${says.fr} ${is.again ? 'chaque fois' : 'une seule fois'}.`,
        `${says.en} ${is.again ? 'each time' : 'only once'}.`,
        { before: String(was.again), after: String(is.again) },
      ),
    ],
    delay: diffDelay,
    basis: (was, is) => [
      wordsChanged(id, title, { fr: 'fondement', en: 'grounds' }, was.basis.join(', '), is.basis.join(', ')),
    ],
  };
}

/** How long it waits to open. */
function diffDelay(
  before: OpensDefinition,
  after: OpensDefinition,
  { names }: Versions,
): readonly VersionChange[] {
  const [was, is] = [before.delay, after.delay];
  const said = {
    fr: `Délai avant que s'ouvre ${names.protocol(after.protocol).fr}`,
    en: `Delay before ${names.protocol(after.protocol).en} opens`,
  };
  const about = { what: 'opens', id: after.id } as const;
  if (was && is) {
    return [
      ...(was.after === is.after ? [] : [diffPeriod({ ...about, said, before: was.after, after: is.after })]),
      ...(was.from === is.from
        ? []
        : [
            describeChange(
              { ...about, how: 'changed', effect: 'to-review' },
              `${said.fr} : compte à partir de ${names.describeStart(is.from).fr} et non plus de ${names.describeStart(was.from).fr}.`,
              `${said.en}: counts from ${names.describeStart(is.from).en}, no longer from ${names.describeStart(was.from).en}.`,
              { before: was.from, after: is.from },
            ),
          ]),
      ...(was.origin === is.origin
        ? []
        : [
            describeChange(
              { ...about, how: 'changed', effect: 'to-review' },
              `${said.fr} : son origine change (${was.origin} → ${is.origin}).`,
              `${said.en}: its origin changes (${was.origin} → ${is.origin}).`,
              { before: was.origin, after: is.origin },
            ),
          ]),
    ];
  }
  const how = presence(was, is);
  const period = periodWords((is ?? was)?.after ?? '');
  const effect = is ? 'protects-less' : opposite('protects-less');
  return [
    describeChange(
      { ...about, how, effect },
      `${said.fr} ${is ? 'ajouté' : 'retiré'} : ${period.fr}.`,
      `${said.en} ${is ? 'added' : 'removed'}: ${period.en}.`,
      { before: was?.after, after: is?.after },
    ),
  ];
}
