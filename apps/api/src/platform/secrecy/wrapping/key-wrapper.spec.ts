import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CaseClient } from '../../../cases/testing/case-client';
import { TestService } from '../../../testing/test-service';
import { KeySource } from '../key-source';
import type { KeyWrapper } from './key-wrapper';
import { LocalKeyWrapper } from './local-key-wrapper';
import { ProgramKeyWrapper } from './program-key-wrapper';
import type { CaseFileDto } from '../../../cases/page/case-file.dto';

const PROGRAM = join(__dirname, '../testing/key-program.cjs');
const program = (...names: string[]): ProgramKeyWrapper =>
  new ProgramKeyWrapper([process.execPath, PROGRAM, ...names]);

const bytes = new Map<string, Buffer>();
const keyOf = (id: string): { id: string; key: Buffer } => {
  const key = bytes.get(id) ?? randomBytes(32);
  bytes.set(id, key);
  return { id, key };
};
const local = (...names: string[]): LocalKeyWrapper =>
  new LocalKeyWrapper(
    new KeySource({ keys: { keys: names.map(keyOf), blindIndex: [keyOf('blind')] } } as never),
  );

beforeAll(() => {
  process.env['KEY_PROGRAM_SECRET'] = randomBytes(16).toString('hex');
});

describe.each<[string, (...names: string[]) => KeyWrapper]>([
  ['keys of the environment or a file', local],
  ['a program of its own', program],
])('%s', (_name, made) => {
  const wrappers: KeyWrapper[] = [];
  const wrapperOf = (...names: string[]): KeyWrapper => {
    const wrapper = made(...names);
    wrappers.push(wrapper);
    return wrapper;
  };
  afterAll(() => wrappers.forEach((it) => it.closeWrapper?.()));
  const context = { ring: 'live', dataKeyId: 'a' };

  it('gives back what was wrapped, and never wraps the same in the same way', async () => {
    const wrapper = wrapperOf('new', 'old');
    const key = randomBytes(32);
    const wrapped = await wrapper.wrap(key, context);
    expect(wrapped.keyId).toBe('new');
    expect(await wrapper.current()).toBe('new');
    expect(wrapped.wrapped.includes(key)).toBe(false);
    expect(await wrapper.unwrap(wrapped, context)).toEqual(key);
    expect((await wrapper.wrap(key, context)).wrapped).not.toEqual(wrapped.wrapped);
  });

  it('opens nothing that was moved to another row or space, or altered', async () => {
    const wrapper = wrapperOf('new');
    const wrapped = await wrapper.wrap(randomBytes(32), context);
    for (const moved of [{ ring: 'training' }, { dataKeyId: 'b' }])
      await expect(wrapper.unwrap(wrapped, { ...context, ...moved })).rejects.toMatchObject({ why: 'wrong' });
    const flipped = Buffer.from(wrapped.wrapped);
    flipped.writeUInt8(flipped.readUInt8(20) ^ 1, 20);
    await expect(wrapper.unwrap({ ...wrapped, wrapped: flipped }, context)).rejects.toMatchObject({
      why: 'wrong',
    });
  });

  it('opens what an earlier key wrapped for as long as it is there, and names the one that is not', async () => {
    const key = randomBytes(32);
    const wrapped = await wrapperOf('old').wrap(key, context);
    expect(await wrapperOf('new', 'old').unwrap(wrapped, context)).toEqual(key);
    await expect(wrapperOf('new').unwrap(wrapped, context)).rejects.toMatchObject({
      keyId: 'old',
      why: 'missing',
    });
  });
});

describe('a key program', () => {
  it('is started again when it was killed', async () => {
    const wrapper = program('new');
    const key = randomBytes(32);
    const context = { ring: 'live', dataKeyId: 'a' };
    const wrapped = await wrapper.wrap(key, context);
    wrapper.closeWrapper();
    expect(await wrapper.unwrap(wrapped, context)).toEqual(key);
    wrapper.closeWrapper();
  });

  it('that is none is a fault, not a silence', async () => {
    await expect(new ProgramKeyWrapper([join(__dirname, 'nothing-here')]).current()).rejects.toThrow(
      'the key program ended',
    );
  });

  it('wraps the keys of a whole service', async () => {
    const keyProgram = [process.execPath, PROGRAM, 'of-the-service'] as const;
    const keys = { keys: [], blindIndex: [keyOf('blind')] as const };
    const service = await TestService.start({
      configuration: { keyProgram, keys },
    });
    try {
      const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      const worker = new CaseClient(client);
      const { id } = await worker.opened({ child: { calledName: 'Luciole' } });
      const { body } = await client.get<CaseFileDto>(`/case-files/${id}`);
      expect(body.child).toMatchObject({ calledName: 'Luciole' });
      expect(await service.query(`SELECT DISTINCT kek_id FROM data_key`)).toEqual([
        { kek_id: 'of-the-service' },
      ]);
    } finally {
      await service.stop();
    }
  });
});
