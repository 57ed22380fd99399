import {
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  type EnvironmentProviders,
} from '@angular/core';
import {
  provideTransloco,
  TRANSLOCO_LOADER,
  type Translation,
  type TranslocoLoader,
} from '@jsverse/transloco';
import { Language, LANGUAGES, type LanguageCode } from './language';

/** Loads the words of the first language before anything is drawn, the other one when it is asked for. */
export function provideLanguage(
  first: () => LanguageCode,
  load: (code: LanguageCode) => Promise<Translation>,
): EnvironmentProviders {
  const loader: TranslocoLoader = {
    getTranslation: (code) => load(LANGUAGES.find((known) => known === code) ?? 'fr'),
  };
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'fr',
        prodMode: true,
        reRenderOnLangChange: false,
        missingHandler: { allowEmpty: false, logMissingKey: true },
      },
    }),
    { provide: TRANSLOCO_LOADER, useValue: loader },
    provideAppInitializer(() => inject(Language).use(first())),
  ]);
}
