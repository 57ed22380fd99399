import { contradictionsIn, reasonsIn } from '../../reasons/reason-lists';
import type { ProtocolDocument } from '../../documents/document';
import { describeChange, presence, wordsChanged } from '../change';
import { quoted, same } from '../names';
import { isSame, type Versions } from '../parts';
import type { VersionChange } from '../version-diff';

/** What reasons decisions and waivers may be given, list by list; a list that is no longer its own is the shared one again. */
export function diffReasons(
  was: ProtocolDocument,
  is: ProtocolDocument,
  { shared }: Pick<Versions, 'shared'>,
): readonly VersionChange[] {
  const lists = new Set([...Object.keys(was.reasons ?? {}), ...Object.keys(is.reasons ?? {})]);
  return [...lists].flatMap((list) => {
    const [before, after] = [reasonsIn(was, shared, list), reasonsIn(is, shared, list)];
    const [refusedBefore, refusedAfter] = [was, is].map((it) => contradictionsIn(it, shared)[list] ?? {});
    return [
      ...owned(list, was, is),
      ...[...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((code) => [
        ...diffReason(list, code, before[code], after[code]),
        ...(before[code] && after[code] && refusedBefore?.[code] !== refusedAfter?.[code]
          ? [contradiction(list, code, refusedBefore?.[code], refusedAfter?.[code])]
          : []),
      ]),
    ];
  });
}

/** Whose list it is: without a difference in it, only that is said. */
function owned(list: string, was: ProtocolDocument, is: ProtocolDocument): readonly VersionChange[] {
  const [before, after] = [was.reasons?.[list], is.reasons?.[list]];
  if ((before === undefined) === (after === undefined)) return [];
  return [
    after
      ? describeChange(
          { what: 'text', how: 'added', id: list, effect: 'words' },
          `Le protocole écrit lui-même la liste de motifs « ${list} ».`,
          `The protocol writes the list of reasons "${list}" itself.`,
        )
      : describeChange(
          { what: 'text', how: 'removed', id: list, effect: 'words' },
          `La liste de motifs « ${list} » est de nouveau celle de tous les protocoles.`,
          `The list of reasons "${list}" is that of all protocols again.`,
        ),
  ];
}

type Reason = ReturnType<typeof reasonsIn>[string] | undefined;

function diffReason(list: string, code: string, before: Reason, after: Reason): readonly VersionChange[] {
  if (isSame(before, after)) return [];
  const words = quoted(after ?? before ?? same(code));
  if (before && after) return [wordsChanged(list, words, { fr: 'motif', en: 'reason' }, before, after)];
  const how = presence(before, after);
  return [
    describeChange(
      { what: 'field', how, id: list, effect: 'to-review' },
      `Le motif ${words.fr} ${after ? 'est ajouté à' : 'n’est plus dans'} la liste « ${list} ».`,
      `The reason ${words.en} ${after ? 'is added to' : 'is no longer in'} the list "${list}".`,
    ),
  ];
}

const contradiction = (list: string, code: string, before?: string, after?: string): VersionChange =>
  describeChange(
    { what: 'condition', how: presence(before, after), id: list, effect: 'to-review' },
    `Ce qui contredit le motif « ${code} » de la liste « ${list} » change.`,
    `What contradicts the reason "${code}" of the list "${list}" changes.`,
    { before, after },
  );
