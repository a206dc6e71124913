import { describe, expect, test } from 'vitest';
import { readConfig, type Config, type Environment } from './config.ts';

const given = (environment: Environment): Config => {
  const read = readConfig(environment, '/srv/butinerie');
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
};

describe('the configuration', () => {
  test('an empty environment starts on port 3000 with everything under ./data and the key beside it', () => {
    expect(given({})).toEqual({
      port: 3000,
      host: undefined,
      dataDir: '/srv/butinerie/data',
      publicUrl: new URL('http://localhost:3000'),
      mongodbUri: undefined,
      smtp: undefined,
      attributionKeyFile: '/srv/butinerie/keys/attribution.pem',
      instanceName: 'Butinerie',
      logLevel: 'warn',
      trustProxy: false,
    });
  });

  test('a variable that is set but empty is not set', () => {
    expect(given({ PORT: '', MONGODB_URI: ' ', REDIS_URL: '' }).port).toBe(3000);
  });

  test('the public address follows the port unless it is given', () => {
    expect(given({ PORT: '8080' }).publicUrl.origin).toBe('http://localhost:8080');
    expect(given({ PORT: '8080', PUBLIC_URL: 'https://idees.example.org' }).publicUrl.origin).toBe(
      'https://idees.example.org',
    );
  });

  test('the key lies beside the data folder wherever that is', () => {
    expect(given({ DATA_DIR: '/var/lib/b/data' }).attributionKeyFile).toBe('/var/lib/b/keys/attribution.pem');
  });

  test('a sender may have a name', () => {
    const smtp = { url: 'smtp://relay:25', from: 'Boîte à idées <idees@example.org>' };
    expect(given({ SMTP_URL: smtp.url, MAIL_FROM: smtp.from }).smtp).toEqual(smtp);
  });

  test('proxies are counted or named', () => {
    expect(given({ TRUST_PROXY: '1' }).trustProxy).toBe(1);
    expect(given({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual(['loopback', '10.0.0.0/8']);
  });

  test.each<[string, Environment]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ideas.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://ideas.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://example.org/ideas' }],
    ['MONGODB_URI', { MONGODB_URI: 'localhost:27017' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379', MONGODB_URI: 'mongodb://localhost' }],
    ['REDIS_URL', { REDIS_URL: 'redis://localhost' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'nobody' }],
    ['ATTRIBUTION_KEY_FILE', { ATTRIBUTION_KEY_FILE: './data/key.pem' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['INSTANCE_NAME', { INSTANCE_NAME: 'x'.repeat(81) }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/8,everybody' }],
  ])('a wrong value is one sentence that names %s (%j)', (name, environment) => {
    const read = readConfig(environment);
    if (read.ok) throw new Error('accepted');
    expect(read.sentence).toMatch(new RegExp(`^${name} [^.]*.*\\.$`));
    expect(read.sentence.split('\n')).toHaveLength(1);
  });
});
