import type { BundleCheck, BothLanguages } from '../bundle-format';
import type { PlacedEntry } from '../reading/placed-entry';
import type { BundleStream, ReadBundle } from '../reading/read-bundle';
import { faultOf } from './fault-of';
import { counted, countedEn, failedBy, type Fault, passed, bothLanguages } from './found';

export interface CheckedStreams {
  readonly check: BundleCheck;
  readonly limits: readonly BothLanguages[];
}

/** Whether each stream is whole and in order: its own acts only, from the first, none missing, twice or moved. */
export function checkStreams({ streams, made }: Pick<ReadBundle, 'streams' | 'made'>): CheckedStreams {
  const faults = streams.flatMap((stream) => [
    ...streamFaults(stream),
    ...endFaults(stream, made),
    ...accessEventFaults(stream),
  ]);
  const n = streams.reduce((sum, { entries }) => sum + entries.length, 0);
  const accessEvents = streams.reduce((sum, stream) => sum + stream.accessEvents.length, 0);
  const back = streams.reduce((sum, { entries }) => sum + timesBack(entries), 0);
  const clock =
    back === 0
      ? bothLanguages('', '')
      : bothLanguages(
          ` L’horloge de la machine est revenue en arrière ${back} fois entre deux actes : l’ordre est celui du registre.`,
          ` The machine's clock went back ${countedEn(back, 'time', 'times')} between two acts: the order is that of the record.`,
        );
  const check =
    failedBy('streams', faults) ??
    passed(
      'streams',
      `${counted(n, 'acte se suit', 'actes se suivent')} depuis le premier, sans interruption ni doublon${accessEvents > 0 ? ` ; ${counted(accessEvents, 'consultation venue', 'consultations venues')} d’ailleurs` : ''}.${clock.fr}`,
      `${countedEn(n, 'act follows', 'acts follow')} on from the first, none missing, none twice${accessEvents > 0 ? `; ${countedEn(accessEvents, 'consultation', 'consultations')} from elsewhere` : ''}.${clock.en}`,
    );
  const isClosed = streams.every(({ alias }) => made.parsed?.stream === alias);
  return { check, limits: isClosed || streams.length === 0 ? [] : [OPEN_END] };
}

function streamFaults({ alias, entries }: BundleStream): readonly Fault[] {
  let next = 1;
  let last: PlacedEntry | undefined;
  for (const entry of entries) {
    const { parsed, leaf } = entry;
    if (!parsed) return [faultOf(entry, NOT_AN_ENTRY)];
    if (parsed.stream !== alias) return [faultOf(entry, OTHER_STREAM)];
    const pos = Number(parsed.pos);
    if (pos > next) return [faultOf(entry, gap(next, pos - 1))];
    if (pos < next)
      return [faultOf(entry, entries.some((it) => it !== entry && it.leaf === leaf) ? TWICE : MOVED)];
    if (last && leaf <= last.leaf) return [faultOf(entry, MOVED)];
    next++;
    last = entry;
  }
  return [];
}

/** The bundle's own act closes the stream, if it stands in it. */
function endFaults({ alias, entries }: BundleStream, made: PlacedEntry): readonly Fault[] {
  if (made.parsed?.stream !== alias) return [];
  const last = Number(entries.at(-1)?.parsed?.pos ?? 0);
  const pos = Number(made.parsed.pos);
  return pos > last + 1 ? [faultOf(made, gap(last + 1, pos - 1))] : [];
}

function accessEventFaults({ alias, accessEvents }: BundleStream): readonly Fault[] {
  return accessEvents.flatMap((event, n) => {
    const before = accessEvents[n - 1];
    if (!event.parsed) return [faultOf(event, NOT_AN_ENTRY)];
    if (event.parsed.stream === alias) return [faultOf(event, OWN_STREAM)];
    if (before && event.leaf <= before.leaf)
      return [faultOf(event, event.leaf === before.leaf ? TWICE : MOVED)];
    const isOther = event.shown.some(({ path, value }) => path.startsWith('shown/') && value !== alias);
    return isOther ? [faultOf(event, OTHER_CASE)] : [];
  });
}

function timesBack(entries: readonly PlacedEntry[]): number {
  return entries.filter(({ parsed }, n) => (parsed?.time ?? '') < (entries[n - 1]?.parsed?.time ?? ''))
    .length;
}

const NOT_AN_ENTRY = bothLanguages('ce n’est pas un acte du registre.', 'this is no entry of a record.');
const OTHER_STREAM = bothLanguages('il est d’un autre dossier.', 'it belongs to another case.');
const OWN_STREAM = bothLanguages(
  'il est du dossier même, pas une consultation venue d’ailleurs.',
  'it belongs to the case itself, it is no look from elsewhere.',
);
const OTHER_CASE = bothLanguages(
  'cette consultation montre un autre dossier.',
  'this look showed another case.',
);
const TWICE = bothLanguages('il est là deux fois.', 'it is there twice.');
const MOVED = bothLanguages(
  'il n’est pas à sa place : des actes ont été déplacés.',
  'it is not in its place: acts were moved.',
);
const gap = (from: number, to: number) =>
  from === to
    ? bothLanguages(`l’acte ${from}, juste avant, manque.`, `act ${from}, just before it, is missing.`)
    : bothLanguages(
        `les actes ${from} à ${to}, juste avant, manquent.`,
        `acts ${from} to ${to}, just before it, are missing.`,
      );

const OPEN_END = bothLanguages(
  'Rien ne dit si d’autres actes ont suivi le dernier montré : l’acte de fabrication est consigné ailleurs.',
  'Nothing tells whether other acts followed the last one shown: the act of making stands elsewhere.',
);
