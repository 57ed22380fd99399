import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import '../../../app.module';
import { Settings } from '../../settings/settings';
import { SENTENCES } from './validation-sentences';

interface Registered {
  readonly validationMetadatas: ReadonlyMap<
    unknown,
    readonly { readonly name?: string; readonly type: string; readonly constraints?: readonly unknown[] }[]
  >;
}

describe('sentences for what is wrong with a field', () => {
  it('exist for every check that any body of the interface uses', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as Registered;
    // Settings are no body: what a start refuses is said in its own words.
    const used = [...validationMetadatas.entries()]
      .filter(([target]) => target !== Settings)
      .flatMap(([, checks]) => checks.map(({ name, type }) => name ?? type));
    const silent = ['whitelistValidation', 'conditionalValidation', 'isOptional'];
    expect(used.length).toBeGreaterThan(0);
    expect([...new Set(used)].filter((name) => !(name in SENTENCES) && !silent.includes(name))).toEqual([]);
  });

  it('take limits and lists from the check itself', () => {
    const say = (name: string, ...given: unknown[]): string => SENTENCES[name]?.(given).fr ?? '';
    expect(say('maxLength', 200)).toBe('200 caractères au plus.');
    expect(say('isLength', 8, 100)).toBe('Trop court, ou plus de 100 caractères.');
    expect(say('equals', true)).toBe('Attendu : true.');
    expect(say('isIn', ['fr', 'en'])).toBe('Attendu, l’une de ces valeurs : fr, en.');
  });

  it('lack no limit of any check of the interface', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as Registered;
    const unsaid = [...validationMetadatas.values()].flat().flatMap(({ name = '', constraints = [] }) => {
      const said = SENTENCES[name]?.(constraints);
      return said && /undefined|\[object| \.$/.test(said.fr + said.en) ? [name] : [];
    });
    expect(unsaid).toEqual([]);
  });
});
