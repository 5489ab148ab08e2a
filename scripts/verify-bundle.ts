import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run verify-bundle -- FILE.html [选项 options]

核验一个离线验证包:只读其中的数据,不运行文件里的脚本,不连网络。逐条查证明、检查点签名、见证方联署、公开内容与承诺、前后链。
全部成立时退出码为 0;有一处不成立为 1,并说明是哪一处;读不了文件或用法有误为 2。
Verifies an offline bundle: reads its data only, runs none of its script, asks no network. Checks every proof, the
checkpoint's signature, the cosignatures of witnesses, contents against commitments, and the chain. Ends with status 0
when everything holds, 1 when something does not, which it names, and 2 when it cannot read the file or was not understood.

  --policy FILE  您自己的信任策略(C2SP tlog-policy,如另外取得的 /log/policy);不给则用文件自带的,并予说明
                 a policy of your own (C2SP tlog-policy, such as /log/policy fetched elsewhere); else the one inside, and that is said
  --proofs DIR   另存每条记录的原文与 C2SP tlog-proof 文本,供别的程序核验
                 also writes the bytes and the C2SP tlog-proof text of each entry, for other programs
`;

const OPTIONS = { policy: { type: 'string' }, proofs: { type: 'string' }, help: { type: 'boolean' } } as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (values.help) process.stdout.write(HELP);
  else if (file === undefined || rest.length > 0) throw new Error(`恰给一个文件 / give one file\n\n${HELP}`);
  else {
    const { runVerifyBundle } = await import('./bundle/verify-bundle.js');
    process.exitCode = await runVerifyBundle(file, values);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
