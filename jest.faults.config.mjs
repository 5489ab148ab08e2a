import base from './jest.config.mjs';

process.env['LONG_RUNS'] = 'yes';

/** The long runs, one at a time: test/faults, and on both databases what `npm test` runs on SQLite alone. */
export default {
  ...base,
  roots: ['<rootDir>/test'],
  testMatch: [
    '<rootDir>/test/faults/*.spec.ts',
    '<rootDir>/test/ledger/{erasure,key-rotation,tamper}.spec.ts',
    '<rootDir>/test/api/admin-command.spec.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
