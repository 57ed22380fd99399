import { type CaseView, compileProtocols, foldCase, type ProtocolSet, viewCase } from '@repere/case-engine';
import { territoryOf } from '@repere/territories';
import type { BundleCheck, BothLanguages } from '../bundle-format';
import type { Paced } from '../paced';
import type { BundleStream, ReadBundle } from '../reading/read-bundle';
import { type Difference, firstDifference } from '../replay/first-difference';
import { type JournalRead, journalOf, openedActs } from '../replay/journal-of';
import { documentsOf } from '../replay/pinned-protocols';
import { faultOf } from './fault-of';
import { counted, countedEn, failedBy, type Fault, notPossible, passed, bothLanguages } from './found';

type Replay =
  { readonly outcome: 'same' } | { readonly outcome: 'other'; readonly fault: Fault } | NotReplayed;
interface NotReplayed {
  readonly outcome: 'not-possible';
  /** Fields that are not shown, and acts whose content is gone. */
  readonly hidden: number;
  readonly erased: number;
}

/** Whether the journal, replayed through the pinned protocols, gives the state that the bundle shows. */
export function* checkReplay(bundle: ReadBundle): Paced<BundleCheck> {
  const cases = bundle.streams.filter(({ kind }) => kind === 'case');
  const compiled = new Compiled(bundle.protocols);
  const replays: Replay[] = [];
  for (const stream of cases) {
    yield 'replay';
    replays.push(replay(stream, bundle, compiled));
  }
  const failed = failedBy(
    'replay',
    replays.flatMap((it) => (it.outcome === 'other' ? [it.fault] : [])),
  );
  if (failed) return failed;
  const left = replays.filter((it) => it.outcome === 'not-possible');
  if (left.length > 0 || replays.length === 0) return notReplayed(left, replays.length - left.length);
  const n = replays.length;
  return passed(
    'replay',
    `Le journal, rejoué par les protocoles du dossier de preuve, donne exactement l’état montré${n > 1 ? ` (${counted(n, 'dossier', 'dossiers')})` : ''}.`,
    `The journal, replayed through the protocols of the bundle, gives exactly the state shown${n > 1 ? ` (${countedEn(n, 'case', 'cases')})` : ''}.`,
  );
}

/** Compiled when it is first needed: nothing is, where everything is redacted. */
class Compiled {
  private compiled: ProtocolSet | undefined;

  constructor(private readonly protocols: ReadBundle['protocols']) {}

  get set(): ProtocolSet {
    const { shared, documents } = documentsOf(this.protocols);
    if (!shared) throw new Error('protocols/shared.json');
    return (this.compiled ??= compileProtocols(shared, documents));
  }
}

function replay(stream: BundleStream, { manifest }: ReadBundle, compiled: Compiled): Replay {
  const acts = openedActs(stream.entries);
  const hidden = acts.reduce((sum, it) => sum + (it.hidden ?? 0), 0);
  const erased = acts.filter((it) => it.hidden === null).length;
  const { state } = stream;
  if (hidden > 0 || erased > 0 || !state || state.shown.view === null)
    return { outcome: 'not-possible', hidden, erased };
  const { now, territory } = state.shown;
  const told = manifest.cases.find(({ alias }) => alias === stream.alias);
  const place = territoryOf(territory);
  if (now !== manifest.now || territory !== told?.territory || !place) return other(state.file, OTHER_MOMENT);
  const read = journalOf(acts);
  if (!read.ok) return { outcome: 'other', fault: brokenJournal(read) };
  try {
    const view = viewCase(foldCase(compiled.set, read.journal, { now, territory: place }));
    const difference = differenceOf(state.shown.view, view);
    return difference ? other(state.file, differs(difference)) : { outcome: 'same' };
  } catch (fault) {
    // Whatever the engine says of documents or a journal that can't be, it says by throwing.
    return other(state.file, notFolded(fault));
  }
}

/** Most say the same in the same order: then their texts are the same, which is quicker seen. */
function differenceOf(shown: unknown, view: CaseView): Difference | undefined {
  const text = JSON.stringify(view);
  return text === JSON.stringify(shown) ? undefined : firstDifference(shown, JSON.parse(text));
}

function notReplayed(left: readonly NotReplayed[], replayed: number): BundleCheck {
  const hidden = left.reduce((sum, it) => sum + it.hidden, 0);
  const erased = left.reduce((sum, it) => sum + it.erased, 0);
  const fr = [
    ...(hidden > 0 ? [counted(hidden, 'champ retenu', 'champs retenus')] : []),
    ...(erased > 0 ? [`contenu de ${counted(erased, 'acte effacé', 'actes effacés')}`] : []),
    ...(hidden + erased === 0 ? ['l’état n’est pas montré'] : []),
  ].join(', ');
  const en = [
    ...(hidden > 0 ? [`${countedEn(hidden, 'field', 'fields')} withheld`] : []),
    ...(erased > 0 ? [`content of ${countedEn(erased, 'act', 'acts')} erased`] : []),
    ...(hidden + erased === 0 ? ['the state is not shown'] : []),
  ].join(', ');
  const others =
    replayed > 0
      ? bothLanguages(
          ` ${counted(replayed, 'autre dossier a été rejoué', 'autres dossiers ont été rejoués')} et donne l’état montré.`,
          ` ${countedEn(replayed, 'other case was', 'other cases were')} replayed and gives the state shown.`,
        )
      : bothLanguages('', '');
  return notPossible(
    'replay',
    `Rejeu impossible : ${fr}.${others.fr}`,
    `Replay not possible: ${en}.${others.en}`,
  );
}

function brokenJournal({ placed, why }: JournalRead & { readonly ok: false }): Fault {
  const what = {
    'no-entry': bothLanguages(
      'ses champs ne sont pas ceux d’un acte du journal.',
      'its fields are not those of an act of a journal.',
    ),
    'other-kind': bothLanguages(
      'ses champs disent un autre genre d’acte que le registre.',
      'its fields tell another kind of act than the record.',
    ),
    gap: bothLanguages(
      'un acte du journal manque avant lui, ou il est là deux fois.',
      'an act of the journal is missing before it, or it is there twice.',
    ),
  }[why];
  return faultOf(placed, what);
}

const other = (file: string, what: BothLanguages): Replay => ({
  outcome: 'other',
  fault: { file, said: what },
});

const OTHER_MOMENT = bothLanguages(
  'L’état montré est d’un autre moment ou d’un autre territoire que le manifeste ne dit.',
  'The state shown is of another moment or territory than the manifest says.',
);

function differs({ path, one, other: replayed }: Difference): BothLanguages {
  const shown = short(one);
  const given = short(replayed);
  return bothLanguages(
    `L’état montré n’est pas celui que donne le journal. Première différence : « ${path} » ; montré : ${shown} ; rejoué : ${given}.`,
    `The state shown is not the one that the journal gives. First difference: “${path}”; shown: ${shown}; replayed: ${given}.`,
  );
}

function short(value: unknown): string {
  const text = value === undefined ? '–' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

function notFolded(fault: unknown): BothLanguages {
  const why = fault instanceof Error ? fault.message.slice(0, 200) : '';
  return bothLanguages(
    `Le journal ne peut pas être rejoué par ces protocoles (${why}).`,
    `The journal can't be replayed through these protocols (${why}).`,
  );
}
