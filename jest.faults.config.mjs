import base from './jest.config.mjs';

/** The long runs of test/faults, one at a time: npm run test:faults. */
export default {
  ...base,
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
