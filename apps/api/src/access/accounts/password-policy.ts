import { Injectable } from '@nestjs/common';
import {
  PASSWORD_MAX,
  PASSWORD_MIN,
  PASSWORD_MIN_SCORE,
  type PasswordFault,
  type PasswordOwner,
  passwordFaults,
  preparePassword,
  wordsAbout,
  type Words,
} from '@repere/cases';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Refusal } from '../../platform/refusals/refusal';

/** What a password must be. The browser's meter says the same beforehand; here it is decided. */
@Injectable()
export class PasswordPolicy {
  private estimator: Promise<ZxcvbnFactory> | null = null;

  /** Refuses with `invalid` and the reason, on this field. */
  async demand(password: string, owner: PasswordOwner, field: string): Promise<void> {
    const [fault] = passwordFaults(password, owner);
    const found = fault ?? ((await this.isTooEasy(password, owner)) ? 'too-easy' : null);
    if (found)
      throw new Refusal('invalid', {
        reasons: [{ code: `password-${found}`, field, text: WORDS[found] }],
      });
  }

  private async isTooEasy(password: string, owner: PasswordOwner): Promise<boolean> {
    this.estimator ??= loadEstimator();
    const { score } = (await this.estimator).check(preparePassword(password), [...wordsAbout(owner)]);
    return score < PASSWORD_MIN_SCORE;
  }
}

/** The dictionaries take half a second and 50 MB: only where somebody sets a password. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, fr, en] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...fr.dictionary, ...en.dictionary },
    graphs: common.adjacencyGraphs,
    // Some texts would take seconds otherwise, and every request waits for them.
    l33tMaxSubstitutions: 6,
    maxLength: 64,
  });
}

const WORDS = {
  'too-short': {
    fr: `Ce mot de passe est trop court : ${PASSWORD_MIN} caractères au moins.`,
    en: `This password is too short: at least ${PASSWORD_MIN} characters.`,
  },
  'too-long': {
    fr: `Ce mot de passe est trop long : ${PASSWORD_MAX} caractères au plus.`,
    en: `This password is too long: at most ${PASSWORD_MAX} characters.`,
  },
  'names-you': {
    fr: 'Ce mot de passe est fait de votre nom ou de votre identifiant. Choisissez d’autres mots.',
    en: 'This password is made of your name or your login. Choose other words.',
  },
  'too-easy': {
    fr: 'Ce mot de passe se devine trop facilement. Prenez plusieurs mots qui n’ont rien à voir entre eux.',
    en: 'This password is too easy to guess. Take several words that have nothing to do with each other.',
  },
} as const satisfies Record<PasswordFault, Words>;
