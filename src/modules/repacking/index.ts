export { REPACKED_AT } from './repacking.rules.js';
export { RepackingModule } from './repacking.module.js';
