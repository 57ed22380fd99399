import fc from 'fast-check';
import type { Role } from '@repere/protocol';
import { occurrenceAt } from '@repere/feel';
import { availableSteps } from '../decide/available-steps';
import type { Actor, Command } from '../journal/engine-types';
import type { JournalEntry } from '../journal/journal-entry';
import { actor, ANNA, BRUNO, DAY, HOUR, type KeyCase } from './key-case';
import { DOCUMENTS, SHARED } from '@repere/protocol/testing';

/** What a test does next: ask for something, or let time pass. Sensible, odd and wrong ones alike. */
export type Move =
  | { readonly do: 'ask'; readonly commandOf: (key: KeyCase) => Command; readonly by: Actor }
  | { readonly do: 'wait'; readonly ms: number };

const STEPS = DOCUMENTS.flatMap((it) => it.steps.map((step) => step.id));
const CAROL = actor('carol', ['SUP'], true);
const DENIS = actor('denis', ['ONG']);

const oddValue = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    'open',
    'ajar',
    'shut',
    'room',
    'attic',
    'cellar',
    'copy',
    'original',
    '2025-02-30',
  ),
  fc.constantFrom('2007', '2007-05', '2007-05-12', '2007~', '2040-01-01'),
  fc.constantFrom('unknown', 'not-asked', 'refused').map((answer) => ({ answer })),
  fc.record({ scratches: fc.constantFrom('yes', 'no'), noise: fc.constantFrom('yes', 'no') }),
  fc.constant({ dog: { answer: 'refused', note: 'silent' } }),
  fc.constant({ scratches: 'no', noise: 'no', dog: 'no' }),
  fc.integer({ min: -2, max: 70 }),
  fc.constantFrom('', '\u0007', 'words', null, Number.NaN, [], ['yes']),
);

const FIELDS = [
  ...Object.keys(SHARED.facts),
  ...DOCUMENTS.flatMap((it) => Object.keys(it.facts)),
  'nonsense',
];
/** Mostly what a fact may take, so that walks get somewhere. */
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  door: ['open', 'ajar', 'shut'],
  found: ['yes', 'no'],
  visitor: ['yes', 'no', { answer: 'unknown' }],
  birth: ['2005-03-04', '2009'],
  floor: [3],
  lodging: ['room', 'attic', 'cellar'],
  signs: [{ scratches: 'no', noise: 'no', dog: 'no' }, { noise: 'yes' }, { dog: { answer: 'not-asked' } }],
  trained: ['yes', 'no'],
  decided_on: ['2025-03-02'],
  kind: ['copy', 'original'],
  made_on: ['2025-01-05', '2024'],
  price: [5, 50],
  seen_on: ['2024-12-24'],
  meets_on: ['2026-01-01'],
  words_said: ['gone since Monday'],
  why_attic: ['no room'],
  fits: ['yes', 'no'],
};

const fieldValue = (id: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(GOOD[id] ?? ['words'])) },
    { weight: 1, arbitrary: oddValue },
  );

const values = fc
  .subarray(FIELDS, { maxLength: 2 })
  .chain((ids) => fc.tuple(...ids.map((id) => fieldValue(id).map((value) => [id, value] as const))))
  .map((pairs) => Object.fromEntries(pairs) as never);

const valuesFor = (step: string): fc.Arbitrary<never> => {
  const found = DOCUMENTS.flatMap((it) => it.steps).find((it) => it.id === step);
  const ids = (found?.fields ?? []).filter((it) => !it.includes('.'));
  if (ids.length === 0) return fc.constant({} as never);
  return fc
    .subarray(ids, { minLength: 1 })
    .chain((some) => fc.tuple(...some.map((id) => fieldValue(id).map((value) => [id, value] as const))))
    .map((pairs) => Object.fromEntries(pairs) as never);
};

const row = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'not an id'),
  values: fc
    .subarray(['kind', 'made_on', 'price', 'fits'])
    .chain((ids) => fc.tuple(...ids.map((id) => fieldValue(id).map((value) => [id, value] as const))))
    .map((pairs) => Object.fromEntries(pairs) as never),
});

const who = fc.constantFrom(ANNA, ANNA, ANNA, ANNA, ANNA, BRUNO, CAROL, DENIS);

