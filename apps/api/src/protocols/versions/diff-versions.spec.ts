import type { ProtocolDocument } from '@repere/protocol';
import type { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { checkNumber } from '../drafts/checking/check-number';
import type { PublishedVersion, PublishedProtocols } from '../publishing/published-protocols';
import { DiffVersions } from './diff-versions';

const document = (version: string) => ({ protocol: 'shelter', version }) as ProtocolDocument;
const PUBLISHED = { document: document('1.0.0'), hash: 'h' } as PublishedVersion;
const SHELF = {
  versions: new Map([['shelter@1.0.0', PUBLISHED]]),
  versionsOf: () => [PUBLISHED],
} as unknown as PublishedProtocols;
const DIFF = { protocol: 'shelter', from: '1.0.0', to: '1.0.1', kind: 'patch', changes: [] };

describe('what differs between two versions', () => {
  const runTask = jest.fn();
  const diffs = new DiffVersions({ runTask } as unknown as Sandbox);

  it('is not known when comparing was stopped: the draft is not published, and whoever asks again tries again', async () => {
    runTask.mockRejectedValueOnce(new WorkStopped('time', 'versions.diff')).mockResolvedValueOnce(DIFF);
    const stopped = await diffs.sinceNewest(document('1.0.1'), SHELF);
    expect(stopped).toBe('stopped');
    expect(checkNumber(stopped).map(({ code }) => code)).toEqual(['too-much-work']);
    expect(await diffs.from('1.0.0', document('1.0.1'), SHELF)).toEqual(DIFF);
    expect(checkNumber(await diffs.sinceNewest(document('1.0.1'), SHELF))).toEqual([]);
    expect(runTask).toHaveBeenCalledTimes(2);
  });

  it('is nothing beside a version that is not published', async () => {
    expect(await diffs.from('0.9.0', document('1.0.1'), SHELF)).toBeNull();
    expect(await diffs.from('1.0.0', null, SHELF)).toBeNull();
  });
});
