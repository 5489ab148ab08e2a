import { readConfig } from './config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', zone: 'Asia/Shanghai', publicUrl: undefined });
    expect(config).toMatchObject({ signingKey: undefined, logPolicy: undefined, publishMillis: 1_000 });
    expect(config.database).toMatchObject({ kind: 'sqlite' });
  });

  it('names every problem at once', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      PUBLIC_URL: 'v.example.cn',
      ZONE: 'Mars',
      LOG_LEVEL: 'loud',
      LOG_PUBLISH_MILLIS: '0',
    };
    const words = ['PORT', 'DATABASE_URL', 'PUBLIC_URL', 'ZONE', 'LOG_LEVEL', 'LOG_PUBLISH_MILLIS'];
    const message = messageOf(() => readConfig(wrong));
    expect(words.filter((word) => !message.includes(word))).toEqual([]);
  });

  it('takes PostgreSQL by its URL and cannot be changed afterwards', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://u:p@db/yanzhen' });
    expect(config.database).toEqual({ kind: 'postgres', url: 'postgres://u:p@db/yanzhen' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('keeps the keys out of the data folder', () => {
    const { blobsDir, keysDir } = readConfig({ DATA_DIR: '/srv/yanzhen/data' });
    expect(blobsDir).toBe('/srv/yanzhen/data/blobs');
    expect(keysDir.startsWith('/srv/yanzhen/data')).toBe(false);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
