import '../../src/platform/config/node-version.js';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  ledger: () => import('./ledger/bench.js'),
  import: () => import('./import/bench.js'),
  'write-log': () => import('./write-log.js'),
};

const HELP = `npm run bench -- NAME [选项 options]

  ledger      record 与裸语句、TypeORM save 并排;包含证明;百万条目 record beside raw statements and TypeORM's save,
              inclusion proofs, and both again at a million entries. --help 说明其余 says more
  import      导入十万行:试运行与记录,同时有单条命令和公开查询 100,000 rows imported while single commands and public
              reads go on: p50, p99, rows a second, memory
  write-log   写出百万条目的日志,供测量 writes a log of a million entries to measure with: --folder F [--entries N]
              [--per-commit N] [--tables]
`;

const [name = '--help', ...options] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  process.argv.splice(2, process.argv.length - 2, ...options);
  await bench();
} else {
  process.stdout.write(HELP);
  process.exitCode = name === '--help' ? 0 : 2;
}
