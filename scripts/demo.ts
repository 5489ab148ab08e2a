import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run demo [-- --exit]

Builds an empty warehouse in demo-out/, starts the server on SQLite (PORT, default 3000), walks a crystal bracelet and a lot of
frozen shrimp from intake to shipment over HTTP, writes certificates, labels, QR images and proofs into demo-out/,
prints addresses and sign-ins, and stays up until Ctrl-C.

  --exit   end when everything is written
`;

const { values } = parseArgs({ options: { exit: { type: 'boolean' }, help: { type: 'boolean' } } });

if (values.help) console.log(HELP);
else {
  const { runDemo } = await import('./demo/run.js');
  await runDemo({ port: process.env['PORT'] ?? '3000', staysUp: !values.exit });
}
