import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import '../../../app.module';
import { Variables } from '../../settings/setting';
import { requireSentences, sentenceOf } from './validation-sentences';
import { requireSentencesOfBodies } from './validation.pipe';

interface Check {
  readonly name?: string;
  readonly type: string;
  readonly constraints?: readonly unknown[];
}
interface Registered {
  readonly validationMetadatas: ReadonlyMap<unknown, readonly Check[]>;
}

describe('sentences for what is wrong with a field', () => {
  it('exist for every check that any body of the interface uses', () => {
    expect(requireSentencesOfBodies).not.toThrow();
  });

  it('are required: a service that lacks one does not start, and no refusal guesses', () => {
    expect(() => requireSentences(['isString', 'isOptional', 'isMagic'])).toThrow('isMagic');
    for (const check of ['isMagic', 'constructor']) expect(() => sentenceOf(check, [])).toThrow(check);
  });

  it('take limits and lists from the check itself', () => {
    const say = (name: string, ...given: unknown[]): string => sentenceOf(name, given).fr;
    expect(say('maxLength', 200)).toBe('200 caractères au plus.');
    expect(say('arrayMinSize', 1)).toBe('1 élément au moins.');
    expect(say('minLength', 10)).toBe('10 caractères au moins.');
    expect(say('minLength', 1)).toBe(say('isNotEmpty'));
    expect(say('isLength', 8, 100)).toBe('Trop court, ou plus de 100 caractères.');
    expect(say('equals', true)).toBe('Attendu : true.');
    expect(say('isIn', ['fr', 'en'])).toBe('Attendu, l’une de ces valeurs : fr, en.');
  });

  it('lack no limit of any check of the interface', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as Registered;
    const checks = [...validationMetadatas].flatMap(([target, all]) =>
      typeof target === 'function' && target.prototype instanceof Variables ? [] : all,
    );
    const said = checks
      .filter(({ name, type }) => !['conditionalValidation', 'isOptional'].includes(name ?? type))
      .map(({ name, type, constraints = [] }) => {
        const { fr, en } = sentenceOf(name ?? type, constraints);
        return [name, fr, en].join(' ');
      });
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((it) => /undefined|\[object| \.$/.test(it))).toEqual([]);
  });
});
