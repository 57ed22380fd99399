export { countCharacters } from './characters';
export { FileField } from './file-field';
export { LongText } from './long-text';
export { ADVISE_WORDING, type AdviseWording, WordingAdvice } from './wording-advice';
export { TextField } from './text-field';
