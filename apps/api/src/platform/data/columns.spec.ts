import { CASE, CODED, ROW } from './column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from './columns';
import { declaredTable } from './declared-table';

@Table('planted', {
  purpose: { fr: 'fautes semées', en: 'planted faults' },
  retention: 'case',
  rights: 'none',
  onlySql: 'there is no such table',
})
class PlantedEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE, { nullable: true }) caseFileId: string | null;
  @Column('text', CODED, { default: "'no'::text" }) verdict: 'yes' | 'no';
  @SealedColumn({ holds: ['staff'], under: 'case', row: ['id', 'caseFileId'], keyId: 'id' })
  words: Sealed<{ readonly text: string }>;
}

/** Never runs. None of these compiles: where one did, the directive above it would be the error. */
export const planted = () => {
  class Faults {
    @PrimaryColumn('uuid', ROW) id: string;
    // @ts-expect-error: what it tells a thief is not said
    @Column('text') withoutClass: string;
    // @ts-expect-error: sealed, without a word on where it is bound to
    @Column('bytea', { is: 'ciphertext' }) withoutRow: Buffer;
    // @ts-expect-error: the column is nullable, the property isn't
    @Column('text', CODED, { nullable: true }) withoutNull: string;
    // @ts-expect-error: the property may be null, the column never is
    @Column('text', CODED) withNull: string | null;
    // @ts-expect-error: a moment is a `Date`
    @Column('timestamptz', CODED) withOtherType: string;
    // @ts-expect-error: bound to a property that is not there
    @SealedColumn({ holds: ['staff'], under: 'space', row: ['nothing'] }) withOtherRow: Sealed<string>;
  }
  const facts = { purpose: { fr: 'fautes semées', en: 'planted faults' }, retention: 'case' } as const;
  // @ts-expect-error: whether it gives rights is not said
  Table('planted', facts)(Faults);
  class Grants {
    id: string;
    accountId: string;
    namedAt: Date;
  }
  // @ts-expect-error: `namedAt` is neither recorded nor silent
  Table('planted', { ...facts, rights: { key: ['id'], recorded: ['accountId'], silent: [] } })(Grants);
  const made = { key: ['id'], recorded: ['accountId'], silent: ['namedAt', 'endedAt'] } as const;
  // @ts-expect-error: `endedAt` is no column
  Table('planted', { ...facts, rights: made })(Grants);
  return Faults;
};

describe('a declared column', () => {
  const { name, columns } = declaredTable(PlantedEntity);
  const column = (property: string) => columns.find((it) => it.property === property);

  it('is called as its property is, in snake case', () => {
    expect(name).toBe('planted');
    expect(columns.slice(0, 4).map((it) => it.column)).toEqual(['id', 'case_file_id', 'verdict', 'words']);
  });

  it('keeps its type, nullability, default and place in the key', () => {
    expect(column('id')).toMatchObject({ type: 'uuid', isKey: true });
    expect(column('caseFileId')).toMatchObject({ type: 'uuid', nullable: true, isKey: false, its: CASE });
    expect(column('verdict')).toMatchObject({ type: 'text', default: "'no'::text" });
  });

  it('names its row and its key by columns, where it is sealed', () => {
    expect(column('words')?.its).toEqual({
      ...{ is: 'ciphertext', holds: ['staff'], under: 'case', form: 'json' },
      ...{ row: ['id', 'case_file_id'], keyColumn: 'id' },
    });
  });

  it('is of a class that declares a table', () => {
    expect(() => declaredTable(class Nothing {})).toThrow('Nothing declares no table');
  });
});
