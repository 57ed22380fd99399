import { AccountEntity } from '../../access/entities/accounts/account.entity';
import { DraftEntity } from '../../cases/entities/case/draft.entity';
import { ErasureEntity } from '../../privacy/entities/erasure.entity';
import { placeOf, rowOf } from './sealed-row';

describe('the place of a ciphertext', () => {
  it('is what the entity declares: table, column and row', () => {
    expect(placeOf(rowOf(ErasureEntity, { id: 'e-1' }), 'basis')).toEqual({
      ...{ table: 'erasure', column: 'basis', row: 'e-1' },
    });
  });

  it('names a row of several columns in the order that is declared', () => {
    const row = rowOf(DraftEntity, { step: 'talk', runId: 'run-1', accountId: 'worker-1' });
    expect(placeOf(row, 'content').row).toBe('worker-1:run-1:talk');
  });

  it('is that of a row that was found', () => {
    expect(placeOf(Object.assign(new ErasureEntity(), { id: 'e-2' }), 'basis').row).toBe('e-2');
  });

  it('is none where the row is not known well enough', () => {
    expect(() => placeOf(rowOf(DraftEntity, { runId: 'run-1', step: 'talk' }), 'content')).toThrow(
      'draft.content: account_id is not known',
    );
  });

  it('is none of a column that nothing opens', () => {
    const row = rowOf(AccountEntity, { id: 'a-1' });
    // @ts-expect-error: a hash is bytes as well
    expect(() => placeOf(row, 'passwordMac')).toThrow('account.passwordMac is not sealed');
  });
});
