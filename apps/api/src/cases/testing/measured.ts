import type { TestClient } from '../../testing/accounts/test-client';
import { explained } from './explained';

/** How long a page takes, one request after the other, and which of its statements take longest in the database. */
export interface Measured {
  readonly path: string;
  readonly 'p50 ms': number;
  readonly 'p95 ms': number;
  readonly slowest: readonly string[];
}

/** Throws unless every answer is 200. */
export async function measured(client: TestClient, path: string, times: number): Promise<Measured> {
  const ask = async (): Promise<number> => {
    const start = performance.now();
    const { status } = await client.get(path);
    if (status !== 200) throw new Error(`${path} gave ${String(status)}`);
    return performance.now() - start;
  };
  await ask();
  const statements = await explained(ask);
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await ask());
  all.sort((one, other) => one - other);
  const at = (part: number): number => Math.round(all[Math.floor(times * part)] ?? 0);
  return {
    path,
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    slowest: statements
      .sort((one, other) => other.ms - one.ms)
      .slice(0, 3)
      .map(({ ms, sql }) => `${ms.toFixed(1)} ms ${sql.slice(0, 140)}`),
  };
}
