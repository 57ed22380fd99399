import { Type } from 'class-transformer';
import { IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { PlainText } from './plain-text';
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
  @ValidateNested()
  @Type(() => PartDto)
  readonly part?: PartDto;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  readonly parts?: readonly PartDto[];

  @IsOptional()
  @IsObject()
  readonly free?: object;
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

  it('asks for what is needed, null or not', async () => {
    await expect(read({ part: { name: null } })).rejects.toThrow('invalid');
  });
});
