import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import type { World } from './world.js';

/** Where Debian and others put it. */
const INSTALLED = '/usr/bin/chromium';

// Our own: the defaults of @sparticuz/chromium would switch web security off.
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A real Chromium: the one that npm brings along, else the one that is installed. */
export async function launchBrowser(): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: await broughtAlong(), args: ARGS });
  } catch (error) {
    if (!existsSync(INSTALLED)) throw error;
    return chromium.launch({ executablePath: INSTALLED, args: ARGS });
  }
}

async function broughtAlong(): Promise<string> {
  // Makes it unpack the libraries that a bare machine lacks; read while it is imported.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** Lets the world really listen; answers its address. `__Host-` cookies want the name localhost. */
export async function listen(world: World): Promise<string> {
  await world.app.listen(0, '127.0.0.1');
  const { port } = world.app.getHttpServer().address() as AddressInfo;
  return `http://localhost:${port}`;
}
