export { Scan, ScanCount } from './scan.entity.js';
export { VerificationModule } from './verification.module.js';
export { VerificationQueries } from './verification.queries.js';
export { type Wanted, wantedCode } from './wanted-code.rules.js';
