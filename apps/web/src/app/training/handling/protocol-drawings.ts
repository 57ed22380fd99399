import { Injectable, computed, inject, signal } from '@angular/core';
import type { Problem, ReadableProtocol } from '@repere/contract';
import { type Diagram, drawProtocol } from '@repere/protocol-diagram';
import { ProtocolsClient } from '../../protocols/protocols-client';
import { TitlesInForce } from '../../protocols/titles-in-force';

const keyOf = (protocol: string, version: string): string => `${protocol}@${version}`;

/** Drawings of the versions that a class followed, each read once. */
@Injectable()
export class ProtocolDrawings {
  private readonly client = inject(ProtocolsClient);
  private readonly titles = inject(TitlesInForce);
  private readonly read = signal<ReadonlyMap<string, ReadableProtocol>>(new Map());
  private readonly asked = new Set<string>();
  readonly problem = signal<Problem | null>(null);

  private readonly drawn = computed<ReadonlyMap<string, Diagram>>(
    () =>
      new Map(
        [...this.read()].map(([key, { document }]) => [key, drawProtocol(document, this.titles.all())]),
      ),
  );

  /** `null` until it is read. */
  drawingOf(protocol: string, version: string): Diagram | null {
    return this.drawn().get(keyOf(protocol, version)) ?? null;
  }

  async readProtocol(protocol: string, version: string): Promise<void> {
    const key = keyOf(protocol, version);
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const answer = await this.client.readProtocol(protocol, version);
    if (answer.ok) this.read.update((known) => new Map([...known, [key, answer.value]]));
    else {
      this.asked.delete(key);
      this.problem.set(answer.problem);
    }
  }
}
