import { FACT_TYPES } from '@repere/protocol';
import { isoDay } from '@repere/feel';
import type { Model, StepMark } from './solver-types';
import type { Query } from './query';

/** What the constants of one child mean. `mark`: that of the second child of a comparison. */
export function readModel(query: Query, values: ReadonlyMap<string, string>, mark = ''): Model {
  const facts: Record<string, string> = {};
  const rows: Record<string, Record<string, string>[]> = {};
  const closed: string[] = [];
  const isTrue = (name: string): boolean => values.get(name) === 'true';
  const own = (name: string): string => (mark !== '' && values.has(name + mark) ? name + mark : name);

  for (const { key, type } of query.facts.values()) {
    const name = [...query.facts.values()].some((it) => it.name === key + mark) ? key + mark : key;
    if (FACT_TYPES[type].classes.by === 'rows') {
      if (isTrue(`${name}:closed`)) closed.push(key);
    } else Object.assign(facts, readValue(name, key, values));
  }
  for (const list of query.lists) {
    const there = query
      .namedRows(list)
      .filter((it) => isTrue(`${own(it)}:there`) || isTrue(`${it}${mark}:there`));
    const read = there.map((row) => rowOf(row, mark, values)).filter((it) => Object.keys(it).length > 0);
    const distinct = new Map(read.map((it) => [JSON.stringify(it), it]));
    if (distinct.size > 0) rows[list] = [...distinct.values()];
  }
  const marks: Record<string, StepMark[]> = {};
  const started: string[] = [];
  for (const [name, value] of values) {
    if (value !== 'true') continue;
    const run = /^started\((.+)\)$/.exec(name);
    if (run?.[1] !== undefined) started.push(run[1]);
    const of =
      /^([\w.-]+):(in-effect|pending|waits|approved|reopened|to-confirm|waived|owing|time-came)$/.exec(name);
    if (of?.[1] !== undefined) (marks[of[1]] ??= []).push(of[2] as StepMark);
  }
  return { facts, rows, closed, marks, started };
}

/** Constants that begin with the name of a fact, as one value; items of a checklist one by one. */
function readValue(
  name: string,
  key: string,
  values: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const codes: string[] = [];
  for (const [constant, value] of values) {
    if (!constant.startsWith(name) || value !== 'true') continue;
    const rest = constant.slice(name.length);
    const code = /^=(.+)$/.exec(rest)?.[1];
    if (code !== undefined) codes.push(code);
    const item = /^\.(\w+)=(yes|no)$/.exec(rest);
    if (item?.[1] !== undefined && item[2] !== undefined) found[`${key}.${item[1]}`] = item[2];
    const answer = /^(\.\w+)?:(unknown|refused)$/.exec(rest);
    if (answer?.[2] !== undefined) found[key + (answer[1] ?? '')] = answer[2];
  }
  if (codes.length > 0) found[key] = codes.join(', ');
  if (values.get(`${name}?`) === 'true') {
    const number = values.get(`${name}#`);
    const [first, last] = [values.get(`${name}<`), values.get(`${name}>`)];
    if (number !== undefined) found[key] = number;
    else if (first !== undefined && last !== undefined) found[key] = dated(Number(first), Number(last));
    else found[key] ??= '…';
  }
  return found;
}

function rowOf(row: string, mark: string, values: ReadonlyMap<string, string>): Record<string, string> {
  const fields = new Set<string>();
  for (const constant of values.keys()) {
    if (!constant.startsWith(`${row}.`)) continue;
    const field = /^(\w+)/.exec(constant.slice(row.length + 1))?.[1];
    if (field !== undefined) fields.add(field);
  }
  const found: Record<string, string> = {};
  for (const field of fields) {
    const name = `${row}.${field}`;
    const isVaried = mark !== '' && [...values.keys()].some((it) => it.startsWith(name + mark));
    Object.assign(found, readValue(isVaried ? name + mark : name, field, values));
  }
  return found;
}

/** One day, or the first and the last; days of the solver may lie outside every calendar, in the right order all the same. */
function dated(first: number, last: number): string {
  const day = (it: number): string => (Math.abs(it) < 1_000_000 ? isoDay(it) : `day ${it}`);
  return first === last ? day(first) : `${day(first)}/${day(last)}`;
}
