import { setImmediate } from 'node:timers/promises';
import {
  documentsByTerritory,
  type Example,
  type ExploreReport,
  type ProofFinding,
  isNewer,
  type LoadedOverlay,
  type PropertyKind,
  type ProtocolDocument,
  type SharedDocument,
} from '@repere/protocol';
import type { CompiledProtocol } from '@repere/case-engine';
import { proveTwoChildren } from './children/prove-two-children';
import type { Solve } from './solver/solver-types';
import { findDead } from './prove/find-dead';
import { proveCanEnd } from './prove/prove-can-end';
import { proveOneChild } from './prove/prove-one-child';
import { proveCanBeReached, proveCanHappen } from './prove/prove-reachable';
import { proveFourEyes } from './prove/prove-four-eyes';
import { coveredBy, type Proving } from './prove/proving';
import type { Limits } from './search/search';
import { makeWorld, type World } from './search/world';
import { encodeProtocols } from './solver/world/encode-protocols';

export interface ExploreOptions {
  readonly solve: Solve;
  readonly hash: (document: ProtocolDocument) => string;
  /** Names of the protocols to explore; the others are there to be opened and read. Default: all. */
  readonly protocols?: readonly string[];
  /** Ids of findings (`never-alone`), or of some kind only (`can-happen/assess`). Default: all. */
  readonly only?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly onProgress?: (finding: ProofFinding, done: number, all: number) => void;
}

/** What the explorer reads of a library. */
export interface Explorable {
  readonly shared?: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
  /** Worked examples: how they fill in the steps is tried too. */
  readonly examples?: readonly { readonly example?: Example }[];
  readonly vectors?: readonly { readonly examples: readonly Example[] }[];
  /** What territories make of the versions is explored like any version, beside those that they leave as they are. */
  readonly overlays?: readonly LoadedOverlay[];
}

/** How far a search goes unless told otherwise: the whole library takes less than two minutes on one core. */
export const LIMITS: Limits = { states: 2000, acts: 40, runs: 2, rows: 2, isAlone: false };

/** Questions that wait for the solver meanwhile: it has one to go on with whenever a search lets go of our thread. */
const ASKED_AT_ONCE = 4;
const ASKS_SOLVER: ReadonlySet<PropertyKind> = new Set(['safeguard', 'no-dead-condition']);

interface Task {
  readonly kind: PropertyKind;
  readonly id: string;
  readonly prove: () =>
    ProofFinding | readonly ProofFinding[] | Promise<ProofFinding | readonly ProofFinding[]>;
}

/**
 * Every property of the newest versions, looked at together: proven, bounded or broken, with how and how much was looked at.
 * The same library gives the same report. Takes a checked library; throws `UncheckedProtocolError` on another.
 */
export async function explore(library: Explorable, options: ExploreOptions): Promise<ExploreReport> {
  if (!library.shared) throw new RangeError('facts.yaml is missing');
  const { shared } = library;
  const documents = newestOf(library.documents);
  const territories = localLibraries(documents, library.overlays ?? []);
  const told = [
    ...(library.examples ?? []).flatMap(({ example }) => example ?? []),
    ...(library.vectors ?? []).flatMap(({ examples }) => examples),
  ];
  const tasks = [{ documents, explored: documents }, ...territories].flatMap((one) =>
    tasksIn(makeWorld(shared, one.documents, told), one, options),
  );
  // The solver works beside the searches: they share nothing, and the report has all in their order.
  const found = new Map<Task, readonly ProofFinding[]>();
  const proveEach = async (left: Iterable<Task>): Promise<void> => {
    for (const task of left) {
      const own = [await task.prove()].flat();
      found.set(task, own);
      for (const finding of own) options.onProgress?.(finding, found.size, tasks.length);
      await setImmediate();
    }
  };
  const asked = tasks.filter(({ kind }) => ASKS_SOLVER.has(kind)).values();
  const searched = tasks.filter(({ kind }) => !ASKS_SOLVER.has(kind));
  await Promise.all([...Array.from({ length: ASKED_AT_ONCE }, () => proveEach(asked)), proveEach(searched)]);
  const findings = tasks.flatMap((task) => found.get(task) ?? []);
  return {
    subjects: [documents, ...territories.map(({ explored }) => explored)]
      .flat()
      .map((it) => ({ protocol: it.protocol, version: it.version, hash: options.hash(it) })),
    findings,
    covered: coveredBy(...findings.map(({ covered }) => covered)),
  };
}

