import '../src/platform/config/node-version.js';
import { writeFile } from 'node:fs/promises';
import { PAGE_SCRIPT, pageScript } from './bundle/page-script.js';

// 由源码重新生成离线验证包里的脚本 / Makes the script of offline bundles again, after a change to its sources.
await writeFile(PAGE_SCRIPT, await pageScript());
process.stdout.write(`${PAGE_SCRIPT}\n`);
