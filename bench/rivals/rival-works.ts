import type { Work } from './load';

const JSON_TYPE = { 'content-type': 'application/json' };
const some = (from: number, to: number): number => from + Math.floor(Math.random() * (to - from + 1));

/** What both rivals are asked, by the names that the product's works have. `cases`: how many there are. */
export function rivalWorks(cases: number, seqs: Map<number, number>): Readonly<Record<string, Work>> {
  const day = (): string => new Date(Date.UTC(2026, 0, some(1, 100))).toISOString().slice(0, 10);
  const worklist = (assignee: number): Work => ({
    next: () => ({ method: 'GET', path: `/worklist?assignee=${String(assignee)}&due=${day()}&id=0` }),
  });
  const write = (): Work => {
    let turn = 0;
    return {
      next: () => {
        // No case twice in a run, so that no two writes meet.
        const id = 1 + ((turn++ * 7_919) % cases);
        const seq = seqs.get(id) ?? 0;
        seqs.set(id, seq + 1);
        const body = { seq, step: 'step-3', author: some(1, 100), answer: 'yes' };
        return { method: 'POST', path: `/cases/${String(id)}/acts`, headers: JSON_TYPE, body };
      },
    };
  };
  return {
    session: {
      next: () => ({
        method: 'GET',
        path: '/session',
        headers: { 'x-token': `token-${String(some(1, 100))}` },
      }),
    },
    'case page': { next: () => ({ method: 'GET', path: `/cases/${String(some(1, cases))}` }) },
    'worklist, 40 cases': worklist(1),
    'worklist, 712 cases': worklist(2),
    note: write(),
    'step done': write(),
  };
}
