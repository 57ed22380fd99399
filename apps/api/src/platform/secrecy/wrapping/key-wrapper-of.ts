import type { Configuration } from '../../settings/configuration';
import type { KeySource } from '../key-source';
import type { KeyWrapper } from './key-wrapper';
import { LocalKeyWrapper } from './local-key-wrapper';
import { ProgramKeyWrapper } from './program-key-wrapper';

/** What wraps data keys by this configuration. */
export const keyWrapperOf = ({ keyProgram }: Configuration, source: KeySource): KeyWrapper =>
  keyProgram ? new ProgramKeyWrapper(keyProgram) : new LocalKeyWrapper(source);
