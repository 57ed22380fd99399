import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import '../app.module';
import { SENTENCES } from './validation-sentences';

interface Registered {
  readonly validationMetadatas: ReadonlyMap<
    unknown,
    readonly { readonly name?: string; readonly type: string }[]
  >;
}

describe('sentences for what is wrong with a field', () => {
  it('exist for every check that any body of the interface uses', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as Registered;
    const used = [...validationMetadatas.values()].flat().map(({ name, type }) => name ?? type);
    const silent = ['whitelistValidation', 'conditionalValidation', 'isOptional'];
    expect(used.length).toBeGreaterThan(0);
    expect([...new Set(used)].filter((name) => !(name in SENTENCES) && !silent.includes(name))).toEqual([]);
  });

  it('take limits and lists from the check itself', () => {
    const say = (name: string, message: string): string => SENTENCES[name]?.(undefined, message).fr ?? '';
    expect(say('maxLength', 'login must be shorter than or equal to 200 characters')).toBe(
      '200 caractères au plus.',
    );
    expect(say('isIn', 'language must be one of the following values: fr, en')).toContain('fr, en');
  });
});
