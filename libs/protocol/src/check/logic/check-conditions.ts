import { text, type Text, type Truth } from '@repere/feel';
import type { Path } from '../../yaml/yaml-source';
import type { CheckFinding } from '../checking';
import { conditionsOf } from '../expressions';
import { formulaOf, type Reading } from './formula';
import { truthsOf } from './truth-table';

/** Conditions that contradict themselves, and those that say nothing, as far as their own facts tell. */
export function* checkConditions(reading: Reading): Iterable<CheckFinding> {
  for (const { at, text, list } of conditionsOf(reading.document)) {
    const { test, domains } = formulaOf(text, list, reading);
    const truths = truthsOf(test, domains);
    if (truths) yield* judge(truths, at);
  }
  for (const [id, text] of Object.entries(reading.document.derived)) {
    if (typeof text !== 'string' || reading.meaning.scope.name(id)?.type.kind !== 'boolean') continue;
    const { test, domains } = formulaOf(text, undefined, reading);
    const truths = truthsOf(test, domains);
    if (truths) yield* judge(truths, ['derived', id]);
  }
}

function* judge(truths: ReadonlySet<Truth>, at: Path): Iterable<CheckFinding> {
  const key = String(at.at(-1));
  if (!truths.has(true)) {
    yield {
      code: 'never-true',
      at,
      message: text(
        `Ceci ne peut jamais être vrai${NEVER.get(key)?.fr ?? ''}.`,
        `This can never be true${NEVER.get(key)?.en ?? ''}.`,
      ),
      remedy: text(
        'Cherchez ce qui s’exclut : un `and` à la place d’un `or`, un `not` de trop.',
        'Look for parts that exclude each other: an `and` meant as `or`, a `not` too many.',
      ),
    };
  } else if (!truths.has(false)) {
    const isAlways = !truths.has(null);
    // Elsewhere it is how one asks whether something is settled.
    if (!isAlways && (key !== 'when' || (at[0] !== 'outcomes' && at[0] !== 'opens'))) return;
    yield {
      code: isAlways ? 'always-true' : 'true-once-known',
      at,
      message: isAlways
        ? text(
            `Ceci est toujours vrai${ALWAYS.get(key)?.fr ?? ''}.`,
            `This is always true${ALWAYS.get(key)?.en ?? ''}.`,
          )
        : text(
            'Ceci ne peut jamais être faux : c’est vrai dès que c’est connu.',
            'This can never be false: it is true as soon as it is known.',
          ),
      remedy: isAlways
        ? text('Retirez-le, ou corrigez ce qui est comparé.', 'Leave it out, or correct what it compares.')
        : text(
            'Pour demander si quelqu’un a répondu, écrivez `answer(fact) = "given"` ; sinon corrigez ce qui est comparé.',
            'To ask whether something was answered, write `answer(fact) = "given"`; else correct what it compares.',
          ),
      severity: isAlways ? 'error' : 'warning',
    };
  }
}

const NEVER: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    when: text(' : ce que cela ouvre ne vient jamais', ', so what it opens never comes'),
    unless: text(' : cela n’exclut rien', ', so it excludes nothing'),
    ready: text(' : l’étape ne peut jamais être faite', ', so the step can never be done'),
    that: text(' : c’est toujours refusé', ', so it is always refused'),
    relevant: text(' : on ne le demande jamais', ', so it is never asked'),
    never: text(' : cela ne garde rien', ', so it guards nothing'),
  }),
);

const ALWAYS: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    when: text(' : cela ne décide rien', ', so it decides nothing'),
    unless: text(' : l’étape ne s’applique jamais', ', so the step never applies'),
    ready: text(' : cela ne décide rien', ', so it decides nothing'),
    that: text(' : cela n’exige rien', ', so it requires nothing'),
    relevant: text(' : cela ne décide rien', ', so it decides nothing'),
    always: text(' : cela ne garde rien', ', so it guards nothing'),
  }),
);
