import type { Territory } from '@repere/feel';
import {
  answerToItem,
  type ChecklistAnswers,
  type FactValue,
  type FactValues,
  isSaidByItem,
  nonAnswerIn,
} from '@repere/protocol';
import { CaseFold } from '../fold/case-fold';
import { ChecklistStatus, ListStatus, RowStatus } from './fact-store';
import { RunFold } from '../fold/run-fold';
import { type CompiledFact, findProtocol, type ProtocolSet } from '../compile/protocol-set';
import { outcomeIndex } from '../steps/read-outcome';

/**
 * Facts put together by hand, without a journal, to ask which outcome they would give: for proofs and explorations that ask
 * this millions of times. Never for a case: nobody entered these facts, and steps, approvals and time play no part.
 */
export class FactTrial {
  private readonly fold: CaseFold;
  private readonly run: RunFold;

  /** Throws if the set does not hold this version. */
  constructor(
    set: ProtocolSet,
    protocol: string,
    version: string,
    context: { now: number; territory: Territory },
  ) {
    const compiled = findProtocol(set, protocol, version);
    if (!compiled) throw new RangeError(`No protocol ${protocol}@${version}`);
    this.fold = new CaseFold(set, context.territory, context.now);
    this.run = new RunFold(0, 'trial', compiled, -1);
    this.fold.runs.push(this.run);
  }

  /** Tells a fact of the run or of the case; `null` takes it back. */
  tryAnswer(id: string, raw: FactValue | null): void {
    const fact = this.getFact(id);
    const store = this.storeOf(fact);
    this.fold.stamp++;
    if (isSaidByItem(fact.definition)) {
      const checklists = (store.checklists ??= new Array<ChecklistStatus | undefined>(store.size).fill(
        undefined,
      ));
      checklists[fact.slot] = raw === null ? undefined : answersIn(raw);
      return;
    }
    store.raw[fact.slot] = raw;
    store.values[fact.slot] = raw === null ? null : fact.convert(raw);
  }

  /** Tells a whole list: its rows, and whether there are no others. */
  tryRows(id: string, rows: readonly FactValues[], isClosed: boolean): void {
    const fact = this.getFact(id);
    const { list } = fact;
    if (list === null) throw new RangeError(`${id} is no list`);
    const store = this.storeOf(fact);
    const status = new ListStatus();
    status.isClosed = isClosed;
    rows.forEach((values, index) => {
      const row = new RowStatus(`r${index + 1}`, list.fields.length);
      for (const field of list.fields) {
        const raw = values[field.id];
        if (raw !== undefined) row.values[field.slot] = field.convert(raw);
      }
      status.rows.push(row);
    });
    (store.lists ??= new Array<ListStatus | undefined>(store.size).fill(undefined))[fact.slot] = status;
    this.fold.stamp++;
  }

  /** Id of the outcome that these facts give. */
  outcome(): string {
    const outcome = this.run.protocol.outcomes[outcomeIndex(this.fold, this.run)];
    if (!outcome) throw new Error(`${this.run.protocol.id} has no outcome that holds`);
    return outcome.definition.id;
  }

  private getFact(id: string): CompiledFact {
    const fact = this.run.protocol.factOf.get(id);
    if (!fact) throw new RangeError(`No fact ${id}`);
    return fact;
  }

  private storeOf(fact: CompiledFact) {
    return fact.isShared ? this.fold.facts : this.run.facts;
  }
}

function answersIn(raw: FactValue): ChecklistStatus {
  const status = new ChecklistStatus();
  if (typeof raw !== 'object' || nonAnswerIn(raw) !== null) return status;
  for (const [item, answer] of Object.entries(raw as ChecklistAnswers))
    status.items.set(item, answerToItem(answer));
  return status;
}