/** Mostly nothing, sometimes this: what is odd in every other command would let no walk get anywhere. */
const rarely = <T>(odd: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd });

const completion = fc
  .constantFrom(...STEPS, 'report', 'look', 'look', 'assess', 'assess', 'spare', 'spare')
  .chain((step) =>
    fc.record({
      step: fc.constant(step),
      values: fc.oneof({ weight: 12, arbitrary: valuesFor(step) }, { weight: 1, arbitrary: values }),
      row: step === 'spare' || step === 'trial' ? row : rarely(row),
      closes: step === 'spare' ? fc.constantFrom(undefined, true) : rarely(fc.constant(true)),
      reasons: rarely(fc.constantFrom(['checked_twice'], ['whim'])),
      bestInterests: fc.constantFrom(undefined, 'weighed', 'weighed'),
      childView: fc.constantFrom(undefined, { said: 'yes' }, { whyNot: 'asleep' }),
      note: fc.constantFrom(undefined, 'a note'),
      by: rarely(
        fc.constantFrom([{ role: 'TS' as Role }], [{ role: 'JE' as Role }], [{ role: 'INT' as Role }]),
      ),
      ago: rarely(fc.constantFrom(0, HOUR, 3 * DAY, -HOUR)),
      run: fc.constantFrom(0, 0, 0, 0, 1, 2),
      confirms: rarely(fc.constant(true)),
    }),
  )
  .map(({ ago, run, confirms, reasons, ...it }) => (key: KeyCase): Command => ({
    kind: 'complete-step',
    runId: runAt(key, run),
    ...it,
    ...(isRecorded(it.step) && it.by === undefined && { by: [{ role: 'JE' }] }),
    reasons: reasons ?? ('door' in it.values && it.values['door'] === 'shut' ? ['checked_twice'] : undefined),
    ...(confirms && { values: {}, row: undefined, closes: undefined, confirms: entryOf(key, it.step) }),
    ...(ago !== undefined && { occurredAt: occurrenceAt(key.now - ago) }),
  }));

const isRecorded = (step: string): boolean => step === 'ruling' || step === 'answer';

/** A step that may be done now, filled in as a careful person would. */
const careful = fc
  .record({ pick: fc.nat(), seed: fc.nat(), ago: rarely(fc.constantFrom(HOUR, 3 * DAY)) })
  .map(({ pick, seed, ago }) => (key: KeyCase): Command => {
    const open = availableSteps(key.state);
    const { runId, step } = open[pick % open.length] ?? { runId: key.runId(), step: 'report' };
    const definition = DOCUMENTS.flatMap((it) => it.steps).find((it) => it.id === step);
    const chosen = (definition?.fields ?? []).filter((id, place) => {
      if (definition?.required.includes(id) || id === definition?.decides) return true;
      return ((seed >> place) & 1) === 1;
    });
    const pairs = chosen.map((id, place) => {
      const field = id.split('.').at(-1) ?? id;
      const good = GOOD[field] ?? ['words'];
      return [id, field, good[(seed >> (place + 3)) % good.length]] as const;
    });
    const plain = Object.fromEntries(
      pairs.filter(([id, field]) => id === field).map(([, id, it]) => [id, it]),
    );
    const inRow = Object.fromEntries(
      pairs.filter(([id, field]) => id !== field).map(([, id, it]) => [id, it]),
    );
    const isDecision = definition?.kind === 'decision';
    return {
      kind: 'complete-step',
      runId,
      step,
      values: plain as never,
      ...((definition?.adds ?? definition?.about) && {
        row: { id: 'abc'.charAt(seed % 3), values: inRow as never },
      }),
      ...(isRecorded(step) && { by: [{ role: 'JE' }] }),
      ...(plain['door'] === 'shut' && { reasons: ['checked_twice'] }),
      ...(isDecision && seed % 4 > 0 && { bestInterests: 'weighed', childView: { said: 'mine' } }),
      ...(ago !== undefined && { occurredAt: occurrenceAt(key.now - ago) }),
    };
  });

