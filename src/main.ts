import './platform/config/node-version.js';
import { readConfig } from './platform/config/config.js';

const { createApp } = await import('./app/start.js');
const { listen } = await import('./platform/http/server.js');

try {
  const config = readConfig(process.env);
  const app = await createApp(config);
  const url = await listen(app, config);
  process.stdout.write(`验真 Yanzhen\n监听 Listening: ${url}\n公开地址 Public address: ${config.publicUrl ?? '-'}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
