export { ACCOUNT_ROLES, type AccountRole } from './account-role';
