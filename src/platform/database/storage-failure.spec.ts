import { codeOf, isStorageFailure } from './storage-failure.js';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a failure of the storage', () => {
  it.each(['57P01', '57P03', '08006', '53100', '25006', 'SQLITE_FULL', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_IOERR_WRITE'])(
    'is an error of the database with the code %s',
    (code) => {
      expect(isStorageFailure(coded(code))).toBe(true);
    },
  );

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOSPC'])('is an error of the system with the code %s', (code) => {
    expect(isStorageFailure(coded(code))).toBe(true);
  });

  it.each(['Connection terminated unexpectedly', 'Query read timeout'])('is what the driver calls “%s”', (message) => {
    expect(isStorageFailure(new Error(message))).toBe(true);
  });

  it.each(['23505', '42P01', '22021', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'ENOENT', '', '080'])(
    'is not an error with the code %j, which is a bug',
    (code) => {
      expect(isStorageFailure(code === '080' ? '08006' : coded(code))).toBe(false);
    },
  );
});

describe('the code of an error', () => {
  it('is read from whatever was thrown, of whichever class', () => {
    expect(codeOf({ code: 'SQLITE_CANTOPEN' })).toBe('SQLITE_CANTOPEN');
    expect([new Error('no code'), undefined, null, 'text'].map(codeOf)).toEqual(['', '', '', '']);
  });
});
