import type { Role } from '@repere/protocol';
import { occurrenceAt, type Territory } from '@repere/feel';
import { applyEntry, atTime, type CaseState, foldCase } from '../fold/case-state';
import type { Actor, CaseView, Command, Decision, Reason, StepView } from '../journal/engine-types';
import type { JournalEntry } from '../journal/journal-entry';
import { decide } from '../decide/decide';
import { tick } from '../fold/tick';
import { viewCase } from '../view/view-case';
import { LOST_KEYS } from './key-sets';

export const PARIS: Territory = {
  code: '75',
  zone: 'Europe/Paris',
  isHoliday: (date) => date.endsWith('-05-01'),
};

/** Monday 3 March 2025, 09:00 in Paris. */
export const MONDAY = Date.UTC(2025, 2, 3, 8);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const ANNA = actor('anna', ['TS'], true);
export const BRUNO = actor('bruno', ['SUP'], false);

export function actor(id: string, roles: readonly Role[], inCharge = false): Actor {
  return { id, roles, inCharge };
}

const IN_FORCE = { 'lost-key': '1.0.0', locksmith: '1.0.0', 'night-watch': '1.0.0', 'second-look': '1.0.0' };

type Completion = Extract<Command, { kind: 'complete-step' }>;

/** A case of the lost-key fixture that tests walk through; its own journal, clock and ids. */
export class KeyCase {
  readonly journal: JournalEntry[] = [];
  now = MONDAY;
  state: CaseState;
  private ids = 0;

  /** In the versions that the set holds, if not in the fixture's. */
  constructor(private readonly set = LOST_KEYS) {
    this.state = foldCase(set, [], { now: MONDAY, territory: PARIS });
    this.takeCommand({ kind: 'open-run', protocol: 'lost-key', version: '1.0.0' });
  }

  readonly newId = (): string => `id-${++this.ids}`;

  decide(command: Command, by = ANNA): Decision {
    return decide(this.state, command, { actor: by, now: this.now, newId: this.newId, inForce: IN_FORCE });
  }

  /** Decides and applies; throws the reasons if it is refused. Gives the id of the first entry. */
  takeCommand(command: Command, by = ANNA): string {
    const decision = this.decide(command, by);
    if (!decision.ok)
      throw new Error(decision.reasons.map((it) => `${it.code} ${it.field ?? ''}`).join('; '));
    for (const entry of decision.entries) this.apply(entry);
    return decision.entries[0]?.id ?? '';
  }

  apply(entry: JournalEntry): void {
    this.journal.push(entry);
    this.state = applyEntry(this.state, entry);
  }

  do(step: string, more: Partial<Completion> = {}, by = ANNA): string {
    return this.takeCommand(this.command(step, more), by);
  }

  refuseStep(step: string, more: Partial<Completion> = {}, by = ANNA): readonly Reason[] {
    return this.refusals(this.command(step, more), by);
  }

  refusals(command: Command, by = ANNA): readonly Reason[] {
    const decision = this.decide(command, by);
    return decision.ok ? [] : decision.reasons;
  }

  command(step: string, more: Partial<Completion> = {}): Completion {
    return { kind: 'complete-step', runId: this.runId(), step, values: {}, ...more };
  }

  approveStep(step: string, by = BRUNO): string {
    const entryId = this.step(step).toApprove ?? '';
    return this.takeCommand({ kind: 'approve', runId: this.runId(), step, entryId }, by);
  }

  sendBack(step: string, by = BRUNO): string {
    const entryId = this.step(step).toApprove ?? '';
    return this.takeCommand({ kind: 'return', runId: this.runId(), step, entryId, reason: 'look again' }, by);
  }

  amend(entryId: string, values: Completion['values'], more: object = {}): string {
    return this.takeCommand({ kind: 'amend', entryId, values, why: 'misread', ...more });
  }

  /** Moves the run to another version. */
  moveRun(version: string, runId = this.runId(), by = BRUNO): string {
    return this.takeCommand({ kind: 'move-run', runId, version, reason: 'the new version holds' }, by);
  }

  /** Lets time pass, with whatever it brings about. */
  wait(ms: number): readonly JournalEntry[] {
    this.now += ms;
    this.state = atTime(this.state, this.now);
    const entries = tick(this.state, { now: this.now, newId: this.newId, inForce: IN_FORCE });
    for (const entry of entries) this.apply(entry);
    return entries;
  }

  get view(): CaseView {
    return viewCase(this.state);
  }

  step(id: string): StepView {
    const found = this.view.runs[0]?.steps.find((it) => it.id === id);
    if (!found) throw new Error(`no step ${id}`);
    return found;
  }

  fact(id: string): unknown {
    return this.view.facts.find((it) => it.fact === id)?.value;
  }

  get outcome(): string | undefined {
    return this.view.runs[0]?.outcome?.id;
  }

  runId(): string {
    const [first] = this.journal;
    return first?.kind === 'run-opened' ? first.runId : 'r';
  }

  recomputed(): CaseView {
    return viewCase(foldCase(this.set, this.journal, { now: this.now, territory: PARIS }));
  }
}

export const at = (ms: number) => ({ occurredAt: occurrenceAt(ms) });
