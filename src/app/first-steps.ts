import type { INestApplicationContext } from '@nestjs/common';
import { IdentityQueries } from '../modules/identity/index.js';
import type { Config } from '../platform/config/config.js';

/** What somebody who has just started the server wants to know: where it is, and what is still to be done. */
export async function firstSteps(app: INestApplicationContext, config: Config, url: string): Promise<string> {
  const lines = ['验真 Yanzhen', `监听 Listening: ${url}`];
  if ((await app.get(IdentityQueries).accountCount()) === 0) lines.push(NO_ACCOUNT);
  if (!config.publicUrl) lines.push(NO_PUBLIC_URL);
  return `${lines.join('\n')}\n`;
}

const NO_ACCOUNT = `
尚无账号。先开设质检仓和管理员:
No account yet. Make the warehouse and its administrator first:
  npm run admin -- new --login admin --name 姓名 --warehouse 质检仓名 --uscc 统一社会信用代码
`;

const NO_PUBLIC_URL = `
未设置 PUBLIC_URL:可以检测,但不能签发证书、打印标签。例 / PUBLIC_URL is not set: nothing can be certified or labelled yet. Example:
  PUBLIC_URL=https://v.example.cn npm start
`;
