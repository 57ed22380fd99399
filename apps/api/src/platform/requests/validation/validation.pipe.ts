import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { getMetadataStorage, type ValidationError, type ValidatorOptions } from 'class-validator';
import { Refusal } from '../../refusals/refusal';
import { requireSentences, sentenceOf } from './validation-sentences';
import type { ProblemReasonDto } from '../../answers/openapi';
import { Variables } from '../../settings/setting';

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
    // What was sent stays out of errors, once its class has said the limits of its checks.
    validationError: { target: true, value: false },
    exceptionFactory: (errors) =>
      new Refusal('invalid', { reasons: errors.flatMap((error) => reasonsOf(error, '')) }),
  });

class NullIsAbsentPipe extends ValidationPipe {
  /** What was sent is an object of its class only here: a list in its place is taken for one, and given back as it was. */
  protected override async validate(sent: object, options?: ValidatorOptions): Promise<ValidationError[]> {
    const errors = await super.validate(sent, options);
    errors.forEach(noteLimits);
    return errors;
  }

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

function reasonsOf(error: ValidationError, above: string): readonly ProblemReasonDto[] {
  const field = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({
    code: code === 'whitelistValidation' ? 'unknown-field' : 'invalid-value',
    field,
    text: sentence(code, error),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => reasonsOf(child, field))];
}

function sentence(check: string, { contexts }: ValidationError): Words {
  const given: unknown = contexts?.[check];
  return sentenceOf(check, Array.isArray(given) ? given : []);
}

interface Registered {
  readonly validationMetadatas: ReadonlyMap<
    unknown,
    readonly { readonly name?: string; readonly type: string }[]
  >;
}

/** At the start, once every body is known: each check that one of them uses has its sentence. */
export function requireSentencesOfBodies(): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as Registered;
  // Settings are no body: what a start refuses is said in its own words.
  const ofBodies = [...validationMetadatas].flatMap(([target, checks]) =>
    typeof target === 'function' && target.prototype instanceof Variables ? [] : checks,
  );
  if (ofBodies.length === 0) throw new Error('the checks of bodies are kept elsewhere now');
  requireSentences(ofBodies.map(({ name, type }) => name ?? type));
}

/** Keeps with each mistake what its check was given where it stands, `@MaxLength(200)` → `[200]`, and nothing of what was sent. */
function noteLimits(error: ValidationError): void {
  const { target, property, constraints = {}, children = [] } = error;
  const checks = target
    ? getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false)
    : [];
  const givenTo = (check: string): unknown =>
    checks.find(({ name, propertyName }) => name === check && propertyName === property)?.constraints ?? [];
  error.contexts = Object.fromEntries(Object.keys(constraints).map((check) => [check, givenTo(check)]));
  delete error.target;
  children.forEach(noteLimits);
}