/** Versions that a case may run together, and those of them whose properties are looked at. */
interface Together {
  readonly documents: readonly ProtocolDocument[];
  readonly explored: readonly ProtocolDocument[];
}

function tasksIn(world: World, { documents, explored }: Together, options: ExploreOptions): readonly Task[] {
  const proving: Proving = {
    world,
    encoding: encodeProtocols(
      world.set,
      documents.map(({ protocol, version }) => ({ protocol, version })),
    ),
    solve: options.solve,
    limits: { ...LIMITS, ...options.limits },
  };
  const asked = explored.map(({ protocol }) => protocol);
  return [...world.protocols.values()]
    .filter(({ id }) => asked.includes(id) && (options.protocols?.includes(id) ?? true))
    .flatMap((protocol) => tasksOf(proving, protocol))
    .filter(({ kind, id }) => isAsked(options.only, kind, id));
}

/** By territory: the versions as its cases run them. */
function localLibraries(
  documents: readonly ProtocolDocument[],
  overlays: readonly LoadedOverlay[],
): readonly Together[] {
  const sound = overlays.flatMap(({ overlay }) => overlay ?? []);
  return [...documentsByTerritory(documents, sound).values()].map((explored) => ({
    documents: documents.map((it) => explored.find(({ protocol }) => protocol === it.protocol) ?? it),
    explored,
  }));
}

function tasksOf(proving: Proving, protocol: CompiledProtocol): readonly Task[] {
  const outcomes = [...new Set(protocol.document.outcomes.map(({ id }) => id))];
  const less = outcomes.filter((id) =>
    protocol.document.outcomes.some((it) => it.id === id && it.protects === 'less'),
  );
  return [
    ...protocol.document.safeguards.map((definition): Task => {
      const compiled = protocol.safeguards.find((it) => it.definition === definition);
      return {
        kind: 'safeguard',
        id: definition.id,
        prove: () =>
          compiled
            ? proveOneChild(proving, protocol, compiled)
            : proveTwoChildren(proving, protocol, definition),
      };
    }),
    ...less.map((id): Task => ({
      kind: 'two-persons',
      id,
      prove: () => proveFourEyes(proving, protocol, id),
    })),
    ...protocol.steps.map((step): Task => ({
      kind: 'can-happen',
      id: step.id,
      prove: () => proveCanHappen(proving, protocol, step),
    })),
    ...outcomes.map((id): Task => ({
      kind: 'can-be-reached',
      id,
      prove: () => proveCanBeReached(proving, protocol, id),
    })),
    { kind: 'can-end', id: protocol.id, prove: () => proveCanEnd(proving, protocol) },
    { kind: 'no-dead-condition', id: protocol.id, prove: () => findDead(proving, protocol) },
  ];
}

function isAsked(only: readonly string[] | undefined, kind: PropertyKind, id: string): boolean {
  return only === undefined || only.includes(id) || only.includes(kind) || only.includes(`${kind}/${id}`);
}

/** One document of each protocol, the newest, in the library's order. */
function newestOf(documents: readonly ProtocolDocument[]): readonly ProtocolDocument[] {
  const newest = new Map<string, ProtocolDocument>();
  for (const document of documents) {
    const before = newest.get(document.protocol);
    if (!before || isNewer(document.version, before.version)) newest.set(document.protocol, document);
  }
  return [...newest.values()];
}
