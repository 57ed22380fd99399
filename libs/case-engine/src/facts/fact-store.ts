import type { ChecklistAnswers, FactValue } from '@repere/protocol';
import type { ListValue, NonAnswer, Value } from '@repere/feel';

/** The items of a checklist as they stand, each with the entry that its answer comes from. */
export class ChecklistStatus {
  readonly items = new Map<string, 'yes' | 'no' | NonAnswer>();
  readonly raw = new Map<string, ChecklistAnswers[string]>();
  readonly entries = new Map<string, number>();
}

/** One row of a list as it stands, by field slot. */
export class RowStatus {
  readonly values: Value[];
  readonly raw: (FactValue | null)[];
  readonly entries: number[];

  constructor(
    readonly id: string,
    fields: number,
  ) {
    this.values = new Array<Value>(fields).fill(null);
    this.raw = new Array<FactValue | null>(fields).fill(null);
    this.entries = new Array<number>(fields).fill(-1);
  }
}

/** A list as it stands. While an entry about it waits for approval it counts as open: more rows may come. */
export class ListStatus {
  readonly rows: RowStatus[] = [];
  isClosed = false;
  waiting = 0;
  entry = -1;
  view: ListValue | null = null;
  viewStamp = -1;
}

/** Shared by every owner without facts of its own. */
const NONE: never[] = [];
Object.freeze(NONE);

/** Facts of one owner, the case or a run, by slot. `entries` says where each comes from, -1 for nowhere. */
export class FactStore {
  readonly values: Value[];
  readonly raw: (FactValue | null)[];
  readonly entries: number[];
  checklists: (ChecklistStatus | undefined)[] | null = null;
  lists: (ListStatus | undefined)[] | null = null;

  constructor(readonly size: number) {
    this.values = size === 0 ? NONE : new Array<Value>(size).fill(null);
    this.raw = size === 0 ? NONE : new Array<FactValue | null>(size).fill(null);
    this.entries = size === 0 ? NONE : new Array<number>(size).fill(-1);
  }
}
