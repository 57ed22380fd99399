import { LANGUAGES, type LanguageCode } from '@repere/ui';

const LANGUAGE = 'repere.language';
const THEME = 'repere.theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The language last chosen on this device; if none was, French unless its browser prefers English. */
export function storedLanguage(): LanguageCode {
  return LANGUAGES.find((code) => code === readPreference(LANGUAGE)) ?? preferredLanguage();
}

const preferredLanguage = (): LanguageCode =>
  LANGUAGES.find((code) => code === navigator.languages.map((it) => it.slice(0, 2)).find(isOurs)) ?? 'fr';

const isOurs = (code: string): boolean => LANGUAGES.some((it) => it === code);

export function storeLanguage(code: LanguageCode): void {
  writePreference(LANGUAGE, code);
}

export function storedTheme(): Theme {
  return THEMES.find((theme) => theme === readPreference(THEME)) ?? 'system';
}

export function storeTheme(theme: Theme): void {
  writePreference(THEME, theme);
}

/** Leaves on this device what belongs to its screen: language and colours. All else is gone. */
export function clearStorage(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key !== LANGUAGE && key !== THEME) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    return;
  }
}

// A browser may refuse storage: the choice then lasts as long as the page.
function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writePreference(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
