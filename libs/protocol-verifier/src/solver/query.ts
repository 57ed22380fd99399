import type { FactTypeName } from '@repere/protocol';
import type { Encoding } from './solver-types';
import { Script } from './script';
import type { Smt } from './smt';
import type { Term } from './encode/truth-terms';

/** A fact that the query reads, by the name that its constants begin with: for the model and to count classes. */
export interface FactUse {
  readonly name: string;
  readonly key: string;
  readonly type: FactTypeName;
  /** Into how many classes its answers can be divided, if conditions tell all its codes apart; of numbers and dates: see `countClasses`. */
  readonly classes: number;
}

/** The months between two days. */
export interface MonthsBetween {
  readonly from: Smt;
  readonly to: Smt;
  readonly months: Smt;
}

interface NamedRows {
  readonly names: string[];
  readonly rules: ((row: string) => Smt)[];
  /** For each rule, to how many rows it was applied. */
  readonly applied: number[];
}

/**
 * One question to the solver in the making. A list may have any number of rows: the ones that matter, because a condition
 * holds or fails by them, have a name, and what is said of all rows is said of every named one. So less is said than holds of
 * all, never more.
 */
export class Query {
  readonly script = new Script();
  readonly facts = new Map<string, FactUse>();
  /** Codes of a choice by its name. */
  readonly codes = new Map<string, ReadonlySet<Smt>>();
  /** Terms by what they mean, so that the same thing asked twice is one thing. */
  readonly memo = new Map<string, Term>();
  readonly months: Readonly<Record<'months_between' | 'months_begun', MonthsBetween[]>> = {
    months_between: [],
    months_begun: [],
  };
  private readonly rows = new Map<string, NamedRows>();
  private readonly rules: (() => void)[] = [];

  constructor(
    readonly encoding: Encoding,
    /** Whether what holds of every reachable state is said: not of values that are only being sent. */
    readonly isReachable: boolean,
    /** Whether runs that open are open: not where it is asked if they can be opened. */
    readonly hasOpened = isReachable,
  ) {}

  once<T extends Term>(key: string, make: () => T): T {
    const known = this.memo.get(key);
    // The key says of what kind it is.
    if (known !== undefined) return known as T;
    const made = make();
    this.memo.set(key, made);
    return made;
  }

  /** A name for a row of the list by which something holds. */
  nameRow(list: string): string {
    const { names } = this.rowsOf(list);
    const name = `${list}[${names.length + 1}]`;
    names.push(name);
    return name;
  }

  namedRows(list: string): readonly string[] {
    return this.rowsOf(list).names;
  }

  get lists(): readonly string[] {
    return [...this.rows.keys()];
  }

  /** Says something of every row of the list. */
  ofEveryRow(list: string, rule: (row: string) => Smt): void {
    const { rules, applied } = this.rowsOf(list);
    rules.push(rule);
    applied.push(0);
  }

  /** Says something at the end, when it is known what the query is about. */
  atLast(rule: () => void): void {
    this.rules.push(rule);
  }

  /** The script so far, everything said of every named row, and of what came up on the way. */
  text(): string {
    for (let isNew = true; isNew;) {
      isNew = false;
      for (const { names, rules, applied } of this.rows.values()) {
        for (const [index, rule] of rules.entries()) {
          for (const name of names.slice(applied[index])) {
            isNew = true;
            this.script.assert(rule(name));
            applied[index] = (applied[index] ?? 0) + 1;
          }
        }
      }
      for (const rule of this.rules.splice(0)) {
        isNew = true;
        rule();
      }
    }
    return this.script.text();
  }

  private rowsOf(list: string): NamedRows {
    const known = this.rows.get(list);
    if (known) return known;
    const rows: NamedRows = { names: [], rules: [], applied: [] };
    this.rows.set(list, rows);
    return rows;
  }
}
