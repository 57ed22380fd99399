export { SaveLine, type SaveState } from './save-line';
