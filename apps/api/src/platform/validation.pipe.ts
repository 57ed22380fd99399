import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ProblemReason, Words } from '@repere/cases';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { Refusal } from './refusal';
import { SENTENCES } from './validation-sentences';

/**
 * Bodies and queries must be exactly what their DTO says; a refusal names each field and says what would be right.
 * `null` is taken for absent, as validation does.
 */
export const validationPipe = (): ValidationPipe =>
  new NullIsAbsentPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: true,
    // Of what was sent errors keep the class alone, whose checks say their limits.
    validationError: { target: true, value: false },
    exceptionFactory: (errors) =>
      new Refusal('invalid', { reasons: errors.flatMap((error) => reasonsOf(error, '')) }),
  });

class NullIsAbsentPipe extends ValidationPipe {
  override async transform(sent: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const read: unknown = await super.transform(sent, metadata);
    removeNulls(read);
    return read;
  }
}

/** Only in what has a DTO: a draft keeps what was typed. */
function removeNulls(read: unknown): void {
  if (Array.isArray(read)) read.forEach(removeNulls);
  else if (typeof read === 'object' && read !== null && Object.getPrototypeOf(read) !== Object.prototype)
    for (const [field, value] of Object.entries(read))
      if (value === null) Reflect.deleteProperty(read, field);
      else removeNulls(value);
}

function reasonsOf(error: ValidationError, above: string): readonly ProblemReason[] {
  const field = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({
    code: code === 'whitelistValidation' ? 'unknown-field' : 'invalid-value',
    field,
    text: sentence(code, error),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => reasonsOf(child, field))];
}

function sentence(check: string, error: ValidationError): Words {
  const words = SENTENCES[check];
  return words ? words(givenTo(check, error)) : { fr: 'Valeur non admise.', en: 'Value not allowed.' };
}

/** What a check was given where it stands: `@MaxLength(200)` → `[200]`. */
function givenTo(check: string, { target, property }: ValidationError): readonly unknown[] {
  if (!target) return [];
  const checks = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  const found = checks.find(({ name, propertyName }) => name === check && propertyName === property);
  return (found?.constraints as readonly unknown[] | undefined) ?? [];
}
