export { Icon } from './icon/icon';
export { type IconName } from './icon/icon-shapes';
export { capitalised } from './language/capitalised';
export { isolated } from './language/isolated';
export { Language, LANGUAGES, LOCALES, type BothLanguages, type LanguageCode } from './language/language';
export { languageName } from './language/language-name';
export { provideLanguage } from './language/provide-language';
export {
  formatDay,
  formatExactly,
  formatLength,
  formatMoment,
  formatTime,
  type Viewpoint,
} from './time/format-moment';
export { machineNow } from './time/machine-clock';
export { epoch, SpaceTime } from './time/space-time';
