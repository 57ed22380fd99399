import type { CompiledProtocol } from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import type { Covered, ProofFinding, PropertyKind, SafeguardDefinition } from '@repere/protocol';
import type { Solve } from '../solver/solver-types';
import type { Truncation } from '../search/candidate-actions';
import type { Reached } from '../search/distance/reachability';
import type { Limits } from '../search/search';
import type { World } from '../search/world';
import type { Encoding } from '../solver/solver-types';

/** What every proof needs. */
export interface Proving {
  readonly world: World;
  readonly encoding: Encoding;
  readonly solve: Solve;
  readonly limits: Limits;
}

export const NOTHING: Covered = { facts: 0, classes: 0, states: 0, paths: 0, queries: 0 };

export function coveredBy(...parts: readonly Partial<Covered>[]): Covered {
  return parts.reduce<Covered>(
    (all, { facts = 0, classes = 0, states = 0, paths = 0, queries = 0 }) => ({
      facts: Math.max(all.facts, facts),
      classes: Math.max(all.classes, classes),
      states: all.states + states,
      paths: all.paths + paths,
      queries: all.queries + queries,
    }),
    NOTHING,
  );
}

/** A finding of a protocol, yet without its answer. */
export function findingAbout(
  kind: PropertyKind,
  { document }: CompiledProtocol,
  id: string,
  title: Text,
  basis: readonly string[] = [],
): Pick<ProofFinding, 'kind' | 'protocol' | 'version' | 'id' | 'title' | 'basis'> {
  return { kind, protocol: document.protocol, version: document.version, id, title, basis };
}

export function titleOf({ id, title }: SafeguardDefinition): Text {
  return title ?? text(id, id);
}

/** The limits of a look from nearest to farthest, which guides itself. */
export function farther(limits: Limits): Limits {
  return { ...limits, states: limits.states * 4, acts: 60 };
}

const WORDS: Readonly<Record<Truncation, Text>> = {
  runs: text('au plus deux parcours du même protocole', 'two runs of the same protocol at most'),
  rows: text('au plus deux lignes par liste', 'two rows a list at most'),
  answers: text(
    'dans une étape qui a trop de combinaisons, chaque réponse a varié seule',
    'in a step with too many combinations each answer was varied alone',
  ),
  samples: text(
    "dates et nombres calculés pris en exemples, de part et d'autre des seuils",
    'computed dates and numbers taken as samples around the limits',
  ),
  states: text('arrêt après {states} états', 'stopped after {states} states'),
  acts: text('histoires de {acts} actes au plus', 'histories of {acts} acts at most'),
};

/** What a search left out, in words. */
export function boundOf(
  truncations: Iterable<Truncation>,
  reached: Pick<Reached, 'states'>,
  limits: Limits,
): Text {
  const parts = [...new Set(truncations)].sort().map((truncation) => WORDS[truncation]);
  const fill = (words: string): string =>
    words.replace('{states}', String(reached.states)).replace('{acts}', String(limits.acts));
  return text(parts.map(({ fr }) => fill(fr)).join(' ; '), parts.map(({ en }) => fill(en)).join('; '));
}
