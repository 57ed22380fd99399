import type { EventLog, LogEvent, LogObject, Relationship, TypeDefinition } from './event-log';
import type { LoggedEntry, LoggedFact, LoggedRun } from './logged-rows.query';

export interface LoggedRows {
  readonly runs: readonly LoggedRun[];
  readonly entries: readonly LoggedEntry[];
  readonly facts: readonly LoggedFact[];
}

/** Random names by which cases and accounts stand in the record. */
export type AliasOf = (kind: 'account' | 'case', id: string) => string;

interface NamedRun {
  readonly id: string;
  readonly protocol: string;
}

/**
 * The event log of these cases: acts as events; cases, runs, steps and who entered them as objects, by aliases and places.
 * No name, no free text, no id of the database.
 */
export function writeEventLog({ runs, entries, facts }: LoggedRows, aliasOf: AliasOf): EventLog {
  const named = nameRuns(runs, aliasOf);
  const objects = new Map<string, LogObject>();
  const put = (object: LogObject): void => {
    if (!objects.has(object.id)) objects.set(object.id, object);
  };
  for (const object of caseObjects(entries, facts, aliasOf)) put(object);
  for (const run of runs) put(runObject(run, named, aliasOf));
  const events = entries.map((entry): LogEvent => {
    const related = relatedOf(entry, named, aliasOf);
    const actor = related.at(-1);
    if (actor) put({ id: actor.objectId, type: 'actor', attributes: [], relationships: [] });
    const [, run, step] = related;
    if (run && step?.qualifier === 'step')
      put({
        id: step.objectId,
        type: 'step',
        attributes: [],
        relationships: [{ objectId: run.objectId, qualifier: 'of' }],
      });
    return {
      id: `${aliasOf('case', entry.caseFileId)}-${String(entry.seq)}`,
      type: typeOf(entry, named.get(entry.runId ?? '')),
      time: entry.occurredAt.toISOString(),
      attributes: [
        { name: 'recorded', value: entry.recordedAt.toISOString() },
        { name: 'precision', value: entry.precision },
        { name: 'deviations', value: entry.deviations.join(' ') },
      ],
      relationships: related,
    };
  });
  return {
    objectTypes: [
      { name: 'case', attributes: [...new Set(facts.map(({ fact }) => fact))].sort().map(asString) },
      { name: 'run', attributes: ['protocol', 'version', 'ended', 'outcome'].map(asString) },
      { name: 'step', attributes: [] },
      { name: 'actor', attributes: [] },
    ],
    eventTypes: [...new Set(events.map(({ type }) => type))]
      .sort()
      .map((name) => ({ name, attributes: OF_EVENTS })),
    objects: [...objects.values()],
    events,
  };
}

const asString = (name: string): TypeDefinition['attributes'][number] => ({ name, type: 'string' });
const OF_EVENTS: TypeDefinition['attributes'] = [
  { name: 'recorded', type: 'time' },
  { name: 'precision', type: 'string' },
  { name: 'deviations', type: 'string' },
];

/** Runs by the alias of their case and their place in it. */
function nameRuns(runs: readonly LoggedRun[], aliasOf: AliasOf): ReadonlyMap<string, NamedRun> {
  const places = new Map<string, number>();
  return new Map(
    runs.map(({ caseFileId, runId, protocol }) => {
      const place = (places.get(caseFileId) ?? 0) + 1;
      places.set(caseFileId, place);
      return [runId, { id: `${aliasOf('case', caseFileId)}-run-${String(place)}`, protocol }];
    }),
  );
}

function caseObjects(
  entries: readonly LoggedEntry[],
  facts: readonly LoggedFact[],
  aliasOf: AliasOf,
): readonly LogObject[] {
  const known = Map.groupBy(facts, ({ caseFileId }) => caseFileId);
  return [...new Set(entries.map(({ caseFileId }) => caseFileId))].map((id) => ({
    id: aliasOf('case', id),
    type: 'case',
    attributes: (known.get(id) ?? []).map(({ fact, value, since }) => ({
      name: fact,
      value,
      time: since.toISOString(),
    })),
    relationships: [],
  }));
}

function runObject(run: LoggedRun, named: ReadonlyMap<string, NamedRun>, aliasOf: AliasOf): LogObject {
  const time = run.openedAt.toISOString();
  const values = {
    protocol: run.protocol,
    version: run.version,
    ended: String(run.ended),
    outcome: run.outcome,
  };
  return {
    id: named.get(run.runId)?.id ?? '',
    type: 'run',
    attributes: Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value, time }],
    ),
    relationships: [{ objectId: aliasOf('case', run.caseFileId), qualifier: 'of' }],
  };
}

/** The case, the run and step where there are, and last who entered it. */
function relatedOf(
  { caseFileId, runId, step, enteredBy }: LoggedEntry,
  named: ReadonlyMap<string, NamedRun>,
  aliasOf: AliasOf,
): readonly Relationship[] {
  const run = named.get(runId ?? '');
  const isSystem = enteredBy.startsWith('system:');
  return [
    { objectId: aliasOf('case', caseFileId), qualifier: 'case' },
    ...(run ? [{ objectId: run.id, qualifier: 'run' }] : []),
    ...(run && step !== null ? [{ objectId: `${run.id}-${step}`, qualifier: 'step' }] : []),
    { objectId: isSystem ? enteredBy : aliasOf('account', enteredBy), qualifier: 'entered by' },
  ];
}

/** What process-mining tools call the activity. */
function typeOf({ kind, step }: LoggedEntry, run: NamedRun | undefined): string {
  const about = run ? `${run.protocol}${step === null ? '' : `.${step}`}` : null;
  if (about === null) return kind;
  return kind === 'step-completed' ? about : `${about} ${kind}`;
}
