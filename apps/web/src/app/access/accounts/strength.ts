import { Injectable } from '@angular/core';
import { preparePassword, wordsAbout, type PasswordOwner } from '@repere/cases';
import type { LanguageCode } from '@repere/ui';

/** How easily a password is guessed. */
export interface Estimate {
  /** 0 to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** What makes it weak, and what would help; by language. */
  readonly advice: Readonly<Record<LanguageCode, string>>;
}

/** Estimates passwords in the browser; dictionaries come when the first one is typed. Nothing of it leaves the page. */
@Injectable({ providedIn: 'root' })
export class Strength {
  private loading: ReturnType<typeof loadEstimator> | null = null;

  async estimate(password: string, owner: PasswordOwner): Promise<Estimate> {
    this.loading ??= loadEstimator();
    const { estimator, formatAdvice } = await this.loading;
    const { score, feedback } = estimator.check(preparePassword(password), [...wordsAbout(owner)]);
    return { score, advice: { fr: formatAdvice('fr', feedback), en: formatAdvice('en', feedback) } };
  }
}

async function loadEstimator() {
  const [{ ZxcvbnFactory }, common, fr, en] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const words = { fr: fr.translations, en: en.translations };
  const estimator = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...fr.dictionary, ...en.dictionary },
    graphs: common.adjacencyGraphs,
    // As on the server, which decides.
    l33tMaxSubstitutions: 6,
    maxLength: 64,
  });
  return {
    estimator,
    formatAdvice: (language: LanguageCode, { warning }: { readonly warning: string | null }): string => {
      const { warnings } = words[language];
      return warning && isKey(warnings, warning) ? tidy(language, warnings[warning]) : '';
    },
  };
}

const isKey = <T extends object>(record: T, key: PropertyKey): key is keyof T => key in record;

/** Quotes and apostrophes as ours are, and a sentence that ends. */
const tidy = (language: LanguageCode, text: string): string => {
  const quoted = language === 'fr' ? '«\u00a0$1\u00a0»' : '“$1”';
  return `${text
    .replace(/['"](\w+)['"]/g, quoted)
    .replaceAll("'", '’')
    .replace(/\.?$/, '')}.`;
};