const settling = fc
  .record({
    kind: fc.constantFrom('approve' as const, 'return' as const),
    step: fc.constantFrom(...STEPS),
    run: fc.nat({ max: 1 }),
    any: fc.nat(),
  })
  .map(({ kind, step, run, any }) => (key: KeyCase): Command => {
    const waiting = key.view.runs.flatMap((it) =>
      it.steps.map((s) => ({ runId: it.runId, step: s.id, entryId: s.toApprove })),
    );
    const due = waiting.filter((it) => it.entryId !== null);
    const found = due.length > 0 && any % 4 > 0 ? due[any % due.length] : undefined;
    const about = {
      runId: found?.runId ?? runAt(key, run),
      step: found?.step ?? step,
      entryId: found?.entryId ?? 'none',
    };
    return kind === 'approve' ? { kind, ...about } : { kind, ...about, reason: 'look again' };
  });

const amending = fc
  .record({
    place: fc.nat(),
    values,
    row: fc.option(row, { nil: undefined }),
    why: fc.constantFrom('misread', ''),
    ago: fc.constantFrom(undefined, 2 * DAY),
    words: fc.constantFrom<object>(
      ...[{}, {}, { closes: true }, { closes: false }, { bestInterests: 'again' }, { reasons: ['whim'] }],
      ...[{ reasons: ['checked_twice'] }, { childView: { said: 'no' } }],
      { evidence: { photo: { reference: 'P' }, letter: { reference: 'L' } } },
    ),
  })
  .chain((it) => fc.constantFrom(true, false).map((own) => ({ ...it, own })))
  .map(({ place, values: told, row: givenRow, why, ago, own, words }) => (key: KeyCase): Command => {
    const amendable = key.journal.filter(
      (it) => it.kind === 'step-completed' || it.kind === 'facts-recorded',
    );
    const entry = (amendable[place % Math.max(1, amendable.length)] ?? key.journal[0]) as JournalEntry;
    // Mostly other values of what the entry really said.
    const said = entry.kind === 'step-completed' ? Object.keys(entry.values) : [];
    const isTimeOnly = ago !== undefined && place % 2 === 0;
    const values = isTimeOnly
      ? {}
      : own
        ? Object.fromEntries(said.map((id) => [id, (GOOD[id] ?? ['other'])[place % (GOOD[id]?.length ?? 1)]]))
        : told;
    return {
      kind: 'amend',
      entryId: entry.id,
      values: values as never,
      why,
      ...(place % 2 === 0 && { enteredInError: true }),
      ...(givenRow && !own && { row: givenRow }),
      ...words,
      ...(ago !== undefined && { occurredInstead: occurrenceAt(key.now - ago) }),
    };
  });

const other = fc.oneof(
  values.map((told) => (): Command => ({ kind: 'record-facts', values: told })),
  fc
    .record({
      step: fc.constantFrom('rest', 'survey', 'report'),
      reason: fc.constantFrom('already_known', 'whim'),
    })
    .map(({ step, reason }) => (key: KeyCase): Command => ({
      kind: 'waive',
      runId: key.runId(),
      step,
      reason,
    })),
  fc.constantFrom('', 'rang twice').map((note) => (): Command => ({ kind: 'add-note', note })),
  fc
    .constantFrom(...DOCUMENTS.map((it) => it.protocol), 'nothing')
    .map((protocol) => (): Command => ({ kind: 'open-run', protocol, version: '1.0.0' })),
);

const commandOf = fc.oneof(
  { weight: 14, arbitrary: careful },
  { weight: 4, arbitrary: completion },
  { weight: 3, arbitrary: settling },
  { weight: 2, arbitrary: amending },
  { weight: 2, arbitrary: other },
);

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('ask' as const), commandOf, by: who }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('ask' as const),
          commandOf: settling,
          by: fc.constant(BRUNO),
        }),
      },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(HOUR, 2 * DAY, 40 * DAY) }),
  },
);

export const anyMoves = fc.array(anyMove, { minLength: 8, maxLength: 40, size: 'max' });

function runAt(key: KeyCase, place: number): string {
  return key.view.runs[place % Math.max(1, key.view.runs.length)]?.runId ?? 'none';
}

function entryOf(key: KeyCase, step: string): string {
  const found = key.journal.findLast((it) => it.kind === 'step-completed' && it.step === step);
  return found?.id ?? 'none';
}
