import { IsIn, IsObject, IsOptional } from 'class-validator';
import { Part, Parts } from '../nested-parts';
import { PlainText } from '../../answers/plain-text';
import { validationPipe } from './validation.pipe';

class PartDto {
  @PlainText(20)
  readonly name: string;

  @IsOptional()
  @PlainText(20)
  readonly note?: string;
}

class SentDto {
  @IsOptional()
  @PlainText(20)
  readonly text?: string;

  @IsOptional()
  @Part(() => PartDto)
  readonly part?: PartDto;

  @IsOptional()
  @Parts(() => PartDto, 3)
  readonly parts?: readonly PartDto[];

  @IsOptional()
  @IsObject()
  readonly free?: object;

  @IsOptional()
  @IsIn(['fr', 'en'])
  readonly language?: string;
}

describe('what was sent', () => {
  const read = (body: unknown): Promise<unknown> =>
    validationPipe().transform(body, { type: 'body', metatype: SentDto });

  it.each(['   ', '\u200b', '\u00a0\n'])('refuses a text in which nothing can be seen: %j', async (text) => {
    await expect(read({ text })).rejects.toMatchObject({
      code: 'invalid',
      details: { reasons: [expect.objectContaining({ field: 'text' })] },
    });
  });

  it.each(['.', 'ô', '💛', 'أ'])('takes a text of one sign: %s', async (text) => {
    expect(await read({ text })).toMatchObject({ text });
  });

  it('takes null for absent, however deep', async () => {
    expect(
      await read({ text: null, part: { name: 'a', note: null }, parts: [{ name: 'b', note: null }] }),
    ).toEqual({ part: { name: 'a' }, parts: [{ name: 'b' }] });
    expect(await read({ part: null, parts: null, free: null })).toEqual({});
  });

  it('leaves alone what has no shape of its own', async () => {
    const free = { a: null, b: [null, { c: null }] };
    expect(await read({ free })).toEqual({ free });
  });

  it.each([
    [{ part: [] }, 'part'],
    [{ part: [[]] }, 'part'],
    [{ part: [{ name: 'a' }] }, 'part'],
    [{ part: 'a' }, 'part'],
    [{ parts: [[]] }, 'parts'],
    [{ parts: [[[]]] }, 'parts'],
    [{ parts: [[{ name: 'a' }]] }, 'parts'],
    [{ parts: [null] }, 'parts'],
    [{ parts: ['a'] }, 'parts'],
    [{ parts: {} }, 'parts'],
    [{ parts: { length: 1 } }, 'parts'],
  ])('takes no list for an object, nor in a list of objects: %j', async (body, field) => {
    await expect(read(body)).rejects.toMatchObject({
      code: 'invalid',
      details: { reasons: expect.arrayContaining([expect.objectContaining({ field })]) as unknown },
    });
  });

  it('names each field that is wrong, and only fields', async () => {
    const refused: unknown = await read({ parts: [[{ name: 1 }]] }).catch((error: unknown) => error);
    expect(JSON.stringify(refused)).not.toMatch(/undefined|=>|function/);
  });

  it('asks for what is needed, null or not', async () => {
    await expect(read({ part: { name: null } })).rejects.toThrow('invalid');
  });

  it.each([
    [{ text: 'a'.repeat(21) }, 'text', '20 caractères au plus.'],
    [{ part: { name: 'a'.repeat(21) } }, 'part.name', '20 caractères au plus.'],
    [{ parts: [{ name: 'a' }, { name: 'a'.repeat(21) }] }, 'parts.1.name', '20 caractères au plus.'],
    [{ parts: Array(4).fill({ name: 'a' }) }, 'parts', '3 éléments au plus.'],
    [{ language: 'de' }, 'language', 'Attendu, l’une de ces valeurs : fr, en.'],
  ])('says the limit of the check, wherever it stands: %j', async (body, field, fr) => {
    await expect(read(body)).rejects.toMatchObject({
      details: {
        reasons: [expect.objectContaining({ field, text: expect.objectContaining({ fr }) as unknown })],
      },
    });
  });

  it('says the same of a list in the place of the whole', async () => {
    const refused: unknown = await validationPipe()
      .transform([], { type: 'body', metatype: PartDto })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'invalid', details: { reasons: [{ field: 'name' }] } });
    expect(JSON.stringify(refused)).not.toContain('undefined');
  });
});
