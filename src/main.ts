import './platform/config/node-version.js';
import { readConfig } from './platform/config/config.js';

// Loaded only now, so that an old Node hears what is wrong before it meets the database driver.
const { lockServer } = await import('./platform/database/server-lock.js');
const { createApp } = await import('./app/start.js');
const { firstSteps } = await import('./app/first-steps.js');
const { listen } = await import('./platform/http/server.js');

try {
  const config = readConfig(process.env);
  lockServer(config);
  const app = await createApp(config);
  const url = await listen(app, config);
  process.stdout.write(await firstSteps(app, config, url));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
