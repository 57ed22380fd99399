import type { CaseClient } from './case-client';

/** A case of at least so many entries, looked at again and again: signs, facts, notes, through the same routes as ever. `runId`: of the signs. */
export async function openLongCase(
  worker: CaseClient,
  entries: number,
): Promise<{ readonly id: string; readonly runId: string }> {
  const file = await worker.opened({ urgentDangerSeen: 'yes' });
  let { seq } = file.state;
  const runId = file.state.runs.find(({ protocol }) => protocol === 'identification')?.runId ?? '';
  for (let turn = 0; seq < entries; turn++) {
    const answer = turn % 2 ? 'yes' : 'no';
    const act = (
      [
        [
          `runs/${runId}/steps/signs/complete`,
          {
            values: {
              warning_signs: { injuries: answer },
              vulnerabilities: {},
              trafficking_signs: {},
              trained: 'yes',
            },
          },
        ],
        ['facts', { values: { urgent_danger_seen: answer } }],
        ['notes', { note: `Appel ${String(turn)}` }],
      ] as const
    )[turn % 3];
    if (!act) throw new Error('no act');
    const [path, said] = act;
    const sent = await worker.sendAct(file.id, path, said, { seq });
    if (sent.status >= 300) throw new Error(JSON.stringify(sent.body));
    seq = sent.body.seq;
  }
  return { id: file.id, runId };
}
