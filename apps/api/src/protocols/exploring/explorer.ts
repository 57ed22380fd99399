import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { Inject, Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import type { ExploreReport, SafeguardDefinition } from '@repere/protocol';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';

/** What the explorer's process is given, as one JSON text. */
export interface ExplorerInput {
  /** A whole library with one version of each protocol. */
  readonly files: ProtocolFiles;
  /** Those versions, as the report must name them. */
  readonly subjects: ExploreReport['subjects'];
  /** Promises that a draft no longer makes and is held to all the same, by its protocol. */
  readonly alsoPromised?: Readonly<Record<string, readonly SafeguardDefinition[]>>;
}

/** One line of what it says. */
export type ExplorerLine =
  { readonly progress: number } | { readonly report: ExploreReport } | { readonly fault: string };

const MOST_MS = 15 * 60_000;
/** Of the search; the solver has a process and a memory of its own. */
const MOST_MEMORY = '--max-old-space-size=2048';

/** Explores in a process of its own, which yields to requests: the prover takes a core for as long as it runs. */
@Injectable()
export class Explorer {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  /** The report. Throws when the process fails or is stopped by the signal; `WorkStopped` when it takes a quarter of an hour, all memory, or is killed. */
  async explore(
    input: ExplorerInput,
    signal: AbortSignal,
    onProgress: (fraction: number) => void,
  ): Promise<ExploreReport> {
    const { PATH, SWC_NODE_PROJECT } = process.env;
    // No key and no address of the database goes there.
    const late = AbortSignal.timeout(MOST_MS);
    const child = spawn(process.execPath, [MOST_MEMORY, ...this.configuration.explorer], {
      env: { PATH, SWC_NODE_PROJECT },
      stdio: ['pipe', 'pipe', 'pipe'],
      signal: AbortSignal.any([signal, late]),
      killSignal: 'SIGKILL',
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    ended.catch(() => undefined);
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(input));
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
    let report: ExploreReport | null = null;
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as ExplorerLine;
      if ('progress' in line) onProgress(line.progress);
      else if ('report' in line) report = line.report;
      else said = line.fault;
    }
    const code = await ended.catch((error: unknown) => {
      if (late.aborted) throw new WorkStopped('time', 'exploring');
      throw error;
    });
    if (report && !isAbout(report, input.subjects)) throw new Error('the explorer explored something else');
    if (late.aborted) throw new WorkStopped('time', 'exploring');
    // No code: a signal ended it, as V8 does when there is no memory left.
    if (!report && (code === null || code >= 128))
      throw new WorkStopped(/heap out of memory/.test(said) ? 'memory' : 'crash', 'exploring');
    if (!report) throw new Error(`the explorer ended with ${String(code)}: ${said}`);
    return report;
  }
}

/** Whether the report is about these versions, whatever their order. */
export function isAbout(report: ExploreReport, subjects: ExploreReport['subjects']): boolean {
  const names = (list: ExploreReport['subjects']): string =>
    list
      .map(({ protocol, version, hash }) => `${protocol}@${version} ${hash}`)
      .sort()
      .join();
  return names(report.subjects) === names(subjects);
}
