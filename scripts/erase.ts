import '../src/platform/config/node-version.js';
import { parseArgs } from 'node:util';

const HELP = `npm run erase -- account | party | shipment  NAME…  --ground GROUND --confirm
npm run erase -- scrub

删除个人信息:销毁内容与盐值,在账本中追加一条不含个人信息的删除条目,再重写数据库文件。不可恢复;证明与核验不受影响。
Erases personal data: destroys contents and salts, appends an entry that says so without personal data, and rewrites the
database's files. Nothing brings it back; proofs and verification are as before. docs/erasure.md

  account    登录名和姓名(账号须已停用)· id、编号 Y0001 或登录名
             login and name of a closed account, by id, number or login name
  party      联系人和电话 · id 或统一社会信用代码    contact name and phone, by id or credit code
  shipment   收件人姓名、电话、地址 · id 或运单号    recipient's name, phone and address, by id or waybill
  scrub      只重写数据库文件(此前未能完成时)    rewrites the files only, where that could not be done before

  --ground   依据(个人信息保护法第四十七条),写入公开账本 why (PIPL Article 47); it stands in the public log:
             purpose-over        目的已实现或不再必要 the purpose is achieved or needs it no more
             retention-over      保存期限届满 the time of keeping is over
             consent-withdrawn   个人撤回同意 the person withdrew consent
             unlawful            处理违法或违约 it was processed against law or agreement
             other-law           法律、行政法规规定的其他情形 another case that the law names
  --confirm  确认;不加则只列出将删除的条目 without it, what would be erased is listed

可在服务运行时使用,环境变量须与服务一致。未全部删除时退出码为 1;用法有误或未确认为 2。
Works while the server runs; use its environment. Ends with 1 when something was not erased, 2 on misuse or without --confirm.
`;

const OPTIONS = { ground: { type: 'string' }, confirm: { type: 'boolean' }, help: { type: 'boolean' } } as const;

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || positionals.length === 0) process.stdout.write(HELP);
  else {
    // Loaded only now, so that help and typing errors answer at once.
    const { runErase } = await import('./log/erase.js');
    process.exitCode = await runErase(positionals, values);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
