import { checkAge } from './check/check-age';
import { checkBasis } from './check/check-basis';
import { checkConditions } from './check/check-conditions';
import { checkContradictions } from './check/check-contradictions';
import { checkDeadlines } from './check/check-deadlines';
import { checkDeclarations } from './check/check-declarations';
import { checkDecisions } from './check/check-decisions';
import { checkExpressions } from './check/check-expressions';
import { checkFacts } from './check/check-facts';
import { checkLines } from './check/check-lines';
import { checkNamedPeriods } from './check/check-named-periods';
import { checkNames } from './check/check-names';
import { checkOutcomes } from './check/check-outcomes';
import { checkReach } from './check/check-reach';
import { checkRelevance } from './check/check-relevance';
import { checkRules } from './check/check-rules';
import { checkRecurrence } from './check/check-recurrence';
import { checkSays } from './check/check-says';
import { checkSteps } from './check/check-steps';
import { checkUsage } from './check/check-usage';
import { checkValidity } from './check/check-validity';
import { checkWording } from './check/check-wording';
import { type Check, type Checking, type Finding, toProblem } from './check/checking';
import { documentScope } from './check/document-scope';
import { conditionsOf, contradictionsOf, derivedOf } from './check/expressions';
import type { Problem, ProtocolDocument, SharedDocument } from './document';
import { findingsOfUses } from './findings-of-uses';
import type { Parts } from './load-parts';
import type { LoadedProtocol } from './load-protocol';
import type { Sources } from './load-sources';
import { newestVersion } from './newest-version';
import { valueAt } from './yaml-source';

const CHECKS: readonly Check[] = [
  checkNames,
  checkFacts,
  checkSays,
  checkSteps,
  checkDecisions,
  checkDeadlines,
  checkNamedPeriods,
  checkRecurrence,
  checkValidity,
  checkOutcomes,
  checkDeclarations,
  checkRules,
  checkAge,
  checkBasis,
  checkWording,
  checkMeaning,
];

/** What a protocol is read against. */
export interface Surroundings {
  readonly shared: SharedDocument;
  readonly sources: Sources;
  /** Every document of the library, this one included. */
  readonly documents: readonly ProtocolDocument[];
  /** What documents use of parts.yaml, where it was read with them. */
  readonly parts?: Parts;
}

/** What is wrong with a protocol beyond its form: names, types, grounds, order, words. Form itself is `loadProtocol`'s. */
export function checkProtocol(loaded: LoadedProtocol, surroundings: Surroundings): readonly Problem[] {
  const { document, source } = loaded;
  if (!document) return [];
  const { documents } = surroundings;
  const checking: Checking = { ...surroundings, document, writtenAt: (path) => valueAt(source.value, path) };
  const isNewest = newestVersion(document.protocol, documents)?.version === document.version;
  // An earlier version is as it was published: only what would stop it is worth saying.
  const findings = findingsOfUses(checkAll(checking), checking, surroundings.parts ?? {}).filter(
    ({ severity }) => isNewest || severity !== 'warning',
  );
  return findings.map((finding) => toProblem(source, finding));
}

/** Findings of every check, by path in the document. */
export function checkAll(checking: Checking): readonly Finding[] {
  return CHECKS.flatMap((check) => [...check(checking)]);
}

function* checkMeaning(checking: Checking) {
  const { document, shared, documents } = checking;
  const meaning = documentScope(shared, documents, document);
  const derived = derivedOf(document.facts, document.derived);
  const { findings, expressions } = checkExpressions(
    meaning,
    [...conditionsOf(document), ...contradictionsOf(document, shared)],
    derived,
  );
  yield* findings;
  if (findings.length > 0) return;
  yield* checkUsage(checking, expressions);
  yield* checkRelevance(checking, expressions);
  const reading = { meaning, document };
  const dead = [...checkConditions(reading), ...checkContradictions(checking, reading)];
  yield* dead;
  yield* checkReach(reading, dead);
  if (dead.length === 0) yield* checkLines(reading);
}
