import { checkAge } from './logic/check-age';
import { checkBasis } from './words/check-basis';
import { checkConditions } from './logic/check-conditions';
import { checkContradictions } from './logic/check-contradictions';
import { checkDeadlines } from './parts/check-deadlines';
import { checkDeclarations } from './parts/check-declarations';
import { checkDecisions } from './parts/check-decisions';
import { checkExpressions } from './logic/check-expressions';
import { checkFacts } from './parts/check-facts';
import { checkLines } from './words/check-lines';
import { checkNamedPeriods } from './words/check-named-periods';
import { checkNames } from './words/check-names';
import { checkOutcomes } from './parts/check-outcomes';
import { checkReachability } from './parts/check-reachability';
import { checkRelevance } from './parts/check-relevance';
import { checkRules } from './parts/check-rules';
import { checkRecurrence } from './parts/check-recurrence';
import { checkSays } from './words/check-says';
import { checkSteps } from './parts/check-steps';
import { checkUsage } from './words/check-usage';
import { checkValidity } from './parts/check-validity';
import { checkWording } from './words/check-wording';
import { type Check, type Checking, type CheckFinding, type Surroundings, toProblem } from './checking';
import { documentScope } from './document-scope';
import { conditionsOf, contradictionsOf, derivedOf } from './expressions';
import type { Problem } from '../documents/document';
import { keepOwnFindings } from '../parts/keep-own-findings';
import type { LoadedProtocol } from '../load/load-protocol';
import { newestVersion } from '../versions/newest-version';
import { valueAt } from '../yaml/yaml-source';

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

/** What is wrong with a protocol beyond its form: names, types, grounds, order, words. Form itself is `loadProtocol`'s. */
export function checkProtocol(loaded: LoadedProtocol, surroundings: Surroundings): readonly Problem[] {
  const { document, source } = loaded;
  if (!document) return [];
  const { documents } = surroundings;
  const checking: Checking = { ...surroundings, document, writtenAt: (path) => valueAt(source.value, path) };
  const isNewest = newestVersion(document.protocol, documents)?.version === document.version;
  // An earlier version is as it was published: only what would stop it is worth saying.
  const findings = keepOwnFindings(checkAll(checking), checking, surroundings.parts ?? {}).filter(
    ({ severity }) => isNewest || severity !== 'warning',
  );
  return findings.map((finding) => toProblem(source, finding));
}

/** Findings of every check, by path in the document. */
export function checkAll(checking: Checking): readonly CheckFinding[] {
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
  yield* checkReachability(reading, dead);
  if (dead.length === 0) yield* checkLines(reading);
}
