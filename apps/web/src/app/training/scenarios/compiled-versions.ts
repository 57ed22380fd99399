import { Injectable, inject } from '@angular/core';
import { compileProtocols, type ProtocolSet } from '@repere/case-engine';
import type { Answered } from '../../platform/api';
import { ProtocolsClient } from '../../protocols/protocols-client';
import { TitlesInForce } from '../../protocols/titles-in-force';

/** Versions that scenarios are read and played with, as the engine has them in this browser. */
@Injectable({ providedIn: 'root' })
export class CompiledVersions {
  private readonly client = inject(ProtocolsClient);
  private readonly titles = inject(TitlesInForce);

  /** Those that are named, and of all other protocols those in force: they open each other. */
  async compile(
    named: readonly (readonly [name: string, version: string])[],
  ): Promise<Answered<ProtocolSet>> {
    const inForce = (await this.titles.summaries())
      .filter((it) => it.inForce && !named.some(([name]) => name === it.protocol))
      .map(({ protocol, version }) => `${protocol}@${version}`);
    const answer = await this.client.bundle([
      ...named.map(([name, version]) => `${name}@${version}`),
      ...inForce,
    ]);
    return answer.ok
      ? { ...answer, value: compileProtocols(answer.value.shared, answer.value.documents) }
      : answer;
  }
}
