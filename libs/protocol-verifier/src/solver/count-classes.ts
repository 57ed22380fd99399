import { ANSWER_ENCODINGS } from './encode/answer-encodings';
import type { Query } from './query';

/** How many facts the query reads, and into how many classes its conditions divide their answers. */
export function countClasses(query: Query): { readonly facts: number; readonly classes: number } {
  const byKey = new Map([...query.facts.values()].map((it) => [it.key, it]));
  const script = query.script.text();
  const comparisons = new Set(script.match(/\((?:<=?|>=?|=) [^()]*\|[^|]*[#<>]\|[^()]*\)/g) ?? []);
  let classes = 0;
  for (const { name, type, classes: codes } of byKey.values()) {
    const thresholds = ANSWER_ENCODINGS[type].hasThresholds
      ? [...comparisons].filter((it) => it.includes(`|${name}`)).length
      : 0;
    const isToldApart = query.script.has(`${name}:refused`);
    classes += codes + thresholds + (isToldApart ? 2 : 0);
  }
  return { facts: byKey.size, classes };
}
