import { relevantFields } from './relevant-fields';
import { KeyCase } from '../../testing/key-case';

it('says which fields matter by what is being filled in', () => {
  const key = new KeyCase();
  const of = (values: object) => relevantFields(key.state, key.runId(), 'lend', values as never);
  expect(of({ lodging: 'attic' })).toEqual({ lodging: true, visitor: true, why_attic: true });
  expect(of({ lodging: 'room' })).toEqual({ lodging: true, visitor: true, why_attic: false });
  expect(of({})).toEqual({ lodging: true, visitor: true, why_attic: null });
});

it('does so for the row', () => {
  const key = new KeyCase();
  const of = (values: object) =>
    relevantFields(key.state, key.runId(), 'spare', {}, { id: 'a', values: values as never });
  expect(of({ kind: 'copy' })['spares.price']).toBe(true);
  expect(of({ kind: 'original' })['spares.price']).toBe(false);
});
