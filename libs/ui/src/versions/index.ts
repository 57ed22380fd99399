export { TwoVersions, type Chosen, type TwoVersionsRow } from './two-versions';
