export { ChoiceField, type Option } from './choice-field';
export { CodesField } from './codes-field';
export { SelectField } from './select-field';
