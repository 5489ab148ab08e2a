import { CROCKFORD } from './base32.js';
import { invariant } from './invariant.js';
import { declareRefusals } from './refusal.js';

/** Characters of a show, item or seal code: 26 of Crockford base 32, 130 random bits. */
export const CODE_LENGTH = 26;

/** Host and port together: with it the whole address has at most 61 characters, which is QR version 3 at level M. */
export const MAX_HOST_LENGTH = 24;

export const verifyUrlRefusals = declareRefusals('verify-url', {
  notAnAddress: {
    kind: 'invalid',
    zh: '“{publicUrl}” 不是网址；请写成 https://主机名，不带路径',
    en: '"{publicUrl}" is not an address; write https://host without a path',
  },
  notHttps: {
    kind: 'invalid',
    zh: '“{publicUrl}” 必须以 https:// 开头；只有 localhost 和 127.0.0.1 可以用 http://',
    en: '"{publicUrl}" must begin with https://; only localhost and 127.0.0.1 may use http://',
  },
  hostTooLong: {
    kind: 'invalid',
    zh: '主机名“{host}”有 {length} 个字符，连端口最多 {most} 个；请换一个更短的域名',
    en: 'The host "{host}" has {length} characters; {most} with the port are the most: use a shorter domain',
  },
});

const ALPHANUMERIC_HOST = /^[A-Z0-9.-]+(?::\d+)?$/;
const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

/**
 * The address that a code sends a phone to: `HTTPS://HOST[:PORT]/V/` and the code, all upper case,
 * so that the QR needs its alphanumeric mode only. Refuses a public address that does not fit; throws on a malformed code.
 */
export function verifyUrl(publicUrl: string, code: string): string {
  invariant(isCode(code), `a code has ${CODE_LENGTH} characters of Crockford base 32`);
  const url = parsed(publicUrl);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname))) {
    throw verifyUrlRefusals.notHttps({ publicUrl });
  }
  if (url.origin !== publicUrl.toLowerCase().replace(/\/$/, '')) throw verifyUrlRefusals.notAnAddress({ publicUrl });
  const host = url.host.toUpperCase();
  if (!ALPHANUMERIC_HOST.test(host)) throw verifyUrlRefusals.notAnAddress({ publicUrl });
  if (host.length > MAX_HOST_LENGTH) {
    throw verifyUrlRefusals.hostTooLong({ host: url.host, length: host.length, most: MAX_HOST_LENGTH });
  }
  return `${url.protocol.toUpperCase()}//${host}/V/${code}`;
}

/** Tells whether the public address is this machine's own, which no phone can open. */
export function isLocalAddress(publicUrl: string): boolean {
  return LOCAL_HOSTS.includes(parsed(publicUrl).hostname);
}

/** The host and port as people read them: lower case. */
export function hostOf(address: string): string {
  return parsed(address).host.toLowerCase();
}

/** A code as printed for people: `ABCD EFGH JKMNP ABCD EFGH JKMNP`, two equal halves of 4, 4 and 5. */
export function groupedCode(code: string): string {
  invariant(isCode(code), `a code has ${CODE_LENGTH} characters of Crockford base 32`);
  return code.replace(/(.{4})(.{4})(.{5})/g, '$1 $2 $3 ').trimEnd();
}

function isCode(code: string): boolean {
  return code.length === CODE_LENGTH && [...code].every((character) => CROCKFORD.includes(character));
}

function parsed(publicUrl: string): URL {
  if (!URL.canParse(publicUrl)) throw verifyUrlRefusals.notAnAddress({ publicUrl });
  return new URL(publicUrl);
}
