import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { SiblingProcesses } from '../platform/processes/sibling-processes';
import { ServerBudgets } from '../platform/spaces/budget/server-budgets';
import { AnswerCounts } from './answer-counts';
import { joinMetrics } from './join-metrics';
import { printConnections } from './print-connections';

const ASK = 'metrics-asked';
const TELL = 'metrics-told';
const PATIENCE_MS = 500;

/** Figures of this service on this machine: of several processes, of each of them, whichever is asked. */
@Injectable()
export class Metrics implements OnModuleInit {
  private heard = new Map<string, string>();
  /** Whoever asks meanwhile gets the same answer: nobody has all processes write more often than that. */
  private asked: Promise<string> | null = null;

  constructor(
    private readonly answers: AnswerCounts,
    private readonly budgets: ServerBudgets,
    private readonly siblings: SiblingProcesses,
  ) {}

  onModuleInit(): void {
    this.siblings.listenTo(ASK, () => this.siblings.tellOthers(TELL, this.printOwn()));
    this.siblings.listenTo(TELL, (text, from) => this.heard.set(from, String(text)));
  }

  /** In the text format of Prometheus, 0.0.4; a process that does not answer at once is left out. */
  async print(): Promise<string> {
    if (this.siblings.isAlone) return this.printOwn();
    this.asked ??= this.askAll().finally(() => (this.asked = null));
    return this.asked;
  }

  private async askAll(): Promise<string> {
    this.heard = new Map();
    this.siblings.tellOthers(ASK, null);
    await wait(PATIENCE_MS);
    return joinMetrics(new Map([...this.heard, [this.siblings.name, this.printOwn()]]));
  }

  private printOwn(): string {
    return this.answers.print() + printConnections(this.budgets);
  }
}
