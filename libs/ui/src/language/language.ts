import { Injectable, inject, signal } from '@angular/core';
import { type Translation, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

export const LANGUAGES = ['fr', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** Words that come from the server in both languages. */
export type BothLanguages = Readonly<Record<LanguageCode, string>>;

/** What fills the `{{name}}` places of a text. */
type Fillings = Readonly<Record<string, string | number>>;

/** Loads a part of the dictionary. */
type LoadWords = (code: LanguageCode) => Promise<Translation>;

/** Locale for dates and numbers; British English for day-month order and the 24-hour clock. */
export const LOCALES: Readonly<Record<LanguageCode, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** The language of the screen, and words in it. Everything read from here changes in place when it is switched. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly shown = signal<LanguageCode>('fr');
  /** Of two switches in a row the later one counts, whichever dictionary arrives first. */
  private turn = 0;

  readonly current = this.shown.asReadonly();
  /** Words that only some pages need, once one of these was opened. */
  private readonly parts = new Set<LoadWords>();

  /** The words of a key of the dictionary, `{{name}}` filled in. */
  readonly t = (key: string, params?: Fillings): string =>
    this.transloco.translate<string>(key, params, this.shown());

  /** The reader's half of words that exist in both languages. */
  readonly localize = (words: BothLanguages): string => {
    const code = this.shown();
    return SIGNS[code].reduce((text, [typed, printed]) => text.replace(typed, printed), words[code]);
  };

  /** The form of `key` that fits the number: `key.one`, `key.other`, or `key.zero` if the dictionary has one. */
  readonly count = (key: string, n: number, params?: Fillings): string => {
    const code = this.shown();
    const form = n === 0 && this.has(`${key}.zero`) ? 'zero' : plural(code, n);
    return this.t(`${key}.${form}`, { n: new Intl.NumberFormat(LOCALES[code]).format(n), ...params });
  };

  /** A label with its colon, as the language sets it. */
  readonly label = (words: string): string => `${words}${this.before()}:`;

  /** A label with what it names. */
  readonly labelled = (words: string, said: string): string => `${this.label(words)} ${said}`;

  /** Several things in one line. */
  readonly listed = (parts: readonly string[]): string => parts.join(`${this.before()}; `);

  /** What French sets before a sign of two parts: a blank at which no line breaks. */
  private before(): string {
    return this.shown() === 'fr' ? '\u00a0' : '';
  }

  /** Shows another language once its dictionary is there. */
  async use(code: LanguageCode): Promise<void> {
    const turn = ++this.turn;
    await firstValueFrom(this.transloco.load(code));
    // One that comes meanwhile is among them: nothing lies between the last look and what is shown.
    for (const load of this.parts) await this.addWords(load, code);
    if (turn !== this.turn) return;
    this.transloco.setActiveLang(code);
    this.shown.set(code);
    document.documentElement.lang = code;
  }

  /** Has these words as well from now on, in this language and in each that is shown later. */
  async useAlso(load: LoadWords): Promise<void> {
    if (this.parts.has(load)) return;
    let code: LanguageCode;
    do {
      code = this.shown();
      await this.addWords(load, code);
    } while (code !== this.shown());
    this.parts.add(load);
  }

  private async addWords(load: LoadWords, code: LanguageCode): Promise<void> {
    this.transloco.setTranslation(await load(code), code, { merge: true, emitChange: false });
  }

  private has(key: string): boolean {
    return key in this.transloco.getTranslation(this.shown());
  }
}

/** Signs of print for those of a keyboard: protocols and scenarios have either, a page has one. */
const SIGNS: Readonly<Record<LanguageCode, readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/'/g, '’'],
    [/« /g, '«\u00a0'],
    [/ (?=»)/g, '\u00a0'],
  ],
  en: [
    [/'/g, '’'],
    [/"([^"]*)"/g, '“$1”'],
  ],
};

/** French counts millions as `many`; no list here is that long. */
function plural(code: LanguageCode, n: number): 'one' | 'other' {
  return new Intl.PluralRules(LOCALES[code]).select(n) === 'one' ? 'one' : 'other';
}
