import { Refusal } from '../../platform/refusal';
import type { Sandbox } from '../../platform/sandbox/sandbox';
import type { ProtocolLibrary } from '../protocol-library';
import type { Shelf } from '../shelf';
import { CheckDraft, type CheckedDraft } from './check-draft';

const SHELF = { versions: new Map() } as unknown as Shelf;
const CHECKED: CheckedDraft = { document: null, problems: [] };

describe('whoever waits for the check of a draft', () => {
  const checks: PromiseWithResolvers<CheckedDraft>[] = [];
  let checker: CheckDraft;
  beforeEach(() => {
    checks.length = 0;
    const sandbox = {
      run: () => {
        const check = Promise.withResolvers<CheckedDraft>();
        checks.push(check);
        return check.promise;
      },
    };
    checker = new CheckDraft({ versions: () => [] } as unknown as ProtocolLibrary, sandbox as unknown as Sandbox);
  });
  const ask = (text: string) => checker.check({ 'protocol.yaml': text } as never, SHELF);

  it.each([['the same draft', () => 'x'], ['drafts of their own', String]] as const)(
    'is one of six at most, for %s; what is known already is given to all',
    async (_what, textOf) => {
      const asked = Array.from({ length: 6 }, (_, n) => ask(textOf(n)));
      await expect(ask(textOf(0))).rejects.toBeInstanceOf(Refusal);
      await expect(ask('other')).rejects.toBeInstanceOf(Refusal);
      for (const { resolve } of checks) resolve(CHECKED);
      await expect(Promise.all(asked)).resolves.toHaveLength(6);
      await expect(Promise.all(Array.from({ length: 60 }, () => ask(textOf(0))))).resolves.toHaveLength(60);
    },
  );
});
