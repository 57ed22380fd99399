import { momentsIn } from '../fact-types/of-fact';
import { text } from '@repere/feel';
import { checkFinding } from './logic/check-age';
import { checkCodes } from './words/check-basis';
import { checkExpressions } from './logic/check-expressions';
import { checkFact } from './parts/check-facts';
import { checkNamesInFact, checkWord } from './words/check-names';
import { checkCounted } from './parts/check-declarations';
import { checkRoles } from './parts/check-roles';
import { checkSharedSays } from './words/check-says';
import { checkSharedUsage } from './words/check-shared-usage';
import { checkReasonWords, checkWords, checkWordsOfFact } from './words/check-wording';
import { type CheckFinding, toProblem } from './checking';
import { documentScope } from './document-scope';
import { derivedOf, relevanceOf } from './expressions';
import type { Problem, ProtocolDocument, SharedDocument } from '../documents/document';
import type { LoadedShared } from '../load/load-shared';
import type { Sources } from '../load/load-sources';
import { valueAt } from '../yaml/yaml-source';
import { proposeName } from './propose-name';

/** What is wrong with facts.yaml beyond its form. */
export function checkShared(
  { shared, source }: LoadedShared,
  sources: Sources,
  documents: readonly ProtocolDocument[],
): readonly Problem[] {
  if (!shared) return [];
  const findings: CheckFinding[] = [];
  const context = { writtenAt: (path: CheckFinding['at']) => valueAt(source.value, path), documents };
  for (const [id, fact] of Object.entries(shared.facts)) {
    const at = ['facts', id];
    findings.push(...checkWord(id, at), ...checkNamesInFact(fact, at), ...checkFact(fact, at, context));
    findings.push(...checkCodes({ sources }, fact.basis, [...at, 'basis']));
    findings.push(...checkWordsOfFact(fact, at, shared), ...checkFinding(fact, at));
    findings.push(...checkCounted(fact, at));
  }
  findings.push(
    ...checkMoments(shared),
    ...checkReasonWords(shared.reasons, shared),
    ...checkNamedWords(shared),
    ...checkSharedSays(shared),
    ...checkSharedUsage(shared, documents),
    ...checkRoles(shared, documents),
  );
  const meaning = documentScope(shared, documents);
  findings.push(...checkExpressions(meaning, relevanceOf(shared.facts), derivedOf(shared.facts)).findings);
  return findings.map((finding) => toProblem(source, finding));
}

function* checkMoments({ moments, facts }: SharedDocument): Iterable<CheckFinding> {
  const dates = momentsIn(facts);
  for (const [id, { from }] of Object.entries(moments)) {
    if (dates.includes(from)) continue;
    const message = text(
      `\`${from}\` n’est pas une date de facts.yaml.`,
      `\`${from}\` isn’t a date of facts.yaml.`,
    );
    yield { code: 'unknown-start', at: ['moments', id, 'from'], message, remedy: proposeName(from, dates) };
  }
}

function* checkNamedWords(shared: SharedDocument): Iterable<CheckFinding> {
  for (const [id, { title }] of Object.entries(shared.moments))
    yield* checkWords(title, ['moments', id, 'title'], shared);
  for (const [code, words] of Object.entries(shared.evidence))
    yield* checkWords(words, ['evidence', code], shared);
}
